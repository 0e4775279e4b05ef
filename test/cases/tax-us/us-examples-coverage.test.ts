/** Every United States example of the facts pack is a case here. Skipped where the pack is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseFiles } from '../case-files.fixture.ts';

const pack = join(import.meta.dirname, '../../../../shared/facts/tax/us-examples.json');

test.skipIf(!existsSync(pack))('every example is a case, by its name or its source', () => {
  const { examples } = JSON.parse(readFileSync(pack, 'utf8')) as { examples: readonly { id: string }[] };
  const cases = ['tax-us', 'straddles', 'lots'].flatMap((folder) =>
    caseFiles(join(import.meta.dirname, '..', folder)),
  );
  const missing = examples
    .map(({ id }) => id)
    .filter(
      (id) =>
        !cases.some(({ name, source }) => name.startsWith(id.toLowerCase()) || source.text.includes(id)),
    );
  expect(missing).toEqual([]);
});
