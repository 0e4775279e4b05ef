import type { Issue } from '../../../../../../shared/domain/issue.ts';
import { absolute, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../../../shared/num/parse.ts';
import { quantityTimes } from '../../../../../../shared/num/products.ts';
import { dateText } from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import type { EffectiveOffset } from './effective-offsets.ts';

/** How far apart two sizes may be to be "about the same". No authority: a stated assumption. */
const ABOUT = rate('0.1');

/**
 * Coins bought and sold forward on one day in one size: their gain may be interest in the eyes of the law.
 * Law: 26 U.S.C. 1258 (conversion transactions). Only a flag. Issues: tax/conversion-transaction.
 */
export function conversionIssues(offsets: readonly EffectiveOffset[]): readonly Issue[] {
  return offsets.flatMap(({ lot, short }) => {
    if (lot === null || lot.acquired !== short.opened) return [];
    const apart = absolute(subtract(lot.quantity, short.coins));
    if (apart > quantityTimes(short.coins, ABOUT, 'half-even')) return [];
    const words = { asset: lot.asset, date: dateText(lot.acquired), position: short.name };
    return [issueOf('tax/conversion-transaction', 'warning', words, { asset: lot.asset })];
  });
}
