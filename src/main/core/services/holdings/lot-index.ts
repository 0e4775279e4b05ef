import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { OpenLot, Term } from '../../../../shared/domain/lot.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { hedgedOfLots } from '../../../engine/rebalance/quantity-hedged.ts';
import type { KnownPrice } from '../../../engine/valuation/price-book.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { hedgedAlready } from '../targets/hedged-already.ts';
import { longTermDateOf, lotClocksOf } from './lot-clocks.ts';
import type { Run } from './page-of.ts';

/** Lots of one asset in one account and of one term that stand one after the other, with what they come to. */
export interface LotGroup extends Run {
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly term: Term;
  readonly price: KnownPrice | null;
  readonly costBasis: Money;
  /** Of each lot rounded half-even, as a list of them shows it; null without a price. */
  readonly value: Money | null;
  readonly basisUnknown: boolean;
}

/** The open lots of a ledger as lists show them: grouped once, so that a page costs what a page holds. */
export interface LotIndex {
  readonly lots: readonly OpenLot[];
  /** All lots, in their order. */
  readonly groups: readonly LotGroup[];
  /** Places of the lots that are short-term, the next to turn long-term first. */
  readonly countdown: () => readonly number[];
  /** The units of a lot that saved plans hedge, by place. */
  readonly hedged: () => readonly Quantity[];
}

export const lotIndexOf = keptFor((derived: Derived): LotIndex => {
  const lots = derived.lots.openLots;
  return {
    lots,
    groups: groupsOf(lots, derived),
    countdown: () => countdownOf(derived),
    hedged: () => hedgedOf(derived),
  };
});

const countdownOf = keptFor((derived: Derived) => inCountdown(derived.lots.openLots, derived));
const hedgedOf = keptFor((derived: Derived) => hedgedOfLots(derived.lots.openLots, hedgedAlready(derived)));

export interface LotSums {
  readonly costBasis: Money;
  /** Of it, what is of lots without a price. */
  readonly costWithoutPrice: Money;
  /** Of those that have a price. */
  readonly value: Money;
  readonly gain: Money;
  readonly basisUnknown: boolean;
}

export function sumsOf(groups: readonly LotGroup[]): LotSums {
  let [costBasis, costWithoutPrice, worth] = [zeroMoney, zeroMoney, zeroMoney];
  for (const { costBasis: cost, value } of groups) {
    costBasis = add(costBasis, cost);
    if (value === null) costWithoutPrice = add(costWithoutPrice, cost);
    else worth = add(worth, value);
  }
  const gain = subtract(worth, subtract(costBasis, costWithoutPrice));
  const basisUnknown = groups.some((group) => group.basisUnknown);
  return { costBasis, costWithoutPrice, value: worth, gain, basisUnknown };
}

/** Long where all of the lot is, hedges counted. */
export function termOf(lot: OpenLot, derived: Derived): Term {
  const from = longTermDateOf(lot, lotClocksOf(derived));
  return from !== null && derived.asOf >= from ? 'long' : 'short';
}

type Growing = { -readonly [Key in keyof LotGroup]: LotGroup[Key] };

function groupsOf(lots: readonly OpenLot[], derived: Derived): readonly LotGroup[] {
  const groups: Growing[] = [];
  for (const [place, lot] of lots.entries()) {
    const term = termOf(lot, derived);
    let group = groups.at(-1);
    if (group?.asset !== lot.asset || group.account !== lot.account || group.term !== term)
      groups.push((group = newGroup(lot, place, term, derived)));
    addTo(group, lot);
  }
  return groups;
}

function newGroup({ asset, account }: OpenLot, place: number, term: Term, { prices, at }: Derived): Growing {
  const price = prices.latest(asset, at);
  const value = price === null ? null : zeroMoney;
  return {
    asset,
    account,
    term,
    price,
    from: place,
    to: place,
    costBasis: zeroMoney,
    value,
    basisUnknown: false,
  };
}

function addTo(group: Growing, { quantity, costBasis, basisUnknown }: OpenLot): void {
  group.to += 1;
  group.basisUnknown ||= basisUnknown;
  group.costBasis = add(group.costBasis, costBasis);
  if (group.price === null || group.value === null) return;
  group.value = add(group.value, valueOf(quantity, group.price.price, 'half-even'));
}

function inCountdown(lots: readonly OpenLot[], derived: Derived): readonly number[] {
  const places: number[] = [];
  for (const [place, lot] of lots.entries()) if (termOf(lot, derived) === 'short') places.push(place);
  const clocks = lotClocksOf(derived);
  const dayOf = (place: number): LocalDate | null => longTermDateOf(lots[place] as OpenLot, clocks);
  return places.sort((a, b) => byDay(dayOf(a), dayOf(b)) || a - b);
}

/** What stands still comes last. */
function byDay(a: LocalDate | null, b: LocalDate | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}
