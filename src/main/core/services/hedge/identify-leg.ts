/** What a leg hedges, and the record that says so on this very day. */
import type { EventId } from '../../../../shared/domain/event.ts';
import type { HedgeLeg } from '../../../../shared/domain/hedge.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { absolute, add, isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { compare } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { listText } from '../../../engine/words.ts';
import { hedgedLots } from '../../../engine/rebalance/hedged-lots.ts';
import type { NewRecord } from '../../../ledger/ledger.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { Derived } from '../../derived.ts';
import { hedgedAlready } from '../targets/hedged-already.ts';
import { legCoins } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';

export const LOT_ORDER = 'long-term lots first, then highest cost per unit, then earlier acquired';

/** The lots that a short leg hedges with what it now has open, by the standing order; none where it is long or flat. */
export function lotsOfLeg(life: LegLife, derived: Derived): HedgeLeg['lots'] {
  const moved = legCoins(life);
  if (moved === null || !isNegative(moved)) return [];
  const busy = new Map(hedgedAlready(derived, life.leg.id));
  const asset = life.leg.asset;
  const found = hedgedLots(
    [{ asset, quantity: absolute<Quantity>(moved) }],
    derived.heldLots,
    busy,
    derived.asOf,
  );
  const byLot = new Map<HedgeLeg['lots'][number]['lot'], Quantity>();
  for (const { lot, quantity } of found) byLot.set(lot.id, add(byLot.get(lot.id) ?? zeroQuantity, quantity));
  return [...byLot].map(([lot, quantity]) => ({ lot, quantity }));
}

/** The record of the fills that a leg is and of the lots that it hedges. */
export function legFillsRecord(
  life: Pick<LegLife, 'plan' | 'leg' | 'fills'>,
  lots: HedgeLeg['lots'],
  derived: Derived,
  recordedAt: Instant,
): NewRecord {
  const body = {
    plan: life.plan.id,
    leg: life.leg.id,
    date: dateText(derived.asOf),
    order: LOT_ORDER,
    fills: life.fills.map(fillBody),
    lots: lots.map(({ lot, quantity }) => ({ lot, quantity: toText(quantity) })),
  };
  return { kind: 'leg-fills', body: canonicalJson(body), recordedAt };
}

export function fillBody({ id, time, fill }: LegFill): object {
  const { contract, side, quantity, price, account } = fill;
  return {
    event: id,
    time: toIso(time),
    contract,
    account,
    side,
    quantity: toText(quantity),
    price: toText(price),
  };
}

/** Fills of an earlier day than the record, and a short that no lots reach. */
export function identificationIssues(
  fills: readonly LegFill[],
  life: LegLife,
  lots: HedgeLeg['lots'],
  derived: Derived,
  recordedAt: Instant,
): readonly Issue[] {
  const { timeZone } = derived.facts;
  const today = localDateOf(recordedAt, timeZone);
  const day = today < derived.asOf ? derived.asOf : today;
  const isShort = life.leg.side === 'sell';
  const early = [...new Set(fills.map(({ time }) => localDateOf(time, timeZone)))].filter(
    (date) => date < day,
  );
  const dates = listText(early.map(dateText));
  const late =
    isShort && early.length > 0
      ? [issueOf('hedge/identified-late', 'warning', { leg: life.leg.id, date: dates, today: dateText(day) })]
      : [];
  return [...late, ...shortOfLots(life, lots)];
}

function shortOfLots(life: LegLife, lots: HedgeLeg['lots']): readonly Issue[] {
  const moved = legCoins(life);
  if (moved === null || !isNegative(moved)) return [];
  const found = lots.reduce<Quantity>((total, { quantity }) => add(total, quantity), zeroQuantity);
  const size = absolute<Quantity>(moved);
  if (compare(subtract(size, found), zeroQuantity) <= 0) return [];
  const { id, asset } = life.leg;
  return [
    issueOf(
      'hedge/lots-short',
      'warning',
      { leg: id, coins: toText(size), asset, found: toText(found) },
      { asset },
    ),
  ];
}

/** The fills of a leg with others put to it, in ledger order. */
export function inLedgerOrder(ids: ReadonlySet<EventId>, all: readonly LegFill[]): readonly LegFill[] {
  return all.filter(({ id }) => ids.has(id));
}
