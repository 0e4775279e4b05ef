/**
 * *Sell now* against *hedge now, sell on a date*.
 *
 * case → what each does (lots, purchases, legs) → gains by year and character → tax by year → cost in today's money
 *      → which is cheaper, why, and what no figure here holds
 */
import type { Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { absolute, compare, isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { percentText } from '../../words.ts';
import { hedgeThenSell, sellNow } from './actions.ts';
import { alternativeOf } from './alternative.ts';
import type { Actions, Alternative } from './alternative.ts';
import type { Caveat } from './caveat.ts';
import { caveatsOf } from './caveats.ts';
import { comparisonReasons, comparisonSentence } from './compare-words.ts';
import type { Better } from './compare-words.ts';
import type { ComparisonCase } from './comparison-case.ts';
import type { GainItem } from './gains.ts';
import { straddleReading } from './straddle-reading.ts';
import type { StraddleReading } from './straddle-reading.ts';
import { taxDifferences } from './tax-difference.ts';
import type { TaxLaw } from './tax-difference.ts';

export interface Comparison {
  readonly sellNow: Alternative;
  readonly hedge: Alternative;
  readonly better: Better;
  /** How much cheaper the better one is, in today's money; never negative. */
  readonly difference: Money;
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly caveats: readonly Caveat[];
  /** What straddle rules did to the hedge. */
  readonly reading: StraddleReading;
  /** The same question as if short and coins were taxed apart: what the rules cost is the difference. */
  readonly apart: { readonly better: Better; readonly difference: Money; readonly hedge: Alternative };
  /** Coins to be sold that no lot covers. */
  readonly uncovered: readonly { readonly asset: AssetId; readonly quantity: Quantity }[];
}

/** Below half a cent nothing is cheaper. */
const HALF_A_CENT = money('0.005');
/** The rise that caveats are illustrated with where no price change is assumed. */
const EXAMPLE_RISE = rate('0.2');

/**
 * Compares the two ways to the same coins.
 * Out: both alternatives with tax by year and character, and the difference in today's money and in words.
 * Errors: those of the tax engine.
 */
export function comparison(given: ComparisonCase, law: TaxLaw): Result<Comparison> {
  const now = sellNow(given);
  const later = hedgeThenSell(given);
  const selling = priced({ kind: 'sell-now', title: 'Sell now' }, now.actions, given, law);
  if (!selling.ok) return selling;
  const head = { kind: 'hedge-then-sell', title: `Hedge now, sell on ${dateText(given.exit)}` } as const;
  const apart = priced(head, later.actions, given, law);
  if (!apart.ok) return apart;
  const reading = straddleReading(given, later.actions.sales);
  const hedging = priced(head, { ...later.actions, items: reading.items }, given, law);
  if (!hedging.ok) return hedging;
  const restarted = priced(
    head,
    { ...later.actions, items: restartedItems(apart.value, reading) },
    given,
    law,
  );
  if (!restarted.ok) return restarted;
  const plain = verdict(selling.value, apart.value);
  const answer = verdict(selling.value, hedging.value);
  return ok({
    sellNow: selling.value,
    hedge: hedging.value,
    ...answer,
    sentence: comparisonSentence(answer, plain, given),
    reasons: comparisonReasons(selling.value, hedging.value, given),
    apart: { ...plain, hedge: apart.value },
    reading,
    caveats: caveatsOf({
      given,
      sellNow: selling.value,
      hedge: hedging.value,
      reading,
      apart: apart.value,
      restartTax: subtract(restarted.value.tax, apart.value.tax),
      example: exampleReading(given),
      exampleRise: percentText(EXAMPLE_RISE),
    }),
    uncovered: now.uncovered,
  });
}

/** An alternative with its tax and its cost in today's money. */
function priced(
  head: Pick<Alternative, 'kind' | 'title'>,
  actions: Actions,
  given: ComparisonCase,
  law: TaxLaw,
): Result<Alternative> {
  const taxes = taxDifferences(given.years, actions.items, law);
  return taxes.ok ? ok(alternativeOf(head, actions, taxes.value, given)) : taxes;
}

/** The gains as if short and coins were taxed apart, with the restarted clocks alone. */
function restartedItems(apart: Alternative, reading: StraddleReading): GainItem[] {
  const ofSales = reading.items.filter(({ from }) => 'lot' in from);
  const ofLegs = apart.items.filter(({ from }) => 'leg' in from);
  return [...ofSales, ...ofLegs];
}

function verdict(selling: Alternative, hedging: Alternative): { better: Better; difference: Money } {
  const saved = subtract(selling.presentCost, hedging.presentCost);
  const difference = absolute(saved);
  if (compare(difference, HALF_A_CENT) < 0) return { better: 'equal', difference };
  return { better: isNegative(saved) ? 'sell-now' : 'hedge-then-sell', difference };
}

/** The straddle reading as if every price rose: what a deferral would look like. */
function exampleReading(given: ComparisonCase): StraddleReading {
  const risen: ComparisonCase = {
    ...given,
    trades: given.trades.map((trade) => ({ ...trade, change: EXAMPLE_RISE })),
    legs: given.legs.map((leg) => ({ ...leg, change: EXAMPLE_RISE })),
  };
  return straddleReading(risen, hedgeThenSell(risen).actions.sales);
}
