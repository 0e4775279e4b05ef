/** What a leg hedges, and the record that says so on this very day. */
import type { HedgeLeg, HedgeLegId } from '../../../../shared/domain/hedge.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { absolute, add, compare, isNegative } from '../../../../shared/num/arithmetic.ts';
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
import type { Coins } from '../../../engine/futures/units.ts';
import { lotsByShort } from '../../../engine/rebalance/hedged-lots.ts';
import type { HedgedLot, ShortOfAsset } from '../../../engine/rebalance/hedged-lots.ts';
import type { NewRecord } from '../../../ledger/ledger.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { Derived } from '../../derived.ts';
import { hedgedAlready } from '../targets/hedged-already.ts';
import { underlyingOf } from './asset-states.ts';
import { coinsOfAsset } from './coins-of-asset.ts';
import type { LegLife } from './leg-lives.ts';

export const LOT_ORDER = 'long-term lots first, then highest cost per unit, then earlier acquired';

type Lots = HedgeLeg['lots'];

/**
 * The lots that legs hedge with what they now have open, by the standing order, none twice; none for a leg that is long
 * or flat. A cross hedge hedges as many coins of its asset as its own are worth.
 * In: `except`, a leg that is identified anew. Out: one list for each leg.
 * Errors: `hedge/lots-unknown` where the coins that a short moves are not known: then nothing may be put on record.
 */
export function lotsOfLegs(
  lives: readonly LegLife[],
  except: HedgeLegId | null,
  derived: Derived,
): Result<readonly Lots[]> {
  const shorts: ShortOfAsset[] = [];
  for (const life of lives) {
    const moved = coinsOfAsset(life, derived);
    if (moved === null && life.open.some(({ part }) => part.open.direction === 'short')) {
      const of = life.terms?.symbol ?? life.leg.contract;
      return fail('hedge/lots-unknown', { leg: life.leg.id, of, asset: life.leg.asset }, { field: 'leg' });
    }
    shorts.push({ asset: life.leg.asset, quantity: moved === null ? zeroQuantity : shortPart(moved) });
  }
  const found = lotsByShort(shorts, derived.heldLots, hedgedAlready(derived, except), derived.asOf);
  return ok(found.map(sumsByLot));
}

function shortPart(moved: Coins): Quantity {
  return isNegative(moved) ? absolute<Quantity>(moved) : zeroQuantity;
}

/** A lot that lies in two accounts is one lot. */
function sumsByLot(found: readonly HedgedLot[]): Lots {
  const byLot = new Map<LotId, Quantity>();
  for (const { lot, quantity } of found) byLot.set(lot.id, add(byLot.get(lot.id) ?? zeroQuantity, quantity));
  return [...byLot].map(([lot, quantity]) => ({ lot, quantity }));
}

/** The record of the fills that a leg is and of the lots that it hedges. */
export function legFillsRecord(
  life: Pick<LegLife, 'plan' | 'leg' | 'fills'>,
  lots: Lots,
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

/** Fills of an earlier day than the record, a short that no lots reach, and lots of another coin. */
export function identificationIssues(
  fills: readonly LegFill[],
  life: LegLife,
  lots: Lots,
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
  return [...late, ...shortOfLots(life, lots, derived), ...otherAsset(life, lots)];
}

/** Two different coins are a straddle only if facts say so. Law: 26 U.S.C. 1092(c)(2), (3). */
function otherAsset(life: LegLife, lots: Lots): readonly Issue[] {
  const { id, asset } = life.leg;
  const underlying = underlyingOf(life);
  if (lots.length === 0 || underlying === asset) return [];
  return [issueOf('hedge/lots-of-other-asset', 'note', { leg: id, asset, underlying }, { asset })];
}

function shortOfLots(life: LegLife, lots: Lots, derived: Derived): readonly Issue[] {
  const moved = coinsOfAsset(life, derived);
  if (moved === null || !isNegative(moved)) return [];
  const found = lots.reduce<Quantity>((total, { quantity }) => add(total, quantity), zeroQuantity);
  const size = shortPart(moved);
  if (compare(size, found) <= 0) return [];
  const { id, asset } = life.leg;
  const values = { leg: id, coins: toText(size), asset, found: toText(found) };
  return [issueOf('hedge/lots-short', 'warning', values, { asset })];
}
