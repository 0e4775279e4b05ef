/** The rows of Form 8949 by box, with the sums of each. */
import type { Disposal, Term } from '../../../shared/domain/lot.ts';
import type { BrokerForm } from '../../../shared/domain/report-kind.ts';
import { add, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { moneyTimes, quantityTimes, ratio } from '../../../shared/num/products.ts';
import { oneRate, zeroMoney, zeroRate } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import type { TaxItem } from '../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import { firstCostReported } from '../../engine/tax/jurisdictions/us/broker-reporting.ts';
import { trustShareOf } from '../../engine/tax/jurisdictions/us/straddles/trust-shares.ts';
import type { YearFacts } from '../year-facts.ts';
import { digitalBox, hasReportedBasis, otherBox, shareBox } from './boxes.ts';
import type { Box } from './boxes.ts';
import type { ItemPlaces, PlacedPosition } from './item-places.ts';

/** A row with something to say besides the plain sale. */
export interface SaleRow {
  readonly kind: 'sale';
  readonly place: number;
  readonly quantity: Quantity;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly codes: string;
  readonly adjustment: Money;
  readonly why: string;
}

/** A row without a sale of its own. */
export interface NetRow {
  readonly kind: 'net';
  readonly of: string;
  readonly position: PlacedPosition | null;
  readonly gain: Money;
  readonly why: string;
}

/** A number is the place of a disposal that stands as the ledger has it. */
export type BoxEntry = number | SaleRow | NetRow;

export interface BoxSums {
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly adjustment: Money;
  /** proceeds − cost + adjustment. */
  readonly gain: Money;
}

export interface BoxRows {
  readonly entries: BoxEntry[];
  readonly sums: BoxSums;
}

type Growing = { entries: BoxEntry[]; sums: BoxSums };

/** Everything that Form 8949 lists, by box. */
export function boxedSales(facts: YearFacts, places: ItemPlaces): ReadonlyMap<Box, BoxRows> {
  const boxes = new Map<Box, Growing>();
  const put = (box: Box, entry: BoxEntry, sums: BoxSums): void => {
    let rows = boxes.get(box);
    if (rows === undefined) boxes.set(box, (rows = { entries: [], sums: noSums }));
    rows.entries.push(entry);
    rows.sums = addSums(rows.sums, sums);
  };
  const onPart2 = new Set(places.lossSales.map(({ place }) => place));
  const { disposals } = facts;
  for (let place = 0; place < disposals.count; place++) {
    const disposal = disposals.at(place);
    const box = boxOf(disposal, disposal.term, facts);
    const changes = places.saleChanges.size === 0 ? undefined : places.saleChanges.get(disposals.idAt(place));
    if (onPart2.has(place)) put(box, ...movedRow(place, disposal));
    else if (changes === undefined) put(box, place, plainSums(disposal));
    else
      for (const [inBox, row] of changedRows(place, disposal, changes, facts))
        put(inBox, row, row.kind === 'net' ? netSums(row.gain) : sumsOf(row));
  }
  for (const item of places.otherChanges) {
    const term = item.character === 'long' ? 'long' : 'short';
    const row: NetRow = { kind: 'net', of: item.of, position: null, gain: item.amount, why: item.rule.law };
    put(digitalBox(facts.year, term, 'none'), row, netSums(item.amount));
  }
  for (const position of places.plainFutures) {
    for (const term of ['short', 'long'] as const) {
      const gain = position[term];
      if (isZero(gain)) continue;
      const why = 'Futures outside section 1256: the net result as it is realised';
      put(otherBox(term), { kind: 'net', of: position.of, position, gain, why }, netSums(gain));
    }
  }
  return boxes;
}

function boxOf(disposal: Disposal, term: Term, facts: YearFacts): Box {
  // Shares of a trust that holds coins are stock, which brokers report on Form 1099-B with its cost.
  if (trustShareOf(disposal.asset) !== undefined) return shareBox(term);
  return digitalBox(facts.year, term, coveredForm(disposal, facts));
}

/** A broker that reports cost knows it only of units bought there from 2026 on. */
function coveredForm(disposal: Disposal, facts: YearFacts): BrokerForm {
  const form = facts.brokerFormOf(disposal.account);
  if (form !== 'basis') return form;
  const isCovered = yearOf(disposal.acquiredDate) >= firstCostReported && facts.boughtThere(disposal);
  return isCovered ? 'basis' : 'no-basis';
}

/** The whole of a sale is stated on Form 6781 Part II: here it comes to nothing. */
function movedRow(place: number, disposal: Disposal): [SaleRow, BoxSums] {
  const row = saleRow(place, disposal, {
    codes: 'O',
    adjustment: negate(disposal.gain),
    why: 'Loss on a straddle: stated on Form 6781, Part II, Section A',
  });
  return [row, sumsOf(row)];
}

function saleRow(
  place: number,
  { quantity, proceeds, costBasis }: Pick<Disposal, 'quantity' | 'proceeds' | 'costBasis'>,
  said: Pick<SaleRow, 'codes' | 'adjustment' | 'why'>,
): SaleRow {
  return { kind: 'sale', place, quantity, proceeds, costBasis, ...said };
}

/** A sale that straddle rules change: its part of another term in that term's box, other changes as adjustments. */
function changedRows(
  place: number,
  disposal: Disposal,
  changes: readonly TaxItem[],
  facts: YearFacts,
): readonly [Box, SaleRow | NetRow][] {
  const otherTerm: Term = disposal.term === 'long' ? 'short' : 'long';
  const terms = changes.filter(({ kind }) => kind === 'term');
  const moved = sumOf(terms.filter(({ character }) => character === otherTerm));
  // What one term gains the other loses; anything else is an adjustment of its own.
  const isMove =
    isZero(sumOf(terms)) && terms.every(({ character }) => character === 'short' || character === 'long');
  const split = isMove ? splitByGain(disposal, moved) : null;
  const rows: [Box, SaleRow | NetRow][] = [];
  const addPart = (part: Part | null | undefined, term: Term, why: string): void => {
    if (part == null) return;
    const row = saleRow(place, part, { codes: '', adjustment: zeroMoney, why });
    rows.push([boxOf(disposal, term, facts), row]);
  };
  addPart(split?.stays ?? (split === null ? disposal : null), disposal.term, '');
  addPart(
    split?.goes,
    otherTerm,
    `Its holding period is that of the straddle rules (${terms[0]?.rule.law ?? ''})`,
  );
  const rest = split === null ? changes : changes.filter(({ kind }) => kind !== 'term');
  for (const item of rest) adjust(rows, item, disposal, facts);
  return rows;
}

/** A change in the row of its term, or in a row of its own where the sale has none there. */
function adjust(rows: [Box, SaleRow | NetRow][], item: TaxItem, disposal: Disposal, facts: YearFacts): void {
  const box = boxOf(disposal, item.character === 'long' ? 'long' : 'short', facts);
  const at = rows.findIndex(([known, { kind }]) => known === box && kind === 'sale');
  const found = rows[at]?.[1];
  if (found === undefined || found.kind === 'net') {
    rows.push([box, { kind: 'net', of: item.of, position: null, gain: item.amount, why: item.rule.law }]);
  } else rows[at] = [box, adjusted(found, item, box)];
}

function adjusted(row: SaleRow, item: TaxItem, box: Box): SaleRow {
  const why = [row.why, item.rule.law].filter((text) => text !== '').join('; ');
  if (item.kind === 'basis' && !hasReportedBasis(box))
    return { ...row, costBasis: subtract(row.costBasis, item.amount), why };
  const code = item.kind === 'basis' ? 'B' : item.rule.id.includes('wash') ? 'W' : 'O';
  const codes = row.codes.includes(code) ? row.codes : [...row.codes, code].toSorted().join('');
  return { ...row, codes, adjustment: add(row.adjustment, item.amount), why };
}

type Part = Pick<Disposal, 'quantity' | 'proceeds' | 'costBasis'>;

/**
 * A sale in two, by the gain of the part that has another term: units of one lot and one sale have the same gain each.
 * Rounds: quantity and proceeds of that part half to even; both parts re-add exactly. null where that cannot be.
 */
function splitByGain(
  disposal: Disposal,
  moved: Money,
): { readonly stays: Part | null; readonly goes: Part | null } | null {
  if (isZero(moved)) return { stays: disposal, goes: null };
  if (moved === disposal.gain) return { stays: null, goes: disposal };
  if (isZero(disposal.gain)) return null;
  const share = ratio(moved, disposal.gain, 'half-even');
  if (share > oneRate || share < zeroRate) return null;
  const quantity = quantityTimes(disposal.quantity, share, 'half-even');
  const proceeds = moneyTimes(disposal.proceeds, share, 'half-even');
  const goes = { quantity, proceeds, costBasis: subtract(proceeds, moved) };
  const stays = {
    quantity: subtract(disposal.quantity, quantity),
    proceeds: subtract(disposal.proceeds, proceeds),
    costBasis: subtract(disposal.costBasis, goes.costBasis),
  };
  return { stays, goes };
}

function sumOf(items: readonly TaxItem[]): Money {
  return items.reduce((all, { amount }) => add(all, amount), zeroMoney);
}

const noSums: BoxSums = { proceeds: zeroMoney, costBasis: zeroMoney, adjustment: zeroMoney, gain: zeroMoney };

function plainSums({ proceeds, costBasis, gain }: Disposal): BoxSums {
  return { proceeds, costBasis, adjustment: zeroMoney, gain };
}

/** What a row adds to its box. */
export function sumsOf({ proceeds, costBasis, adjustment }: SaleRow): BoxSums {
  return { proceeds, costBasis, adjustment, gain: add(subtract(proceeds, costBasis), adjustment) };
}

/** A net result stands as proceeds where it is a gain and as cost where it is a loss, so that (h) = (d) − (e). */
export function netSums(gain: Money): BoxSums {
  return gain < zeroMoney
    ? { proceeds: zeroMoney, costBasis: negate(gain), adjustment: zeroMoney, gain }
    : { proceeds: gain, costBasis: zeroMoney, adjustment: zeroMoney, gain };
}

export function addSums(a: BoxSums, b: BoxSums): BoxSums {
  return {
    proceeds: add(a.proceeds, b.proceeds),
    costBasis: add(a.costBasis, b.costBasis),
    adjustment: add(a.adjustment, b.adjustment),
    gain: add(a.gain, b.gain),
  };
}

export const emptySums = noSums;
