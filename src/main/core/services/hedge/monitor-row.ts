import type { z } from 'zod';
import type { monitorRow } from '../../../../shared/contract/monitor-calls.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { ratio as ratioOfTwo, valueOf } from '../../../../shared/num/products.ts';
import type { Exact, Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { addDays, dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import { levelOf, urgencyOf } from '../../../engine/futures/watch/alarms.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { fundingTotal } from '../../../engine/futures/watch/leg-funding.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import type { Derived } from '../../derived.ts';
import { legBasisOf } from './leg-basis-of.ts';
import type { LegLife } from './leg-lives.ts';
import { amountText } from './leg-text.ts';
import type { LegWatch } from './leg-watch.ts';
import { nextWords } from './next-words.ts';
import { changesOf, thresholdsText } from './thresholds-setting.ts';
import { causeWords, liquidationWords, marginWords, priceWords, ratioWords } from './watch-words.ts';

export type MonitorRow = z.output<typeof monitorRow>;

const text = (value: Exact | null | undefined): string | null =>
  value === null || value === undefined ? null : toText(value);

/** A leg as the monitor shows it. */
export function legRow(life: LegLife, watch: LegWatch, derived: Derived): MonitorRow {
  const { leg, plan } = life;
  const { current, spec } = watch;
  const settle = spec?.settleAsset ?? derived.facts.currency;
  const funding = fundingTotal(life.payments);
  return {
    ...shared(watch, derived, leg.id),
    leg: leg.id,
    plan: plan.id,
    position: current === null ? null : positionKey(current.part),
    asset: leg.asset,
    contract: spec?.id ?? leg.contract,
    accountName: current === null ? null : derived.accountName(current.part.account),
    side: leg.side,
    state: life.state,
    reason: plan.reason,
    quantity: text(current?.part.quantity.amount) ?? '0',
    plannedQuantity: toText(leg.quantity),
    averageEntry: text(current?.part.averageEntry),
    next: nextWords(life, watch),
    ratio: ratioText(watch, leg.asset),
    drift: driftText(watch, leg.asset),
    residual: residualText(watch),
    funding: {
      asset: settle,
      quantity: toText(funding.quantity),
      value: text(funding.value),
      payments: life.payments.length,
    },
    fees: feesOf(life).map(([asset, quantity]) => amountText(asset, quantity, derived)),
    realisedProfit: amountText(settle, realisedOf(life), derived),
    unrealisedProfit: current === null ? null : unrealised(life, settle, derived),
    basis: legBasisOf(life, watch, derived),
    exitDate: dateText(plan.exitDate),
    explain: `leg:${leg.id}`,
  };
}

/** An open position that belongs to no leg, as the monitor shows it. */
export function positionRow(position: FuturesPosition, watch: LegWatch, derived: Derived): MonitorRow {
  const { spec } = position;
  const { settleAsset } = spec;
  const open = watch.point === null ? null : valuePosition(position, watch.point);
  const id = positionKey(position);
  const fees = [{ asset: settleAsset, quantity: position.fees as Quantity }, ...position.otherFees];
  const words = 'No plan says what this position is for, so there is nothing to measure it against.';
  return {
    ...shared(watch, derived, id),
    leg: null,
    plan: null,
    position: id,
    asset: spec.underlying,
    contract: spec.id,
    accountName: derived.accountName(position.account),
    side: position.side === 'short' ? 'sell' : 'buy',
    state: 'opened',
    reason: 'Not known: it belongs to no plan.',
    quantity: toText(position.quantity.amount),
    plannedQuantity: null,
    averageEntry: text(position.averageEntry),
    next: nextWords(null, watch),
    ratio: { now: null, planned: null, coins: text(open?.delta), wanted: null, wantedAtPlan: null, words },
    drift: null,
    residual: { coins: null, value: null, share: null },
    funding: { ...amountText(settleAsset, position.funding, derived), payments: 0 },
    fees: fees.map((fee) => amountText(fee.asset, fee.quantity, derived)),
    realisedProfit: amountText(settleAsset, position.realisedProfit, derived),
    unrealisedProfit: open === null ? null : amountText(settleAsset, open.unrealisedProfit, derived),
    basis: null,
    exitDate: null,
    explain: id,
  };
}

type Shared = Pick<
  MonitorRow,
  | 'contractName'
  | 'symbol'
  | 'venue'
  | 'unit'
  | 'quote'
  | 'settleAsset'
  | 'level'
  | 'urgency'
  | 'alarms'
  | 'stale'
  | 'price'
  | 'margin'
  | 'liquidation'
  | 'expiry'
  | 'thresholds'
  | 'ownThresholds'
>;

function shared(watch: LegWatch, derived: Derived, id: string): Shared {
  const { spec, alarms, limits } = watch;
  return {
    contractName: spec?.name ?? id,
    symbol: spec?.symbol ?? id,
    venue: spec?.venue ?? '',
    unit: spec?.quantityUnit ?? 'contracts',
    quote: spec?.quote ?? derived.facts.currency,
    settleAsset: spec?.settleAsset ?? derived.facts.currency,
    level: levelOf(alarms),
    urgency: urgencyOf(alarms),
    alarms: alarms.map(({ field, level, words }) => ({ field, level, words })),
    stale: watch.stale,
    price: priceText(watch),
    margin: marginText(watch, derived),
    liquidation: liquidationText(watch),
    expiry: expiryText(watch, derived),
    thresholds: thresholdsText(limits),
    ownThresholds: changesOf(derived.facts.settings, id) !== null,
  };
}

function priceText(watch: LegWatch): MonitorRow['price'] {
  const { point, priceAge } = watch;
  const time = point?.mark.time ?? null;
  return {
    mark: text(point?.price),
    time: time === null ? null : toIso(time),
    source: point?.mark.source ?? null,
    fromUnderlying: point?.fromUnderlying ?? false,
    ageDays: priceAge === null ? null : String(priceAge),
    words: priceWords(watch),
  };
}

function marginText(watch: LegWatch, derived: Derived): MonitorRow['margin'] {
  const { margin, spec } = watch;
  return {
    mode: margin === null || !margin.modeKnown ? null : margin.position.mode,
    asset: spec?.settleAsset ?? derived.facts.currency,
    equity: text(margin?.margin.equity),
    initial: text(margin?.margin.initial),
    maintenance: text(margin?.margin.maintenance),
    buffer: text(margin?.buffer),
    tier: margin?.margin.tier ?? null,
    words: marginWords(watch),
  };
}

function liquidationText(watch: LegWatch): MonitorRow['liquidation'] {
  const { margin, distance, least, isOpen } = watch;
  const found = margin?.margin.liquidation;
  const nothing = isOpen ? ('unknown' as const) : ('nothing-open' as const);
  const kind =
    found === undefined ? nothing : found.kind === 'price' && found.call ? 'margin-call' : found.kind;
  return {
    kind,
    price: found?.kind === 'price' ? toText(found.price) : null,
    distance: text(distance?.share),
    dailySigmas: text(distance?.dailySigmas),
    least: toText(least),
    words: liquidationWords(watch),
  };
}

function expiryText({ spec, limits }: LegWatch, { asOf }: Derived): MonitorRow['expiry'] {
  if (spec === undefined || spec.expiry === null) return null;
  const days = daysBetween(asOf, spec.expiry);
  const rollBy = addDays(spec.expiry, -limits.rollWarnDays);
  const date = dateText(spec.expiry);
  const words =
    days < 0
      ? `It ended on ${date}.`
      : `It ends on ${date}, in ${days} days; roll it from ${dateText(rollBy)} on.`;
  return { date, days, rollBy: dateText(rollBy), words };
}

function ratioText({ ratio }: LegWatch, asset: string): MonitorRow['ratio'] {
  return {
    now: text(ratio?.now),
    planned: text(ratio?.planned),
    coins: text(ratio?.moved),
    wanted: text(ratio?.wanted),
    wantedAtPlan: text(ratio?.wantedAtPlan),
    words: ratio === null ? '' : ratioWords(ratio, asset),
  };
}

function driftText({ ratio }: LegWatch, asset: string): MonitorRow['drift'] {
  if (ratio?.change === null || ratio?.change === undefined || ratio.price === null) return null;
  const { change, price } = ratio;
  return {
    gapAtPlan: toText(change.atPlan),
    gapNow: toText(change.now),
    causes: change.causes.map(({ cause, coins }) => ({
      cause,
      coins: toText(coins),
      value: toText(valueOf(coins, price, 'half-even')),
      words: causeWords(cause, coins, asset),
    })),
    words: change.causes.every(({ coins }) => isZero(coins))
      ? 'Nothing has changed since the plan was made.'
      : 'Each cause is what the gap changes by when it alone goes from then to now, one after the other; together they are the whole change.',
  };
}

function residualText({ ratio }: LegWatch): MonitorRow['residual'] {
  const gap = ratio?.gap ?? null;
  if (ratio === null || gap === null) return { coins: null, value: null, share: null };
  const { wanted, price } = ratio;
  return {
    coins: toText(gap),
    value: price === null ? null : toText(valueOf(gap, price, 'half-even')),
    share: wanted === null || isZero(wanted) ? null : toText(ratioOfTwo<Quantity>(gap, wanted, 'half-even')),
  };
}

function feesOf({ position }: LegLife): readonly (readonly [AssetId, Quantity])[] {
  const sums = new Map<AssetId, Quantity>();
  for (const { fees } of position.contracts)
    for (const { asset, quantity } of fees) sums.set(asset, add(sums.get(asset) ?? zeroQuantity, quantity));
  return [...sums];
}

function realisedOf({ position }: LegLife): Quantity {
  return position.contracts.reduce<Quantity>(
    (total, one) => add<Quantity>(total, one.realisedProfit),
    zeroQuantity,
  );
}

function unrealised(life: LegLife, settle: AssetId, derived: Derived): MonitorRow['unrealisedProfit'] {
  let total = settleAmount(zeroQuantity);
  for (const one of life.open) {
    if (one.unrealised === null) return null;
    total = add(total, one.unrealised);
  }
  return amountText(settle, total, derived);
}
