import type { Issue } from '../../../../../../shared/domain/issue.ts';
import { isPositive, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../../../shared/num/products.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { addDays, dateText, lastDayOfYear, yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import { termOfPart } from './lot-part.ts';
import type { LotPart } from './lot-part.ts';
import type { StraddleCase, StraddleLot } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';
import type { TaxItem } from './straddle-years.ts';
import { trustShareOf } from './trust-shares.ts';

interface Covered {
  readonly lot: StraddleLot;
  readonly offset: EffectiveOffset;
  /** All of the lot. */
  readonly offsets: readonly EffectiveOffset[];
  readonly part: LotPart;
  /** Of the part, with what was added to it. */
  readonly cost: Money;
  readonly given: StraddleCase;
}

const none = { item: null, issues: [] } as const;

/**
 * The gain that a short brings forward because it counts as a sale of what it covers.
 * Law: 26 U.S.C. 1259: today trust shares, coins from the date of the election on. Not where the short is closed by the 30th
 * day after the year and nothing covers the units in the 60 days after that (1259(c)(3)).
 * Assumes that the future is substantially identical to what it covers. Issues: tax/constructive-sale(-pending).
 */
export function deemedSale(covered: Covered): {
  readonly item: TaxItem | null;
  readonly issues: readonly Issue[];
} {
  const { lot, offset, part, cost, given } = covered;
  const { from, short } = offset;
  if (!isCoveredByLaw(lot, from, given)) return none;
  const price = given.priceOn(lot.asset, from);
  if (price === null) return none;
  const amount = subtract(valueOf(part.quantity, price, 'half-even'), cost);
  if (!isPositive(amount)) return none;
  const words = { asset: lot.asset, position: short.name, date: dateText(from) };
  const state = exception(covered);
  if (state === 'met') return none;
  if (state === 'open')
    return {
      item: null,
      issues: [issueOf('tax/constructive-sale-pending', 'warning', words, { asset: lot.asset })],
    };
  const item: TaxItem = {
    year: yearOf(from),
    character: termOfPart(part, from),
    amount,
    of: lot.id,
    quantity: part.quantity,
    kind: 'deemed-sale',
    rule: straddleRules.constructiveSale,
  };
  return { item, issues: [issueOf('tax/constructive-sale', 'warning', words, { asset: lot.asset })] };
}

function isCoveredByLaw({ asset }: StraddleLot, from: LocalDate, { elections }: StraddleCase): boolean {
  if (trustShareOf(asset) !== undefined) return true;
  return elections.constructiveSalesFrom !== null && from >= elections.constructiveSalesFrom;
}

/** Whether 1259(c)(3) lets the short pass: it cannot be known before the 30th and the 60th day. */
function exception({ offset, offsets, given }: Covered): 'met' | 'not-met' | 'open' {
  const lastDay = addDays(lastDayOfYear(yearOf(offset.from)), 30);
  const { closed } = offset.short;
  if (closed === null) return given.asOf <= lastDay ? 'open' : 'not-met';
  if (closed > lastDay) return 'not-met';
  const bareUntil = addDays(closed, 60);
  const coveredAgain = offsets.some(
    (one) =>
      one.short !== offset.short && one.from <= bareUntil && (one.until === null || one.until > closed),
  );
  return coveredAgain ? 'not-met' : 'met';
}
