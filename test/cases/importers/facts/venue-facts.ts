/**
 * Facts of the samples of Bybit, OKX, MEXC, BingX, Bitget and KuCoin: sums by what a leg is for, and sentences whose
 * numbers must all be amounts that were read, or sums of such.
 */
import { expect } from 'vitest';
import type { Leg, LegRole } from '../../../../src/shared/domain/event.ts';
import { absolute, isNegative, isPositive, sum } from '../../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../../src/shared/num/format.ts';
import { quantity } from '../../../../src/shared/num/parse.ts';
import { valueOf } from '../../../../src/shared/num/products.ts';
import { zeroMoney, zeroQuantity, type Quantity } from '../../../../src/shared/num/types.ts';
import { epochMs } from '../../../../src/shared/time/instant.ts';
import type { EventDraft } from '../../../../src/main/importers/importer.ts';
import type { ReadText } from '../../../../src/main/importers/read-text.fixture.ts';

type Drafts = readonly EventDraft[];

function legsOf(drafts: Drafts, ...roles: readonly LegRole[]): readonly Leg[] {
  const legs = drafts.flatMap((draft) => draft.legs);
  return roles.length === 0 ? legs : legs.filter(({ role }) => roles.includes(role));
}

function total(legs: readonly Leg[]): Quantity {
  return sum(
    legs.map((leg) => leg.quantity),
    zeroQuantity,
  );
}

function size(legs: readonly Leg[]): string {
  return toText(absolute(total(legs)));
}

const isLiquidation = ({ note }: EventDraft): boolean =>
  note === 'Liquidation' || note?.includes('Liquidation') === true;

/** Facts that are one number. */
const figures: Readonly<Record<string, (drafts: Drafts) => string>> = {
  rows: (drafts) => `${drafts.length}`,
  fills: (drafts) => `${drafts.filter(({ fill, part }) => fill ?? part).length / (drafts[0]?.part ? 2 : 1)}`,
  legs: (drafts) => `${drafts.filter(({ part }) => part !== undefined).length}`,
  liquidations: (drafts) => `${drafts.filter(isLiquidation).length}`,
  liquidation_fee: (drafts) => size(legsOf(drafts.filter(isLiquidation), 'fee')),
  notional: (drafts) =>
    toText(
      sum(
        drafts.flatMap(({ fill }) => (fill ? [valueOf(fill.quantity, fill.price, 'half-even')] : [])),
        zeroMoney,
      ),
    ),
  gross: (drafts) => toText(total(legsOf(drafts, 'profit'))),
  gross_pnl: (drafts) => toText(total(legsOf(drafts, 'profit'))),
  cash_flow: (drafts) => toText(total(legsOf(drafts, 'profit'))),
  closed_pnl: (drafts) => toText(total(legsOf(drafts, 'profit'))),
  pnl: (drafts) => toText(total(legsOf(drafts, 'profit'))),
  trading_fees: (drafts) => size(legsOf(drafts, 'fee')),
  funding_paid: (drafts) => size(legsOf(drafts, 'funding').filter((leg) => isNegative(leg.quantity))),
  funding_received: (drafts) => size(legsOf(drafts, 'funding').filter((leg) => isPositive(leg.quantity))),
};

/** What says how a fact is meant, or is not in the file. */
const ofTheFact: ReadonlySet<string> = new Set([
  'row',
  'order',
  'type',
  'note',
  'check',
  'position',
  'round_trip',
  'trades',
  'time',
  'time_utc',
  // Told by the price difference of averages: the file states one net figure, which is what counts.
  'implied_fees',
]);

export interface VenueFacts {
  /** The zone that an upstream test chose, where the file states none: hours east of UTC. */
  readonly zoneHours?: number;
  /** Facts that are not met, each with why (beside the sample's name). */
  readonly except?: readonly string[];
}

