import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, add, compare, isNegative, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { largestNet, netsAlong, unwindSlices } from '../../../engine/futures/watch/unwind-slices.ts';
import type { UnwindStep } from '../../../engine/futures/watch/unwind-slices.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { ContractPoint } from '../../../engine/valuation/contract-point.ts';
import { listText, quantityText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { underlyingOf } from './asset-states.ts';
import { asCoinsOfAsset } from './coins-of-asset.ts';
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
  if (lives.length === 0 && leg !== undefined) return fail('hedge/no-such-leg', { leg }, { field: 'leg' });
  if (lives.length === 0 && plan !== undefined)
    return fail('hedge/no-such-plan', { plan }, { field: 'plan' });
  const all = lives.flatMap((life) => life.open.map((part) => ({ life, part })));
  const closes = all.flatMap((one) => closeOf(one, slices ?? SLICES, withSpot ?? true, derived) ?? []);
  const issues = all
    .filter((one) => !closes.some(({ part }) => part === one.part))
    .map(({ part: { part } }) =>
      issueOf('hedge/close-unpriced', 'warning', { contract: part.contract, of: part.spec.underlying }),
    );
  return ok(answerOf(closes, withSpot ?? true, issueTexts(issues, derived), derived));
};

interface OpenPart {
  readonly life: LegLife;
  readonly part: OpenLegContract;
}

interface LegClose extends OpenPart {
  readonly terms: ContractTerms;
  readonly point: ContractPoint;
  /** In coins of the leg's asset, signed. */
  readonly moved: Coins;
  readonly steps: readonly UnwindStep[];
}

/** null where a price or the contract's terms are missing: then nobody can say what closing does. */
function closeOf(
  { life, part }: OpenPart,
  slices: number,
  withSpot: boolean,
  derived: Derived,
): LegClose | null {
  const terms = derived.facts.termsOf(part.part.contract);
  const moved = asCoinsOfAsset(part.coins, life, derived);
  if (terms === undefined || part.point === null || moved === null) return null;
  const open = part.part.quantity.amount;
  const steps = unwindSlices({ open, moved, step: terms.quantityStep, slices, withSpot });
  return { life, part, terms, point: part.point, moved, steps };
}

function answerOf(
  closes: readonly LegClose[],
  withSpot: boolean,
  issues: Close['issues'],
  derived: Derived,
): Close {
  const placed = interleaved(closes);
  const start = startOf(closes, derived);
  const nets = netsAlong(start, placed);
  const steps = placed.map((one, index) => stepText(one, index + 1, nets[index] ?? noCoins, derived));
  const symbols = closes.map(({ terms }) => terms.symbol);
  return {
    sentence:
      closes.length === 0
        ? 'Nothing is open that could be closed.'
        : `Close ${listText(symbols)} in ${steps.length === 1 ? 'one step' : `${steps.length} steps`}${withSpot ? ': in each slice the futures first, then the coins' : ''}.`,
    steps,
    largest: [...start].map(([asset, before]) => {
      const ofAsset = nets.filter((_, index) => placed[index]?.asset === asset);
      const largest = largestNet(before, ofAsset);
      return {
        asset,
        netCoins: toText(largest),
        words: `The most that moves with the price on the way is ${quantityText(largest, asset)}; it is ${quantityText(before, asset)} now.`,
      };
    }),
    checks: closes.length === 0 ? [] : [openCheck(closes, derived)],
    issues,
  };
}

const noCoins = coins(zeroQuantity);

interface PlacedStep extends UnwindStep {
  readonly close: LegClose;
  readonly asset: AssetId;
}

/** Slice by slice over all legs: those of one plan are closed together. */
function interleaved(closes: readonly LegClose[]): readonly PlacedStep[] {
  const most = Math.max(0, ...closes.map(({ steps }) => steps.length));
  return Array.from({ length: most }, (_, n) =>
    closes.flatMap((close) => {
      const step = close.steps[n];
      return step === undefined ? [] : [{ ...step, close, asset: close.life.leg.asset }];
    }),
  ).flat();
}

/** What moves with each asset's price now; a hedge with another coin counts by its worth. */
function startOf(closes: readonly LegClose[], derived: Derived): ReadonlyMap<AssetId, Coins> {
  const start = new Map<AssetId, Coins>();
  for (const { life, moved } of closes) {
    const { asset } = life.leg;
    const holding = derived.holdings.holdings.find((one) => one.asset === asset);
    const known = start.get(asset) ?? coins(holding?.effectiveQuantity ?? zeroQuantity);
    start.set(asset, underlyingOf(life) === asset ? known : coins(add<Quantity>(known, moved)));
  }
  return start;
}

function stepText(
  { what, quantity, asset, close: { part, terms, point } }: PlacedStep,
  number: number,
  net: Coins,
  derived: Derived,
): Close['steps'][number] {
  const isSpot = what === 'spot';
  const side = part.part.open.direction === 'short' ? ('buy' as const) : ('sell' as const);
  const order = isSpot
    ? null
    : orderTextOf(
        { asset, terms, at: point, side, quantity, reduceOnly: true, position: part.part },
        derived,
      );
  // In a cross hedge the asset's own price is known: its coins were counted by it.
  const price = derived.prices.latest(asset, derived.at)?.price ?? point.price;
  const amount = quantityText(absolute(quantity), asset);
  return {
    number,
    what,
    words: order?.words ?? `${isNegative(quantity) ? 'Sell' : 'Buy'} ${amount} of coins.`,
    order,
    spotCoins: isSpot ? toText(quantity) : '0',
    netCoins: toText(net),
    netValue: toText(valueOf(net, price, 'half-even')),
  };
}

/** Whether the legs close no more than the venue's positions hold: their fills may tell more than the account has. */
function openCheck(closes: readonly LegClose[], derived: Derived): Close['checks'][number] {
  const held = new Map(derived.positions.positions.map((one) => [positionKey(one), one]));
  const groups = Map.groupBy(closes, ({ part }) => positionKey(part.part));
  const tooMuch = [...groups].flatMap(([key, list]) => {
    const position = held.get(key);
    const closed = sum(
      list.map(({ part }) => part.part.quantity.amount),
      zeroQuantity,
    );
    const isSame = position?.side === list[0]?.part.part.open.direction;
    return isSame && compare(closed, position?.quantity.amount ?? zeroQuantity) <= 0
      ? []
      : (list[0]?.terms.symbol ?? []);
  });
  return {
    check: 'reduce-only',
    passed: tooMuch.length === 0,
    words:
      tooMuch.length === 0
        ? 'Every futures order is reduce-only, names the position that it closes, and closes no more than it holds.'
        : `The legs have more open in ${listText(tooMuch)} than the account holds: a reduce-only order closes only what is there. Link the fills that are missing first.`,
  };
}
