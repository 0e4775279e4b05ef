/** Why a leg's figure is what it is: `leg:<id>/<figure>`, as the monitor names its figures. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, isNegative, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { byDay, byMonth, listedTrace } from '../../../engine/explain/listed.ts';
import { leaf, node } from '../../../engine/explain/trace-nodes.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { LegContract } from '../../../engine/futures/watch/leg-position.ts';
import type { Derived } from '../../derived.ts';
import { basisFigures, basisParts } from './leg-basis-of.ts';
import { gapTrace } from './gap-trace.ts';
import { currentPart, legLivesOf } from './leg-lives.ts';
import type { LegLife, OpenLegContract } from './leg-lives.ts';
import { positionMarginOf } from './leg-margin.ts';
import { legRatioOf } from './leg-ratio.ts';
import { causeWords } from './watch-words.ts';

type Figure = (life: LegLife, derived: Derived, path: readonly string[]) => Trace | null;

/** The figures of a leg by the names that the monitor gives them. */
const figures: { readonly [Field in string]?: Figure } = {
  ratio: ratioTrace,
  coins: coinsTrace,
  wanted: wantedTrace,
  residual: gapTrace,
  drift: driftTrace,
  funding: fundingTrace,
  fees: feesTrace,
  realisedProfit: realisedTrace,
  unrealisedProfit: unrealisedTrace,
  basis: basisTrace,
  distance: distanceTrace,
  buffer: bufferTrace,
};

/**
 * The trace behind a leg's figure; without a figure that of its ratio.
 * In: "leg:plan-1-leg-1", with "/<figure>" behind it. null where there is no such leg or figure, or it is not known.
 */
export function legTrace(id: string, derived: Derived): Trace | null {
  const [name = '', field = 'ratio', ...path] = id.replace(/^leg:/u, '').split('/');
  const life = legLivesOf(derived).find((one) => one.leg.id === name);
  const figure = Object.hasOwn(figures, field) ? figures[field] : undefined;
  return life === undefined || figure === undefined ? null : figure(life, derived, path);
}

function ratioTrace(life: LegLife, derived: Derived): Trace | null {
  const { now } = legRatioOf(life, derived);
  const moved = coinsTrace(life, derived);
  const wanted = wantedTrace(life, derived);
  if (now === null || moved === null || wanted === null) return null;
  return node(`Hedge ratio of ${life.leg.asset}`, now, '', 'quotient', [moved, wanted]);
}

/** All of the plan's legs in the asset. */
function coinsTrace(life: LegLife, derived: Derived): Trace | null {
  const { moved, isCross } = legRatioOf(life, derived);
  const { asset } = life.leg;
  if (moved === null) return null;
  const label = `Coins of ${asset} that the plan’s legs move`;
  const parts = legLivesOf(derived)
    .filter((one) => one.plan.id === life.plan.id && one.leg.asset === asset)
    .flatMap(({ open }) => open)
    .flatMap((one) => (one.coins === null ? [] : [openCoins(one)]));
  const total = parts.reduce<Quantity>((all, { amount }) => add(all, amount), zeroQuantity);
  return isCross || total !== (moved as Quantity)
    ? leaf(label, moved, asset)
    : node(
        label,
        moved,
        asset,
        'sum',
        parts.map(({ trace }) => trace),
      );
}

function openCoins({ part, coins: moved, point }: OpenLegContract): { amount: Quantity; trace: Trace } {
  const amount: Quantity = moved ?? zeroQuantity;
  const label = `${part.spec.symbol}, ${part.open.direction}${part.spec.payoff === 'linear' || point === null ? '' : ` at the mark of ${toText(point.price)}`}`;
  return { amount, trace: leaf(label, amount, part.spec.underlying) };
}

function wantedTrace(life: LegLife, derived: Derived): Trace | null {
  const { wanted, isCross } = legRatioOf(life, derived);
  const gap = gapTrace(life, derived);
  const moved = coinsTrace(life, derived);
  if (wanted === null || gap === null || moved === null) return null;
  const label = `Coins of ${life.leg.asset} that would bring it to its target`;
  return isCross
    ? leaf(label, wanted, life.leg.asset)
    : node(label, wanted, life.leg.asset, 'sum', [moved, gap]);
}

function driftTrace(life: LegLife, derived: Derived): Trace | null {
  const { change } = legRatioOf(life, derived);
  if (change === null) return null;
  const { asset } = life.leg;
  return node(`What ${asset} misses its target by`, change.now, asset, 'sum', [
    leaf('When the plan was made', change.atPlan, asset),
    ...change.causes.map(({ cause, coins }) => leaf(causeWords(cause, coins, asset), coins, asset)),
  ]);
}

function fundingTrace(life: LegLife, derived: Derived, path: readonly string[]): Trace | null {
  const [first] = life.payments;
  if (first === undefined) return null;
  const items = life.payments.map((one) => {
    const date = localDateOf(one.time, derived.facts.timeZone);
    const share = one.quantity === one.whole ? '' : ` (its share of ${toText(one.whole)})`;
    return {
      asset: one.asset,
      date,
      amount: one.quantity,
      trace: () =>
        leaf(`${dateText(date)} funding${share}`, one.quantity, one.asset, { events: [one.event] }),
    };
  });
  const id = `leg:${life.leg.id}/funding`;
  const list = { label: 'Funding', noun: 'payments', unit: first.asset, id, zero: zeroQuantity, items };
  return listedTrace({ ...list, levels: [byMonth, byDay] }, path);
}

