/** Ledgers of futures as drawn, as events for the engine, and as the plain implementation adds them up. */
import * as fc from 'fast-check';
import { accountId } from '../../src/shared/domain/account.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractSpec, Payoff, QuantityUnit } from '../../src/shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent, Leg, PositionSide } from '../../src/shared/domain/event.ts';
import { price, quantity } from '../../src/shared/num/parse.ts';
import { instantFromEpochMs } from '../../src/shared/time/instant.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import type { Fraction } from './fraction.fixture.ts';
import { cmp, minus, parse, plus, times, zero } from './fraction.fixture.ts';
import { specOf } from './futures.fixture.ts';
import type { PlainContract, PlainOpen } from './plain-futures.fixture.ts';
import {
  afterFill,
  afterSettlement,
  flat,
  gainOf,
  isFlat,
  printed,
  worthOf,
} from './plain-futures.fixture.ts';

interface Kind {
  readonly payoff: Payoff;
  readonly unit: QuantityUnit;
  readonly multiplier: string;
  readonly dated: boolean;
}

const KINDS: readonly Kind[] = [
  { payoff: 'linear', unit: 'base', multiplier: '1', dated: false },
  { payoff: 'linear', unit: 'contracts', multiplier: '0.1', dated: true },
  { payoff: 'linear', unit: 'quote', multiplier: '1', dated: false },
  { payoff: 'inverse', unit: 'quote', multiplier: '1', dated: false },
  { payoff: 'inverse', unit: 'contracts', multiplier: '100', dated: true },
  { payoff: 'quanto', unit: 'contracts', multiplier: '0.000001', dated: false },
];

/** An expiry in the middle of the ledger: rows are a minute apart and begin on the first of January. */
export const SPECS: readonly ContractSpec[] = KINDS.map(({ payoff, unit, multiplier, dated }, place) => ({
  ...specOf(payoff),
  id: contractId('test', `K${place}`),
  symbol: `K${place}`,
  multiplier: quantity(multiplier),
  quantityUnit: unit,
  kind: dated ? 'dated' : 'perpetual',
  expiry: dated ? localDate('2026-01-02') : null,
}));

export interface Row {
  readonly what: 'fill' | 'funding' | 'settlement' | 'delivery';
  readonly kind: number;
  /** 0: one-way; 1: longs and shorts apart. */
  readonly account: number;
  readonly sign: 1 | -1;
  readonly hedgeSide: 'long' | 'short';
  readonly units: string;
  readonly price: string;
  readonly fee: string | null;
  readonly feeAsset: 'settle' | 'BNB';
  /** Whether the file states the profit of a fill. */
  readonly stated: boolean;
  readonly funding: string;
  /** A fill that closes what the files never opened states a profit all the same. */
  readonly orphan: boolean;
}

const decimals = (low: number, high: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: low, max: high }).map((units) => (units / 10 ** places).toFixed(places));

