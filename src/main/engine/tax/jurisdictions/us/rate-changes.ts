import { absolute, add, subtract } from '../../../../../shared/num/arithmetic.ts';
import { ok } from '../../../../../shared/errors/failure.ts';
import type { Result } from '../../../../../shared/errors/failure.ts';
import { money, rate } from '../../../../../shared/num/parse.ts';
import { moneyTimes, ratio } from '../../../../../shared/num/products.ts';
import { roundTo } from '../../../../../shared/num/rounding.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../../shared/num/types.ts';
import { moneyText, percentText } from '../../../words.ts';
import type { MarginalRates, YearInput } from '../../assessment.ts';
import { marginalRates, withMore } from './marginal-rates.ts';
import { parametersFor } from './parameters/parameters-for.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import { usLines } from './us-lines.ts';

/** Where the rate on more of one character changes. */
export interface RateChange {
  readonly kind: keyof MarginalRates;
  /** What the very next unit of money costs. */
  readonly rate: Rate;
  /** How much more fits at this rate, to the cent; null: it does not change up to 100 million more. */
  readonly room: Money | null;
  /** The rate after that; null where it does not change. */
  readonly nextRate: Rate | null;
  /** A whole sentence or two: "The next 1 000 USD of long-term gain cost 150.00 USD. …" */
  readonly words: string;
}

const ONE = money('1');
const CENT = money('0.01');
const FIRST_LOOK = money('1000');
const MOST = money('100000000');
const HALF = rate('0.5');
/** Products round at the 18th decimal: less than this is no change of rate. */
const NOISE = money('0.000000001');

const KINDS = {
  ordinary: 'ordinary income',
  shortTerm: 'short-term gain',
  longTerm: 'long-term gain',
  section1256: 'section 1256 gain',
} as const satisfies Record<keyof MarginalRates, string>;

/**
 * For each character, how much more fits before its rate changes: by bisection of the real tax of the year, so that every
 * threshold, limit on losses and phase-out is in it. Rounds the room down to the cent.
 * Errors: `tax/year-not-covered`.
 */
export function rateChanges(input: YearInput): Result<readonly RateChange[]> {
  const parameters = parametersFor(input.year, input.inflation);
  if (!parameters.ok) return parameters;
  const perThousand = marginalRates(input, parameters.value);
  const kinds = Object.keys(KINDS) as (keyof MarginalRates)[];
  return ok(kinds.map((kind) => rateChange(kind, input, { parameters: parameters.value, perThousand })));
}

function rateChange(
  kind: keyof MarginalRates,
  input: YearInput,
  { parameters, perThousand }: { readonly parameters: YearParameters; readonly perThousand: MarginalRates },
): RateChange {
  const taxWith = (more: Money): Money => usLines(withMore(kind, input, more), parameters).totalTax;
  const base = taxWith(zeroMoney);
  const slope = ratio(subtract(taxWith(ONE), base), ONE, 'half-even');
  const isStraight = (more: Money): boolean =>
    absolute(subtract(taxWith(more), add(base, moneyTimes(more, slope, 'half-even')))) <= NOISE;
  const room = lastStraight(isStraight);
  const nextRate =
    room === null
      ? null
      : ratio(subtract(taxWith(add(room, add(ONE, CENT))), taxWith(add(room, CENT))), ONE, 'half-even');
  const words = wordsOf(kind, { perThousand: perThousand[kind], rate: slope, room, nextRate });
  return { kind, rate: slope, room, nextRate, words };
}

/** The last cent up to which a predicate holds, looked for in steps that double; null where it always does. */
function lastStraight(isStraight: (more: Money) => boolean): Money | null {
  let low: Money = ONE;
  let high: Money = FIRST_LOOK;
  while (isStraight(high)) {
    if (high >= MOST) return null;
    low = high;
    high = add(high, high);
  }
  while (subtract(high, low) > CENT) {
    const middle = roundTo(moneyTimes(add(low, high), HALF, 'half-even'), 2, 'down');
    if (middle <= low) break;
    if (isStraight(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function wordsOf(
  kind: keyof MarginalRates,
  { perThousand, room, nextRate }: Omit<RateChange, 'kind' | 'words'> & { readonly perThousand: Rate },
): string {
  const cost = moneyText(moneyTimes(FIRST_LOOK, perThousand, 'half-even'), 'USD');
  const first = `The next 1 000 USD of ${KINDS[kind]} ${cost.startsWith('-') ? `save ${cost.slice(1)}` : `cost ${cost}`}.`;
  if (room === null || nextRate === null) return `${first} More does not change the rate.`;
  return `${first} After ${moneyText(room, 'USD')} more, each further unit costs ${percentText(nextRate)}.`;
}
