/** Facts that are told in a sentence ("SELL 2 LTC for 300 EUR, fee 0.5 EUR"): its amounts, and whether events have them. */
import { expect } from 'vitest';
import { toText } from '../../../../src/shared/num/format.ts';
import { absolute } from '../../../../src/shared/num/arithmetic.ts';
import { quantity } from '../../../../src/shared/num/parse.ts';
import type { EventDraft } from '../../../../src/main/importers/importer.ts';

/** "0.5 BTC" of each leg, without its sign. */
export function amountsOf(drafts: readonly EventDraft[]): readonly string[] {
  return drafts.flatMap(({ legs }) => legs.map((leg) => `${toText(absolute(leg.quantity))} ${leg.asset}`));
}

/** Every amount with a coin that the sentence names is a leg. Out: how many. In: `names`, the sentence's name → ours. */
export function expectAmounts(
  drafts: readonly EventDraft[],
  sentence: string,
  names: Readonly<Record<string, string>> = {},
): number {
  const told = [...sentence.matchAll(/(\d+(?:\.\d+)?) ([A-Z][A-Z0-9]{1,5})\b/gu)];
  for (const [, amount = '', coin = ''] of told) {
    expect(amountsOf(drafts)).toContain(`${toText(quantity(amount))} ${names[coin] ?? coin}`);
  }
  return told.length;
}