/** A check of `CheckedSample`. */
export function venueFacts({ zoneHours = 0, except = [] }: VenueFacts = {}) {
  return (read: ReadText, fact: object): number => {
    const stated = Object.entries(fact as Readonly<Record<string, unknown>>);
    const drafts = draftsOf(read, fact as Readonly<Record<string, unknown>>);
    expect(drafts).not.toEqual([]);
    checkTime(drafts, fact as Readonly<Record<string, unknown>>, zoneHours);
    checkSide(drafts, fact as Readonly<Record<string, unknown>>);
    const open = stated.filter(([key]) => !ofTheFact.has(key) && !except.includes(key));
    for (const [key, value] of open) checkOne(drafts, key, value);
    return open.length;
  };
}

/** The rows that a fact is about: one row, one order, one contract, or all. */
function draftsOf({ drafts }: ReadText, { row, order, position }: Readonly<Record<string, unknown>>): Drafts {
  if (typeof row === 'number') return drafts.slice(row - 1, row);
  if (typeof order === 'string') return drafts.filter(({ part }) => part?.group === order);
  return typeof position === 'string'
    ? drafts.filter(({ fill }) => fill?.contract.endsWith(position) === true)
    : drafts;
}

function checkTime(drafts: Drafts, fact: Readonly<Record<string, unknown>>, zoneHours: number): void {
  const text = fact['time'] ?? fact['time_utc'];
  if (typeof text !== 'string') return;
  const stated = Date.parse(text.split(' ')[0] ?? '');
  expect(drafts.map(({ time }) => epochMs(time) - zoneHours * 3_600_000)).toContain(stated);
}

/** What was bought came, what was sold went. */
function checkSide(drafts: Drafts, { type, base }: Readonly<Record<string, unknown>>): void {
  if ((type !== 'BUY' && type !== 'SELL') || typeof base !== 'string') return;
  const coin = base.split(' ')[1];
  const legs = legsOf(drafts, 'principal').filter(({ asset }) => asset === coin);
  expect(isPositive(total(legs))).toBe(type === 'BUY');
}

function checkOne(drafts: Drafts, key: string, value: unknown): void {
  const figure = figures[key];
  if (key === 'net') checkNet(drafts, value);
  else if (figure !== undefined && /^-?[\d.]+(?: |$)/u.test(String(value)))
    expect([key, figure(drafts)]).toEqual([key, plain(String(value).split(' ')[0] ?? '')]);
  else checkSentence(drafts, String(value));
}

function checkNet(drafts: Drafts, value: unknown): void {
  if (typeof value === 'string') return expect(toText(total(legsOf(drafts)))).toBe(plain(value));
  const parts = drafts.filter(({ part }) => part !== undefined);
  for (const [coin, change] of Object.entries(value as Readonly<Record<string, string>>)) {
    expect(toText(total(legsOf(parts).filter(({ asset }) => asset === coin)))).toBe(plain(change));
  }
}

/** Every number of a sentence is an amount, or a sum of amounts of one coin, one purpose and one sign. */
function checkSentence(drafts: Drafts, sentence: string): void {
  const numbers = sentence.match(/(?<![\w.])\d+(?:\.\d+)?(?![\w.])/gu) ?? [];
  const known = knownAmounts(drafts);
  for (const number of numbers) expect(known).toContain(plain(number));
  expect(numbers.length).toBeGreaterThan(0);
}

function knownAmounts(drafts: Drafts): ReadonlySet<string> {
  const legs = legsOf(drafts);
  const byPurpose = Map.groupBy(
    legs,
    ({ asset, role, quantity: amount }) => `${asset} ${role} ${isNegative(amount) ? '-' : '+'}`,
  );
  const byCoin = Map.groupBy(legs, ({ asset }) => asset);
  const ofFills = drafts.flatMap(({ fill }) => (fill ? [toText(fill.quantity)] : []));
  const feeRows = drafts.filter((draft) => legsOf([draft], 'fee').length > 0).length;
  return new Set([
    ...legs.map((leg) => size([leg])),
    ...[...byPurpose.values(), ...byCoin.values()].map(size),
    ...ofFills,
    // "fees: 2" counts the rows that have one.
    `${feeRows}`,
  ]);
}

function plain(number: string): string {
  return toText(quantity(number.replace(/^\+/u, '')));
}
