import { expect, it } from 'vitest';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import { rowDecisions } from './decide-rows.ts';

function ledgerWith(...documents: readonly [event: string, document: string][]): ReadableLedger {
  return { rowDecisions: async () => new Map(documents) } as unknown as ReadableLedger;
}

const kept = { choice: 'in', copies: 2, why: 'it came twice', decidedAt: 1 };

it('reads what was decided', async () => {
  expect([...(await rowDecisions(ledgerWith(['e-0', JSON.stringify(kept)])))]).toEqual([['e-0', kept]]);
});

it.each([
  ['a choice that nobody knows', JSON.stringify({ ...kept, choice: 'maybe' })],
  ['no whole number of copies', JSON.stringify({ ...kept, copies: 1.5 })],
  ['no JSON', '{"choice":'],
])('a decision that is not understood is named, not taken for another: %s', async (_, document) => {
  await expect(rowDecisions(ledgerWith(['e-0', document]))).rejects.toThrow('"e-0" is not understood');
});
