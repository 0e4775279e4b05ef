/**
 * fills and cash rows → positions, dated results, issues.
 *
 * Issues: `futures/contract-unknown`, `futures/opening-missing`, `futures/profit-differs`, `futures/profit-not-in-balance`.
 */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { Fill, LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { add, compare, isZero, larger, absolute, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantity, rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { utc, localDateOf } from '../../../shared/time/time-zone.ts';
import { isFuturesRebate } from '../events/futures-rebate.ts';
import { issueOf } from '../issue-of.ts';
import { applyFill } from './apply-fill.ts';
import type { FillApplied } from './apply-fill.ts';
import { notInBalances } from './not-in-balances.ts';
import type { FuturesPosition, FuturesResult } from './position.ts';
import { PositionBook, book } from './position-book.ts';
import type { PositionEntry } from './position-book.ts';
import { settleAmount } from './units.ts';
import type { PositionDirection } from './units.ts';

/** The terms of a contract, or undefined where neither catalogue nor ledger knows it. */
export type SpecOf = (contract: ContractId) => ContractSpec | undefined;

export interface PositionsInput {
  /** In ledger order and counted once: rows that repeat another carry no legs here (`events/count-once.ts`). */
  readonly events: readonly LedgerEvent[];
  readonly specOf: SpecOf;
  /** Rebates paid into these are results of futures even where they name no contract. */
  readonly futuresAccounts?: ReadonlySet<AccountId>;
}

export interface Positions {
  /** Every position there ever was, flat ones included, in the order in which they were first seen. */
  readonly positions: readonly FuturesPosition[];
  /** Every profit, fee and funding row, in ledger order: what tax and carry are computed from. */
  readonly results: readonly FuturesResult[];
  readonly issues: readonly Issue[];
}

/** Where the walk stands. */
interface Walk {
  readonly specOf: SpecOf;
  readonly book: PositionBook;
  readonly results: FuturesResult[];
  readonly issues: Issue[];
  readonly futuresAccounts: ReadonlySet<AccountId>;
  readonly unknown: Set<ContractId>;
  /** When rows apart from the fills state a profit, by account and contract: what they state is not computed again. */
  readonly statedApart: ReadonlyMap<string, readonly Instant[]>;
}

/**
 * The futures positions that fills add up to: through zero, with partial closes, apart by side in hedge mode.
 * For the state at an earlier time (a year-end mark), pass the events up to that time.
 * Stated profit wins over computed profit, because it is what moved the balance; a difference beyond rounding is an
 * issue. A fill that states a profit where nothing was open closes a position that is not in the files: its profit
 * counts, no position is opened, and an issue says so.
 */
export function positionsOf(input: PositionsInput): Positions {
  const walk: Walk = {
    specOf: input.specOf,
    book: new PositionBook(),
    results: [],
    issues: [],
    futuresAccounts: input.futuresAccounts ?? new Set(),
    unknown: new Set(),
    statedApart: timesOfStatedProfit(input.events),
  };
  for (const event of input.events) visit(walk, event);
  const issues = [...walk.issues, ...notInBalances(walk.results)];
  return { positions: walk.book.positions(), results: walk.results, issues };
}

function visit(walk: Walk, event: LedgerEvent): void {
  if (event.fill !== undefined) visitFill(walk, event, event.fill);
  else if (isFuturesRow(walk, event)) visitCashRow(walk, event);
}

function isFuturesRow({ futuresAccounts }: Walk, event: LedgerEvent): boolean {
  switch (event.kind) {
    case 'funding':
    case 'realised-profit':
    case 'futures-fee':
    case 'settlement':
    case 'liquidation':
    case 'insurance':
      return true;
    default:
      return isFuturesRebate(event, futuresAccounts);
  }
}

function visitCashRow(walk: Walk, event: LedgerEvent): void {
  const spec = event.contract === undefined ? undefined : knownSpec(walk, event.contract, event);
  for (const leg of event.legs) {
    const entry = spec === undefined ? undefined : walk.book.entryOfContract(spec, leg.account);
    record(walk, entry, {
      ...resultOfLeg(event, leg, event.contract ?? null, entry),
      held: entry === undefined || isZero(entry.open.size) ? null : entry.open,
    });
    if (entry !== undefined && isDelivery(event, entry)) close(entry);
  }
}

/** A settlement row on or after the expiry day ends a dated position; earlier ones only settle its profit. */
function isDelivery(event: LedgerEvent, { spec }: PositionEntry): boolean {
  return event.kind === 'settlement' && spec.expiry !== null && localDateOf(event.time, utc) >= spec.expiry;
}

function close(entry: PositionEntry): void {
  const { size, entryValue, direction } = entry.open;
  entry.open = { direction, size: subtract(size, size), entryValue: subtract(entryValue, entryValue) };
  entry.opened = null;
  entry.openFills = [];
}

function visitFill(walk: Walk, event: LedgerEvent, fill: Fill): void {
  const spec = knownSpec(walk, fill.contract, event);
  const entry = spec === undefined ? undefined : walk.book.entry(spec, fill.account, fill.positionSide);
  const statedProfit = event.legs.filter(({ role }) => role === 'profit');
  if (entry !== undefined) trade(walk, event, fill, entry, statedProfit);
  for (const leg of event.legs) {
    if (leg.role !== 'principal') record(walk, entry, resultOfLeg(event, leg, fill.contract, entry));
  }
}

/** Moves the position by a fill, or recognises that the fill belongs to a position that the files do not open. */
function trade(
  walk: Walk,
  event: LedgerEvent,
  fill: Fill,
  entry: PositionEntry,
  statedLegs: readonly Leg[],
): void {
  const stated = statedLegs.length === 0 ? null : sumOf(statedLegs);
  const direction: PositionDirection = fill.side === 'buy' ? 'long' : 'short';
  const order = { unit: entry.spec.quantityUnit, amount: fill.quantity };
  const applied = applyFill(entry.spec, entry.open, { direction, quantity: order, price: fill.price });
  const differs = stated !== null && !agrees(stated, applied, entry.spec);
  const surplus = !isZero(applied.openedSize);
  const onlyCloses = fill.positionSide !== 'one-way' && fill.positionSide !== direction;
  const opensUnseen = surplus && (onlyCloses || (differs && !isZero(stated)));
  if (opensUnseen) {
    noteMissingOpening(walk, event, fill);
    if (isZero(applied.closedSize)) return;
    close(entry);
  } else {
    move(entry, event, applied);
    if (differs) noteDifference(walk, event, fill, stated, applied);
  }
  if (stated === null && !isStatedApart(walk, event, fill)) {
    recordComputed(walk, event, fill, entry, applied);
  }
}

/** Files state one moment by different clocks. */
const SAME_MOMENT_MS = 2000;

function timesOfStatedProfit(events: readonly LedgerEvent[]): ReadonlyMap<string, readonly Instant[]> {
  const times = new Map<string, Instant[]>();
  for (const { kind, contract, legs, time } of events) {
    const leg = legs.find(({ role }) => role === 'profit');
    if (kind !== 'realised-profit' || contract === undefined || leg === undefined) continue;
    const key = `${leg.account} ${contract}`;
    const known = times.get(key);
    if (known === undefined) times.set(key, [time]);
    else known.push(time);
  }
  return times;
}

function isStatedApart({ statedApart }: Walk, { time }: LedgerEvent, { account, contract }: Fill): boolean {
  const times = statedApart.get(`${account} ${contract}`) ?? [];
  const nearest = times[firstFrom(times, time)];
  return nearest !== undefined && msBetween(time, nearest) <= SAME_MOMENT_MS;
}

/** The place of the first time that is not more than a moment before. In: times in order, as events come. */
function firstFrom(times: readonly Instant[], time: Instant): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = times[middle];
    if (at !== undefined && msBetween(at, time) > SAME_MOMENT_MS) low = middle + 1;
    else high = middle;
  }
  return low;
}

