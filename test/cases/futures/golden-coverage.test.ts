/** Every example of the facts pack is a case here, or named with the reason why not. Skipped where the pack is absent. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const pack = join(import.meta.dirname, '../../../../shared/facts/futures/golden.json');

/** Examples without a formula here. */
const withoutFormula: Readonly<Record<string, string>> = {
  'bybit-interest':
    'Venues compute the interest part of a funding rate; Hedgerow takes settled rates from their files.',
  'bitmex-fair': 'Venues compute the fair price; Hedgerow takes marks from files or as typed.',
  'kraken-funding-ratio':
    'An index implied by two published fields; Hedgerow reads the relative rate, which is a fraction already.',
};

interface Pack {
  readonly examples: readonly { readonly id: string }[];
  readonly constructed: readonly { readonly id: string }[];
}

describe.skipIf(!existsSync(pack))('the facts pack of golden examples', () => {
  test('every example is a case or has a reason', () => {
    const { examples, constructed } = JSON.parse(readFileSync(pack, 'utf8')) as Pack;
    const cases = readdirSync(import.meta.dirname)
      .filter((name) => name.startsWith('golden') && !name.startsWith('golden-coverage'))
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
      .join('\n');
    const missing = [...examples, ...constructed]
      .map(({ id }) => id)
      .filter((id) => !(id in withoutFormula) && !cases.includes(`'${id}'`));
    expect(missing).toEqual([]);
  });
});
