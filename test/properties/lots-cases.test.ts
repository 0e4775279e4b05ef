/** The plain implementation gives the figures of the worked cases, too: what it is compared with must itself be right. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import { caseFiles } from '../cases/case-files.fixture.ts';
import { plainOutput } from './plain-lots-output.fixture.ts';

const folder = join(import.meta.dirname, '..', 'cases', 'lots');
/** Which issues it speaks of. */
const KNOWN = ['lots/insufficient', 'lots/not-identified'];

/** What is said beside the figures is the product's to say. */
function withoutWords(expected: unknown): unknown {
  return JSON.parse(
    JSON.stringify(expected, (field, value: unknown) => (field === 'adjustments' ? undefined : value)),
  );
}

describe.each(caseFiles(folder))('$name: $title', ({ input, expected }) => {
  test('the plain implementation agrees', () => {
    const { issues, ...figures } = withoutWords(expected) as { issues?: { code: string }[] };
    const known = issues?.filter(({ code }) => KNOWN.includes(code));
    expect(plainOutput(calcGainsInput.parse(input))).toMatchObject({
      ...figures,
      ...(known === undefined ? {} : { issues: known }),
    });
  });
});