function move(entry: PositionEntry, event: LedgerEvent, applied: FillApplied): void {
  const leavesZero = !isZero(applied.openedSize) && (isZero(entry.open.size) || !isZero(applied.closedSize));
  entry.open = applied.open;
  if (isZero(applied.open.size)) {
    entry.opened = null;
    entry.openFills = [];
  } else if (leavesZero) {
    entry.opened = event.time;
    entry.openFills = [event.id];
  } else {
    entry.openFills.push(event.id);
  }
}

function recordComputed(
  walk: Walk,
  event: LedgerEvent,
  fill: Fill,
  entry: PositionEntry,
  applied: FillApplied,
): void {
  if (isZero(applied.closedSize)) return;
  record(walk, entry, {
    event: event.id,
    time: event.time,
    account: fill.account,
    contract: fill.contract,
    positionSide: fill.positionSide,
    kind: 'profit',
    asset: entry.spec.settleAsset,
    quantity: applied.profit,
    from: 'fills',
    held: null,
  });
}

function record(walk: Walk, entry: PositionEntry | undefined, result: FuturesResult): void {
  walk.results.push(result);
  if (entry !== undefined) book(entry, result);
}

const KIND_OF_ROLE = {
  profit: 'profit',
  fee: 'fee',
  funding: 'funding',
  rebate: 'rebate',
  insurance: 'insurance',
  // What a cash row moves without a role of its own (a settlement, a liquidation) is result.
  principal: 'profit',
} as const;

