import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { TaxElectionValues } from '../../../../../../shared/domain/tax-elections.ts';
import { compare } from '../../../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../../../shared/num/parse.ts';
import { dailyChanges } from '../../../../futures/hedge-ratio/daily-changes.ts';
import { regression } from '../../../../futures/hedge-ratio/regression.ts';
import { issueOf } from '../../../../issue-of.ts';
import type { PriceBook } from '../../../../valuation/price-book.ts';
import { addYears } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { localDateOf, utc } from '../../../../../../shared/time/time-zone.ts';

/** From here on coins count as moving alike. No authority names a number: it is a stated assumption. */
const ALIKE = rate('0.8');
/** Fewer daily changes than this say nothing. */
const FEWEST_CHANGES = 60;

export interface MovingAlike {
  /** Whether futures of one coin count as offsetting lots of another. */
  count(lots: AssetId, futures: AssetId): boolean;
  /** What was assumed for pairs that were asked about. */
  issues(): readonly Issue[];
}

/**
 * Whether coins move alike, by election: never, always, or where their daily changes of the last year are correlated by 0.8
 * or more. Too few prices count as yes, which is said.
 * Law: 26 U.S.C. 1092(c)(2)(A): offsetting where risk of loss is substantially diminished, same kind of property or not; no
 * presumption, so that facts decide. Issues: `tax/cross-hedge-assumed`.
 */
export function moveAlike(
  way: TaxElectionValues['crossAsset'],
  prices: PriceBook,
  asOf: LocalDate,
): MovingAlike {
  const known = new Map<string, boolean>();
  const issues: Issue[] = [];
  return {
    issues: () => issues,
    count: (lots, futures) => {
      if (way !== 'if-correlated') return way === 'always';
      const key = `${lots} ${futures}`;
      let alike = known.get(key);
      if (alike === undefined) {
        const found = correlated(lots, futures, prices, asOf);
        if (found === null) issues.push(issueOf('tax/cross-hedge-assumed', 'note', { lots, futures }));
        known.set(key, (alike = found ?? true));
      }
      return alike;
    },
  };
}

function correlated(lots: AssetId, futures: AssetId, prices: PriceBook, asOf: LocalDate): boolean | null {
  const since = addYears(asOf, -1);
  const marksOf = (of: AssetId): PriceBook['marks'] =>
    prices.marks.filter((mark) => {
      const day = localDateOf(mark.time, utc);
      return mark.of === of && day >= since && day <= asOf;
    });
  const changes = dailyChanges(marksOf(lots), marksOf(futures));
  const line = changes.length < FEWEST_CHANGES ? null : regression(changes);
  return line === null ? null : compare(line.correlation, ALIKE) >= 0;
}