export const rows: fc.Arbitrary<readonly Row[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Row['what']>(
      'fill',
      'fill',
      'fill',
      'fill',
      'fill',
      'fill',
      'funding',
      'settlement',
      'delivery',
    ),
    kind: fc.nat({ max: KINDS.length - 1 }),
    account: fc.constantFrom(0, 0, 1),
    sign: fc.constantFrom<1 | -1>(1, -1),
    hedgeSide: fc.constantFrom<'long' | 'short'>('long', 'short'),
    // Few amounts and prices, so that positions often become flat or go through zero.
    units: fc.oneof(fc.constantFrom('1', '2', '3', '10'), decimals(1, 1_000_000, 3)),
    price: fc.oneof(fc.constantFrom('1', '3', '7', '100'), decimals(1, 10_000_000, 2)),
    fee: fc.option(decimals(-100, 1000, 4)),
    feeAsset: fc.constantFrom<'settle' | 'BNB'>('settle', 'settle', 'BNB'),
    stated: fc.boolean(),
    funding: decimals(-1000, 1000, 4),
    orphan: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

export const contractOf = (place: number): PlainContract => {
  const kind = KINDS[place];
  if (kind === undefined) throw new Error('no such kind');
  return { ...kind, multiplier: parse(kind.multiplier) };
};

/** What the plain implementation has of one position. */
export interface PlainEntry {
  open: PlainOpen;
  profit: Fraction;
  fees: Fraction;
  bnb: Fraction;
  funding: Fraction;
}

export interface PlainLedger {
  readonly events: readonly LedgerEvent[];
  readonly entries: ReadonlyMap<string, PlainEntry>;
}

const START = Date.UTC(2026, 0, 1);
const accounts = [accountId('one-way'), accountId('hedge')] as const;
const nameOf = (index: number): EventId => `e${String(index).padStart(3, '0')}` as EventId;

/** Adds rows up plainly, and writes the events that a file with them would give. */
export function ledgerOf(list: readonly Row[]): PlainLedger {
  const entries = new Map<string, PlainEntry>();
  const events: LedgerEvent[] = [];
  for (const [index, row] of list.entries()) {
    const written = row.what === 'fill' ? fillOf(entries, row, index) : cashOf(entries, row, index);
    if (written !== null) events.push(written);
  }
  return { events, entries };
}

function entryOf(entries: Map<string, PlainEntry>, row: Row, side: PositionSide): PlainEntry {
  const key = keyOf(row, side);
  const entry = entries.get(key) ?? { open: flat, profit: zero, fees: zero, bnb: zero, funding: zero };
  entries.set(key, entry);
  return entry;
}

function keyOf({ account, kind }: Pick<Row, 'account' | 'kind'>, side: PositionSide): string {
  return `${accounts[account]} ${SPECS[kind]?.id} ${side}`;
}

const DAY = 86_400_000;

function eventOf(
  row: Row,
  index: number,
  rest: Omit<LedgerEvent, 'id' | 'time' | 'sequence' | 'source'>,
): LedgerEvent {
  const late = row.what === 'delivery' ? 2 * DAY : 0;
  return {
    id: nameOf(index),
    time: instantFromEpochMs(START + late + index * 60_000),
    sequence: index,
    ...rest,
    source: { file: 'test', line: index + 1, format: 'test' },
  };
}

function fillOf(entries: Map<string, PlainEntry>, row: Row, index: number): LedgerEvent {
  const side: PositionSide = row.account === 0 ? 'one-way' : row.hedgeSide;
  const spec = SPECS[row.kind];
  const account = accounts[row.account];
  if (spec === undefined || account === undefined) throw new Error('no such contract');
  const entry = entryOf(entries, row, side);
  const contract = contractOf(row.kind);
  const fill = { name: nameOf(index), sign: row.sign, units: parse(row.units), price: parse(row.price) };
  const { profit, stated } = traded(entry, contract, fill, row, side);
  entry.profit = plus(entry.profit, profit);
  const legs: Leg[] = [];
  const leg = (asset: string, text: string, role: Leg['role']): void => {
    legs.push({ account, asset: assetId(asset), quantity: quantity(text), role });
  };
  if (stated !== null) leg(spec.settleAsset, stated, 'profit');
  if (row.fee !== null) {
    const paid = minus(zero, parse(row.fee));
    leg(row.feeAsset === 'BNB' ? 'BNB' : spec.settleAsset, printed(paid, 4), 'fee');
    if (row.feeAsset === 'BNB') entry.bnb = plus(entry.bnb, paid);
    else entry.fees = plus(entry.fees, paid);
  }
  return eventOf(row, index, {
    kind: 'futures-fill',
    legs,
    fill: {
      account,
      contract: spec.id,
      side: row.sign === 1 ? 'buy' : 'sell',
      quantity: quantity(row.units),
      price: price(row.price),
      positionSide: side,
    },
  });
}

/** Moves the position. Out: the profit that counts, and what the file states of it. */
function traded(
  entry: PlainEntry,
  contract: PlainContract,
  fill: Parameters<typeof afterFill>[2],
  row: Row,
  side: PositionSide,
): { profit: Fraction; stated: string | null } {
  const step = afterFill(contract, entry.open, fill);
  const closesOnly = side !== 'one-way' && (side === 'long') !== (fill.sign === 1);
  if (side === 'one-way' && isFlat(entry.open) && row.orphan && row.stated)
    return { profit: parse('7.5'), stated: '7.5' };
  // What closes more than there is closes something the files do not open: none of it opens the other side.
  if (closesOnly && step.added.n !== 0n) entry.open = flat;
  else entry.open = step.open;
  if (!row.stated) return { profit: step.profit, stated: null };
  const stated = printed(step.profit, 12);
  return { profit: parse(stated), stated };
}

/** Funding, a settlement before the end, or a delivery on or after the expiry; only where something is open. */
function cashOf(entries: Map<string, PlainEntry>, row: Row, index: number): LedgerEvent | null {
  const spec = SPECS[row.kind];
  const account = accounts[row.account];
  if (spec === undefined || account === undefined) throw new Error('no such contract');
  const sides: readonly PositionSide[] = row.account === 0 ? ['one-way'] : ['long', 'short'];
  const open = sides.filter((side) => !isFlat(entryOf(entries, row, side).open));
  const [side] = open;
  if (open.length !== 1 || side === undefined) return null;
  const entry = entryOf(entries, row, side);
  const legs = (text: string, role: Leg['role']): Leg[] => [
    { account, asset: spec.settleAsset, quantity: quantity(text), role },
  ];
  if (row.what === 'funding') {
    entry.funding = plus(entry.funding, parse(row.funding));
    return eventOf(row, index, { kind: 'funding', legs: legs(row.funding, 'funding'), contract: spec.id });
  }
  if (row.what === 'delivery' && spec.expiry === null) return null;
  const contract = contractOf(row.kind);
  const worth = worthOf(contract, entry.open.size, parse(row.price));
  const stated = printed(gainOf(contract, entry.open.sign, entry.open.entryValue, worth), 12);
  entry.profit = plus(entry.profit, parse(stated));
  entry.open = row.what === 'delivery' ? flat : afterSettlement(contract, entry.open, parse(stated));
  return eventOf(row, index, { kind: 'settlement', legs: legs(stated, 'profit'), contract: spec.id });
}

const positive = (one: Fraction): Fraction => (one.n < 0n ? minus(zero, one) : one);

/** Whether two amounts are the same up to a part of their size, or the last digits. */
export function isWithin(text: string, exact: Fraction, part: string): boolean {
  const bound = plus(times(positive(exact), parse(part)), parse('0.00000000000001'));
  return cmp(positive(minus(parse(text), exact)), bound) <= 0;
}