function resultOfLeg(
  event: LedgerEvent,
  leg: Leg,
  contract: ContractId | null,
  entry: PositionEntry | undefined,
): FuturesResult {
  return {
    event: event.id,
    time: event.time,
    account: leg.account,
    contract,
    positionSide: entry?.positionSide ?? 'one-way',
    kind: KIND_OF_ROLE[leg.role],
    asset: leg.asset,
    quantity: leg.quantity,
    from: 'file',
    held: null,
  };
}

function sumOf(legs: readonly Leg[]): Quantity {
  return legs.reduce((total, leg) => add(total, leg.quantity), zeroQuantity);
}

/** Exchanges round the average entry and the profit they print: a millionth of the value, or the last place. */
const ROUNDING_OF_VALUE = rate('0.000001');
const ROUNDING_OF_MONEY = quantity('0.01');
const ROUNDING_OF_COINS = quantity('0.00000001');

function agrees(stated: Quantity, applied: FillApplied, spec: ContractSpec): boolean {
  const lastPlace = spec.payoff === 'linear' ? ROUNDING_OF_MONEY : ROUNDING_OF_COINS;
  const ofValue = quantityTimes(applied.exitValue, ROUNDING_OF_VALUE, 'half-even');
  const difference = absolute(subtract(stated, applied.profit as Quantity));
  return compare(difference, larger(lastPlace, ofValue)) <= 0;
}

function knownSpec(walk: Walk, contract: ContractId, event: LedgerEvent): ContractSpec | undefined {
  const spec = walk.specOf(contract);
  if (spec === undefined && !walk.unknown.has(contract)) {
    walk.unknown.add(contract);
    walk.issues.push(issueOf('futures/contract-unknown', 'warning', { contract }, { event: event.id }));
  }
  return spec;
}

function noteMissingOpening(walk: Walk, event: LedgerEvent, fill: Fill): void {
  const values = { contract: fill.contract, account: fill.account, quantity: toText(fill.quantity) };
  walk.issues.push(
    issueOf('futures/opening-missing', 'warning', values, { event: event.id, account: fill.account }),
  );
}

function noteDifference(
  walk: Walk,
  event: LedgerEvent,
  fill: Fill,
  stated: Quantity,
  applied: FillApplied,
): void {
  const values = {
    contract: fill.contract,
    stated: toText(stated),
    computed: toText(settleAmount(applied.profit)),
  };
  walk.issues.push(
    issueOf('futures/profit-differs', 'warning', values, { event: event.id, account: fill.account }),
  );
}
