import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { HedgeLeg, HedgeLegId, HedgeLegState, HedgePlan } from '../../../../shared/domain/hedge.ts';
import { add, isZero } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import type { FuturesResult } from '../../../engine/futures/position.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { hasEnded } from '../../../engine/futures/positions-on-day.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { fillsAmong, positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import { legFunding } from '../../../engine/futures/watch/leg-funding.ts';
import type { LegPayment } from '../../../engine/futures/watch/leg-funding.ts';
import { legPosition, openContracts } from '../../../engine/futures/watch/leg-position.ts';
import type { LegContract, LegPosition } from '../../../engine/futures/watch/leg-position.ts';
import { legState } from '../../../engine/futures/watch/leg-state.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { ContractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';

/** A leg with all that its linked fills tell. */
export interface LegLife {
  readonly plan: HedgePlan;
  readonly leg: HedgeLeg;
  /** Of the contract that was planned; undefined where nobody knows it any more. */
  readonly terms: ContractTerms | undefined;
  /** The day the plan begins: earlier fills carried out nothing of it. */
  readonly from: LocalDate;
  readonly fills: readonly LegFill[];
  /** Linked, and not in the ledger as of this day. */
  readonly gone: readonly EventId[];
  readonly position: LegPosition;
  readonly state: HedgeLegState;
  /** The contracts that are open, the latest last. */
  readonly open: readonly OpenLegContract[];
  readonly payments: readonly LegPayment[];
}

/** An open part of a leg at its mark. */
export interface OpenLegContract {
  readonly part: LegContract;
  readonly point: ContractPoint | null;
  /** Signed; null without a price. */
  readonly coins: Coins | null;
  /** At the average entry: what it moved when it was opened. */
  readonly enteredCoins: Coins;
  readonly unrealised: SettleAmount | null;
}

/** The fills of a ledger, in its order and by id. */
export const fillIndex = keptFor((events: readonly LedgerEvent[]) => {
  const all = fillsAmong(events);
  return {
    all,
    byId: new Map(all.map((fill) => [fill.id, fill])),
    places: new Map(all.map(({ id }, place) => [id, place])),
  };
});

/** Fills in ledger order; those that the ledger does not have are left out. */
export function inLedgerOrder(ids: Iterable<EventId>, events: readonly LedgerEvent[]): readonly LegFill[] {
  const { all, places } = fillIndex(events);
  return [...new Set(ids)]
    .flatMap((id) => places.get(id) ?? [])
    .toSorted((a, b) => a - b)
    .flatMap((place) => all[place] ?? []);
}

/** Funding rows by position, so that no leg looks through those of others. */
const fundingIndex = keptFor(
  (results: Derived['positions']['results']): ReadonlyMap<string, readonly FuturesResult[]> =>
    Map.groupBy(
      results.filter(({ kind, contract }) => kind === 'funding' && contract !== null),
      ({ contract, ...rest }) => (contract === null ? '' : positionKey({ ...rest, contract })),
    ),
);

/** The day a plan was made for: with `--as-of`, and in the sample, that lies before the day on which it was saved. */
export function firstDayOf({ createdAt, steps, baseline }: HedgePlan, timeZone: TimeZone): LocalDate {
  const days = [...steps.map(({ date }) => date), ...(baseline === null ? [] : [baseline.date])];
  const saved = localDateOf(createdAt, timeZone);
  return days.reduce((earliest, date) => (date < earliest ? date : earliest), saved);
}

/** Every leg of every plan that stands, oldest plan first. */
export const legLivesOf = keptFor((derived: Derived): readonly LegLife[] =>
  derived.facts.plans.flatMap(({ plan }) => plan.legs.map((leg) => lifeOf(plan, leg, derived))),
);

/** A leg as its fills have it. In: the plan that it stands in, saved or not yet. */
export function lifeOf(plan: HedgePlan, leg: HedgeLeg, derived: Derived): LegLife {
  const { byId } = fillIndex(derived.events);
  const { termsOf, timeZone } = derived.facts;
  const fills = leg.fills.flatMap((id) => byId.get(id) ?? []);
  const position = legPosition(fills, termsOf);
  return {
    plan,
    leg,
    terms: termsOf(leg.contract),
    from: firstDayOf(plan, timeZone),
    fills,
    gone: leg.fills.filter((id) => !byId.has(id)),
    position,
    state: legState(position),
    open: openContracts(position).map((part) => openPart(part, derived)),
    payments: legFunding(
      position,
      position.contracts.flatMap(
        (one) => fundingIndex(derived.positions.results).get(positionKey(one)) ?? [],
      ),
      (asset, at) => derived.prices.nearest(asset, at)?.price ?? null,
    ),
  };
}

/** What has ended moves nothing any more; what it brought in the end is in no file yet. */
function openPart(part: LegContract, { prices, at, asOf }: Derived): OpenLegContract {
  const point = contractPoint(part.spec, prices, at);
  const { size, entryValue, direction } = part.open;
  const open = { spec: part.spec, side: direction, size, entryValue };
  const value = point === null ? null : valuePosition(open, point);
  const entry = part.averageEntry;
  const entered =
    entry === null
      ? coins(zeroQuantity)
      : valuePosition(open, { price: entry, settlePrice: point?.settlePrice ?? entry }).delta;
  if (hasEnded(part.spec, asOf))
    return { part, point, coins: coins(zeroQuantity), enteredCoins: entered, unrealised: null };
  return {
    part,
    point,
    coins: value?.delta ?? (part.spec.payoff === 'linear' ? entered : null),
    enteredCoins: entered,
    unrealised: value?.unrealisedProfit ?? null,
  };
}

/** Coins that a leg moves now, signed; null where a price is missing. */
export function legCoins({ open }: Pick<LegLife, 'open'>): Coins | null {
  let total: Quantity = zeroQuantity;
  for (const one of open) {
    if (one.coins === null) return null;
    total = add(total, one.coins);
  }
  return coins(total);
}

/** Coins of an asset that open parts owe or are owed and that no balance shows. */
export function openCoinProfit(life: Pick<LegLife, 'open'>, asset: AssetId, currency: AssetId): Quantity {
  return life.open
    .filter(({ part }) => part.spec.settleAsset === asset && assetClass(asset, currency) === 'coin')
    .reduce<Quantity>((total, { unrealised }) => add(total, unrealised ?? zeroQuantity), zeroQuantity);
}

/** The open part that a leg's figures are of: the latest. */
export function currentPart({ open }: Pick<LegLife, 'open'>): OpenLegContract | null {
  return open.findLast(({ part }) => !isZero(part.open.size)) ?? null;
}

/** Whose each linked fill is: a fill belongs to one leg. */
export const fillOwners = keptFor(
  (derived: Derived): ReadonlyMap<EventId, HedgeLegId> =>
    new Map(legLivesOf(derived).flatMap(({ leg }) => leg.fills.map((fill) => [fill, leg.id] as const))),
);

/** The fills that no leg has, by contract and by account, each in ledger order. */
export const freeFills = keptFor((derived: Derived) => {
  const owners = fillOwners(derived);
  const free = fillIndex(derived.events).all.filter(({ id }) => !owners.has(id));
  return {
    byContract: Map.groupBy(free, ({ fill }) => fill.contract),
    byAccount: Map.groupBy(free, ({ fill }) => fill.account),
  };
});
