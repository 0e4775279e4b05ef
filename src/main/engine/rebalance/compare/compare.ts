/**
 * *Sell now* against *hedge now, sell on a date*.
 *
 * case → what each does (lots, purchases, legs) → gains by year and character → tax by year → cost in today's money
 *      → which is cheaper, why, and which rules could change that
 */
import type { Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { absolute, compare, isNegative, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { percentText } from '../../words.ts';
import { hedgeThenSell, sellNow } from './actions.ts';
import { alternativeOf } from './alternative.ts';
import type { Alternative } from './alternative.ts';
import { caveatsOf } from './caveats.ts';
import type { Caveat } from './caveats.ts';
import { comparisonReasons, comparisonSentence } from './compare-words.ts';
import type { Better } from './compare-words.ts';
import type { ComparisonCase } from './comparison-case.ts';
import { legFlows } from './leg-results.ts';
import { gainsOfLeg } from './gains.ts';
import type { GainItem } from './gains.ts';
import { straddleReading } from './straddle-reading.ts';
import type { StraddleReading } from './straddle-reading.ts';
import { taxDifferences } from './tax-difference.ts';
import type { Assess } from './tax-difference.ts';

export interface Comparison {
  readonly sellNow: Alternative;
  readonly hedge: Alternative;
  readonly better: Better;
  /** How much cheaper the better one is, in today's money; never negative. */
  readonly difference: Money;
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly caveats: readonly Caveat[];
  /** The same question if the straddle rules apply as written. */
  readonly strict: { readonly better: Better; readonly difference: Money; readonly reading: StraddleReading };
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
export function comparison(given: ComparisonCase, assess: Assess): Result<Comparison> {
  const now = sellNow(given);
  const later = hedgeThenSell(given);
  const taxesNow = taxDifferences(given.years, now.actions.items, assess);
  if (!taxesNow.ok) return taxesNow;
  const taxesLater = taxDifferences(given.years, later.actions.items, assess);
  if (!taxesLater.ok) return taxesLater;
  const selling = alternativeOf({ kind: 'sell-now', title: 'Sell now' }, now.actions, taxesNow.value, given);
  const title = `Hedge now, sell on ${dateText(given.exit)}`;
  const head = { kind: 'hedge-then-sell', title } as const;
  const hedging = alternativeOf(head, later.actions, taxesLater.value, given);

  const reading = straddleReading(given, hedging.sales, hedging.items);
  const taxesStrict = taxDifferences(given.years, reading.items, assess);
  if (!taxesStrict.ok) return taxesStrict;
  const strictHedge = alternativeOf(head, later.actions, taxesStrict.value, given);
  const restartTax = taxOfRestart(given, hedging, reading, assess);
  if (!restartTax.ok) return restartTax;

  const plain = verdict(selling, hedging);
  const strict = { ...verdict(selling, strictHedge), reading };
  return ok({
    sellNow: selling,
    hedge: hedging,
    ...plain,
    sentence: comparisonSentence(plain.better, plain.difference, strict, given),
    reasons: comparisonReasons(selling, hedging, given),
    caveats: caveatsOf({
      given,
      sellNow: selling,
      hedge: hedging,
      reading,
      strictCost: strictHedge.presentCost,
      restartTax: restartTax.value,
      example: exampleReading(given),
      exampleRise: percentText(EXAMPLE_RISE),
    }),
    strict,
    uncovered: now.uncovered,
  });
}

function verdict(selling: Alternative, hedging: Alternative): { better: Better; difference: Money } {
  const saved = subtract(selling.presentCost, hedging.presentCost);
  const difference = absolute(saved);
  if (compare(difference, HALF_A_CENT) < 0) return { better: 'equal', difference };
  return { better: isNegative(saved) ? 'sell-now' : 'hedge-then-sell', difference };
}

/** What the restarted clocks add to the tax, all else as computed. */
function taxOfRestart(
  given: ComparisonCase,
  hedging: Alternative,
  reading: StraddleReading,
  assess: Assess,
): Result<Money> {
  const saleItems = reading.items.filter(({ from }) => 'lot' in from);
  const legItems = hedging.items.filter(({ from }) => 'leg' in from);
  const taxes = taxDifferences(given.years, [...saleItems, ...legItems], assess);
  if (!taxes.ok) return taxes;
  const total = sum(
    taxes.value.map(({ tax }) => tax),
    zeroMoney,
  );
  return ok(subtract(total, hedging.tax));
}

/** The straddle reading as if every price rose: what a deferral would look like. */
function exampleReading(given: ComparisonCase): StraddleReading {
  const risen: ComparisonCase = {
    ...given,
    trades: given.trades.map((trade) => ({ ...trade, change: EXAMPLE_RISE })),
    legs: given.legs.map((leg) => ({ ...leg, change: EXAMPLE_RISE })),
  };
  const items = risen.legs.flatMap((leg, index): GainItem[] => gainsOfLeg(leg, index, legFlows(leg, risen)));
  return straddleReading(risen, hedgeThenSell(risen).actions.sales, items);
}
