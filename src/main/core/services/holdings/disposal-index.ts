import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Disposal, Term } from '../../../../shared/domain/lot.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import type { LotMatching } from '../../../engine/lots/lot-matching.ts';
import { isTaxed } from '../../../engine/lots/moves/lot-moves.ts';
import type { DisposedAmounts } from '../../../engine/lots/realised-by-year.ts';
import { keptFor } from '../../kept-for.ts';
import type { Page } from './page-of.ts';

/** Disposals of one year, asset, account and term, with what they come to. */
export interface DisposalGroup {
  readonly year: number;
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly term: Term;
  readonly count: number;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly gain: Money;
  /** Of proceeds and cost alike, what left untaxed: gifts, donations, losses. */
  readonly atCost: Money;
  /** True where a taxed one rests on a cost that nobody knows. */
  readonly basisUnknown: boolean;
  /** True where such a one is of a lot. */
  readonly ofUnknownLot: boolean;
  /** True where such a one is of units that no file shows, counted as having cost nothing. */
  readonly ofMissingUnits: boolean;
}

/** The disposals of a ledger as lists ask for them: one number each says what groups it belongs to. */
export interface DisposalIndex {
  readonly groups: readonly DisposalGroup[];
  /** By place among the disposals, the place of its group. */
  readonly groupAt: Uint32Array;
}

export const disposalIndexOf = keptFor((lots: LotMatching): DisposalIndex => {
  const groups: Growing[] = [];
  const groupAt = new Uint32Array(lots.disposalCount);
  const known = new Map<AssetId, Map<AccountId, number[]>>();
  for (let place = 0; place < groupAt.length; place++) {
    const disposal = lots.amountsAt(place);
    const ofPlace = numbersOf(disposal, known);
    const year = yearOf(disposal.disposedDate);
    const key = year * 2 + (disposal.term === 'long' ? 1 : 0);
    const number = (ofPlace[key] ??= groups.push(newGroup(disposal, year)) - 1);
    groupAt[place] = number;
    const group = groups[number] as Growing;
    addTo(group, disposal);
    // Only the few that rest on an assumption are made in full.
    if (disposal.basisUnknown && isTaxed(disposal.cause)) addAssumed(group, lots.disposalAt(place));
  }
  return { groups, groupAt };
});

/** Whether a gain of a year rests on a cost that nobody knows. */
export function restsOnUnknownCost(
  year: number,
  groups: readonly DisposalGroup[],
  kind: 'basisUnknown' | 'ofUnknownLot' | 'ofMissingUnits' = 'basisUnknown',
): boolean {
  return groups.some((group) => group.year === year && group[kind]);
}

/** The groups of an asset in an account, by year and term. Not by one text for all four: it would be made a million times. */
function numbersOf(
  { asset, account }: DisposedAmounts,
  known: Map<AssetId, Map<AccountId, number[]>>,
): number[] {
  let ofAsset = known.get(asset);
  if (ofAsset === undefined) known.set(asset, (ofAsset = new Map<AccountId, number[]>()));
  let ofPlace = ofAsset.get(account);
  if (ofPlace === undefined) ofAsset.set(account, (ofPlace = []));
  return ofPlace;
}

/** The places of the disposals on a page, in the order in which units left. In: the groups that are wanted. */
export function disposalPage(index: DisposalIndex, wanted: ReadonlySet<DisposalGroup>, page: Page): number[] {
  const { offset = 0, limit = Infinity } = page;
  const isWanted = index.groups.map((group) => wanted.has(group));
  const places: number[] = [];
  let skip = offset;
  for (let place = 0; place < index.groupAt.length && places.length < limit; place++) {
    if (isWanted[index.groupAt[place] as number] !== true) continue;
    if (skip > 0) skip--;
    else places.push(place);
  }
  return places;
}

type Growing = { -readonly [Key in keyof DisposalGroup]: DisposalGroup[Key] };

function newGroup({ asset, account, term }: DisposedAmounts, year: number): Growing {
  const sums = { count: 0, proceeds: zeroMoney, costBasis: zeroMoney, gain: zeroMoney, atCost: zeroMoney };
  return {
    year,
    asset,
    account,
    term,
    ...sums,
    basisUnknown: false,
    ofUnknownLot: false,
    ofMissingUnits: false,
  };
}

function addAssumed(group: Growing, { reason }: Pick<Disposal, 'reason'>): void {
  group.basisUnknown = true;
  if (reason === 'zero-cost') group.ofMissingUnits = true;
  else group.ofUnknownLot = true;
}

function addTo(group: Growing, { proceeds, costBasis, gain, cause }: DisposedAmounts): void {
  group.count += 1;
  group.proceeds = add(group.proceeds, proceeds);
  group.costBasis = add(group.costBasis, costBasis);
  group.gain = add(group.gain, gain);
  if (!isTaxed(cause)) group.atCost = add(group.atCost, costBasis);
}