function feesTrace(life: LegLife, _: Derived, [wanted]: readonly string[]): Trace | null {
  const fees = life.position.contracts.flatMap(({ fees: ofContract, spec }) =>
    ofContract.map((fee) => ({ ...fee, symbol: spec.symbol })),
  );
  const asset = wanted ?? fees[0]?.asset;
  const chosen = fees.filter((fee) => fee.asset === asset);
  if (asset === undefined || chosen.length === 0) return null;
  const events = life.fills.map(({ id }) => id);
  const total = sum(
    chosen.map(({ quantity }) => quantity),
    zeroQuantity,
  );
  const parts = chosen.map(({ symbol, quantity }) => leaf(`Fees of the fills in ${symbol}`, quantity, asset));
  return node(`Fees paid in ${asset}`, total, asset, 'sum', parts, { events });
}

function realisedTrace(life: LegLife): Trace | null {
  const [first] = life.position.contracts;
  if (first === undefined) return null;
  const { settleAsset } = first.spec;
  const parts = life.position.contracts.map((one) =>
    leaf(`${one.spec.symbol}, by the leg’s own average entry`, one.realisedProfit, settleAsset, {
      events: life.fills.filter(({ fill }) => fill.contract === one.contract).map(({ id }) => id),
    }),
  );
  const total = life.position.contracts.reduce<Quantity>(
    (all, one) => add<Quantity>(all, one.realisedProfit),
    zeroQuantity,
  );
  return node('Realised profit of the leg', total, settleAsset, 'sum', parts);
}

function unrealisedTrace(life: LegLife): Trace | null {
  const current = currentPart(life);
  if (current === null || current.point === null || current.unrealised === null) return null;
  const { part, point, unrealised } = current;
  const { settleAsset } = part.spec;
  const events = life.fills.filter(({ fill }) => fill.contract === part.contract).map(({ id }) => id);
  const now = leaf(`Worth at the mark of ${toText(point.price)}`, worthAt(part, point.price), settleAsset);
  const entry = leaf('Worth when entered', part.open.entryValue, settleAsset, { events });
  const isNowFirst =
    subtract<Quantity>(worthAt(part, point.price), part.open.entryValue) === (unrealised as Quantity);
  return node(
    'Open profit of the leg',
    unrealised,
    settleAsset,
    'difference',
    isNowFirst ? [now, entry] : [entry, now],
  );
}

function worthAt({ spec, open }: LegContract, price: Price): Quantity {
  return payoffRules(spec.payoff).valueAt(open.size, price);
}

/** A short sells the gap to spot when it opens and buys it back when it closes; what is open is taken at the gap of now. */
function basisTrace(life: LegLife, derived: Derived): Trace | null {
  const current = currentPart(life);
  const spec = current?.part.spec ?? life.position.contracts.at(-1)?.spec;
  if (spec === undefined) return null;
  const placed = { spec, point: current?.point ?? null };
  const earned = basisFigures(life, placed, derived)?.earned ?? null;
  if (earned === null) return null;
  const parts = basisParts(life, placed, derived).map(({ fill, earned: part }) =>
    fill === null
      ? leaf('What is open, at the gap of now', part, spec.quote)
      : leaf(`${fill.fill.side} at ${toText(fill.fill.price)}, times its gap to spot`, part, spec.quote, {
          events: [fill.id],
        }),
  );
  return node('What the basis has brought', earned, spec.quote, 'sum', parts);
}

function distanceTrace(life: LegLife, derived: Derived): Trace | null {
  const current = currentPart(life);
  const margin = current === null ? null : positionMarginOf(current.part, derived);
  const found = margin?.margin.liquidation;
  if (current === null || current.point === null || found === undefined || found.kind !== 'price')
    return null;
  const { quote } = current.part.spec;
  const { price: mark } = current.point;
  const away = subtract<Price>(found.price, mark);
  const price = leaf(found.call ? 'Price of a margin call' : 'Liquidation price', found.price, quote);
  const at = leaf('Mark', mark, quote);
  const gap = isNegative(away)
    ? node('From the price to the mark', negate(away), quote, 'difference', [at, price])
    : node('From the mark to the price', away, quote, 'difference', [price, at]);
  const share = ratio<Price>(isNegative(away) ? negate(away) : away, mark, 'half-even');
  return node('Distance to liquidation', share, '', 'quotient', [gap, at]);
}

function bufferTrace(life: LegLife, derived: Derived): Trace | null {
  const current = currentPart(life);
  const margin = current === null ? null : positionMarginOf(current.part, derived);
  const equity = margin?.margin.equity ?? null;
  if (current === null || margin === null || margin.buffer === null || equity === null) return null;
  const { settleAsset } = current.part.spec;
  const kept = subtract<Quantity>(equity, margin.buffer);
  return node('Margin buffer', margin.buffer, settleAsset, 'difference', [
    leaf('What stands behind it: balance and open profit', equity, settleAsset),
    leaf('What has to be kept (maintenance margin)', kept, settleAsset),
  ]);
}
