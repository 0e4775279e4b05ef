import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { absolute, compare, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroPrice, zeroQuantity } from '../../../../shared/num/types.ts';
import { coins } from '../../../engine/futures/units.ts';
import { largestNet, unwindSlices } from '../../../engine/futures/watch/unwind-slices.ts';
import type { UnwindStep } from '../../../engine/futures/watch/unwind-slices.ts';
import { listText, quantityText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { legLivesOf } from './leg-lives.ts';
import type { LegLife, OpenLegContract } from './leg-lives.ts';
import { orderTextOf } from './order-text.ts';

type Close = CallAnswer<'hedge.close'>;

const SLICES = 3;

/**
 * How to close a leg or a plan: futures slice by slice, each with its coins where they are sold too, and the exposure
 * after each. Changes nothing. Errors: `hedge/no-such-leg`, `hedge/no-such-plan`.
 */
export const previewClose: Handler<'hedge.close'> = async ({ leg, plan, slices, withSpot }, context) => {
  const found = await derivedOf(context);
  if (!found.ok) return found;
  const derived = found.value;
  const lives = legLivesOf(derived).filter((life) =>
    leg === undefined ? plan === undefined || life.plan.id === plan : life.leg.id === leg,
  );
  if (lives.length === 0)
    return leg === undefined
      ? fail('hedge/no-such-plan', { plan: plan ?? '' }, { field: 'plan' })
      : fail('hedge/no-such-leg', { leg }, { field: 'leg' });
  const closes = lives.flatMap((life) => closesOf(life, slices ?? SLICES, withSpot ?? true, derived));
  return ok(answerOf(closes, withSpot ?? true));
};

interface LegClose {
  readonly asset: string;
  readonly symbol: string;
  readonly start: Quantity;
  readonly steps: readonly Omit<Close['steps'][number], 'number'>[];
  readonly largest: Quantity;
  readonly reduces: boolean;
}

function closesOf(life: LegLife, slices: number, withSpot: boolean, derived: Derived): LegClose[] {
  return life.open.flatMap((one) => closeOf(life, one, slices, withSpot, derived) ?? []);
}

function closeOf(
  life: LegLife,
  { part, point, coins: moved }: OpenLegContract,
  slices: number,
  withSpot: boolean,
  derived: Derived,
): LegClose | null {
  const terms = derived.facts.termsOf(part.contract);
  if (terms === undefined || point === null || moved === null) return null;
  const { underlying } = terms;
  const holding = derived.holdings.holdings.find(({ asset }) => asset === underlying);
  const net = coins(holding?.effectiveQuantity ?? zeroQuantity);
  const price = holding?.price?.price ?? point.price;
  const open = part.quantity.amount;
  const steps = unwindSlices({ net, open, moved, step: terms.quantityStep, slices, withSpot });
  const side = part.open.direction === 'short' ? 'buy' : 'sell';
  const text = (step: UnwindStep): LegClose['steps'][number] => {
    const isSpot = step.what === 'spot';
    const order = isSpot
      ? null
      : orderTextOf(
          {
            asset: life.leg.asset,
            terms,
            at: point,
            side,
            quantity: step.quantity,
            reduceOnly: true,
            position: part,
          },
          derived,
        );
    const amount = quantityText(absolute(step.quantity), underlying);
    return {
      what: step.what,
      words: order?.words ?? `${isNegative(step.quantity) ? 'Sell' : 'Buy'} ${amount} of coins.`,
      order,
      spotCoins: isSpot ? toText(step.quantity) : '0',
      netCoins: toText(step.net),
      netValue: toText(valueOf(step.net, price ?? zeroPrice, 'half-even')),
    };
  };
  return {
    asset: underlying,
    symbol: terms.symbol,
    start: net,
    steps: steps.map(text),
    largest: largestNet(net, steps),
    reduces: compare(open, part.quantity.amount) <= 0 && !isZero(open),
  };
}

function answerOf(closes: readonly LegClose[], withSpot: boolean): Close {
  const steps = interleaved(closes).map((step, index) => ({ number: index + 1, ...step }));
  return {
    sentence:
      closes.length === 0
        ? 'Nothing is open that could be closed.'
        : `Close ${listText(closes.map(({ symbol }) => symbol))} in ${steps.length === 1 ? 'one step' : `${steps.length} steps`}${withSpot ? ': in each slice the futures first, then the coins' : ''}.`,
    steps,
    largest: closes.map(({ asset, largest, start }) => ({
      asset,
      netCoins: toText(largest),
      words: `The most that moves with the price on the way is ${quantityText(largest, asset)}; it is ${quantityText(start, asset)} now.`,
    })),
    checks: [
      {
        check: 'reduce-only',
        passed: closes.every(({ reduces }) => reduces),
        words: 'Every futures order is reduce-only and names the position that it closes.',
      },
      {
        check: 'order',
        passed: true,
        words:
          'The hedge is taken off before the coins of its slice are sold, so no leg is left that is larger than before.',
      },
    ],
    issues: [],
  };
}

/** Slice by slice over all legs: those of one plan are closed together. */
function interleaved(closes: readonly LegClose[]): LegClose['steps'] {
  const most = Math.max(0, ...closes.map(({ steps }) => steps.length));
  return Array.from({ length: most }, (_, n) => closes.flatMap(({ steps }) => steps[n] ?? [])).flat();
}
