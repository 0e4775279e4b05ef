/** The positions of one walk over the events: what is open, and what has been booked on each. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent, PositionSide } from '../../../shared/domain/event.ts';
import { add, isPositive, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroPrice, zeroQuantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { FillApplied, OpenSize } from './apply-fill.ts';
import { payoffRules } from './payoff/payoff-rules.ts';
import type { FuturesPosition, FuturesResult } from './position.ts';
import { coins, settleAmount } from './units.ts';
import type { SettleAmount } from './units.ts';

/** One position while the walk goes on. */
export interface PositionEntry {
  readonly spec: ContractSpec;
  readonly account: AccountId;
  readonly positionSide: PositionSide;
  open: OpenSize;
  /** Profit of what is open that settlements have booked already, so that its entry value starts from them. */
  settled: SettleAmount;
  opened: Instant | null;
  openFills: EventId[];
  realisedProfit: SettleAmount;
  fees: SettleAmount;
  funding: SettleAmount;
  readonly otherFees: Map<AssetId, Quantity>;
}

export class PositionBook {
  /** In the order in which they were first asked for, and again by contract: few have more than two. */
  readonly #entries: PositionEntry[] = [];
  readonly #byContract = new Map<ContractId, PositionEntry[]>();

  /** The entry of a position, made flat when first asked for. */
  entry(spec: ContractSpec, account: AccountId, positionSide: PositionSide): PositionEntry {
    const ofContract = this.#entriesOf(spec);
    for (const entry of ofContract) {
      if (entry.account === account && entry.positionSide === positionSide) return entry;
    }
    const entry = emptyEntry(spec, account, positionSide);
    ofContract.push(entry);
    this.#entries.push(entry);
    return entry;
  }

  /** Where a row that names only the contract belongs: the position of that contract that is open, else any. */
  entryOfContract(spec: ContractSpec, account: AccountId): PositionEntry {
    let found: PositionEntry | undefined;
    for (const entry of this.#entriesOf(spec)) {
      if (entry.account !== account) continue;
      if (!isZero(entry.open.size)) return entry;
      found ??= entry;
    }
    return found ?? this.entry(spec, account, 'one-way');
  }

  #entriesOf({ id }: ContractSpec): PositionEntry[] {
    let entries = this.#byContract.get(id);
    if (entries === undefined) {
      entries = [];
      this.#byContract.set(id, entries);
    }
    return entries;
  }

  positions(): FuturesPosition[] {
    return this.#entries.map(positionOf);
  }
}

/** Adds a result to its position's totals. */
export function book(entry: PositionEntry, result: FuturesResult): void {
  if (result.asset !== entry.spec.settleAsset) {
    const before = entry.otherFees.get(result.asset) ?? zeroQuantity;
    entry.otherFees.set(result.asset, add(before, result.quantity));
    return;
  }
  const amount = settleAmount(result.quantity);
  switch (result.kind) {
    case 'profit':
      entry.realisedProfit = add(entry.realisedProfit, amount);
      break;
    case 'funding':
      entry.funding = add(entry.funding, amount);
      break;
    case 'fee':
    case 'rebate':
    case 'insurance':
      entry.fees = add(entry.fees, amount);
  }
}

/** Moves an entry by a fill. */
export function moveEntry(entry: PositionEntry, event: LedgerEvent, applied: FillApplied): void {
  const before = entry.open;
  const leavesZero = !isZero(applied.openedSize) && (isZero(before.size) || !isZero(applied.closedSize));
  if (!isZero(entry.settled) && !isZero(applied.closedSize)) {
    const kept = subtract(before.size, applied.closedSize);
    entry.settled = apportion(entry.settled, kept, before.size, 'half-even');
  }
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

/** Ends a position without a fill: delivered, or of another history than the files tell. */
export function closeEntry(entry: PositionEntry): void {
  const { size, entryValue, direction } = entry.open;
  entry.open = { direction, size: subtract(size, size), entryValue: subtract(entryValue, entryValue) };
  entry.settled = subtract(entry.settled, entry.settled);
  entry.opened = null;
  entry.openFills = [];
}

/**
 * Starts the entry of what is open anew at a settlement that paid its profit so far: the entry value that leaves no
 * profit at the settlement price. A profit that no price gives changes nothing.
 * Source: OKX, expiry futures settlement ("updated to the last settlement price"); Bybit USDC session average.
 */
export function settleEntry(entry: PositionEntry, profit: SettleAmount): void {
  const { direction, entryValue, size } = entry.open;
  const gainsWithValue = (entry.spec.payoff === 'inverse') !== (direction === 'long');
  const settledValue = gainsWithValue ? add(entryValue, profit) : subtract(entryValue, profit);
  if (isZero(size) || !isPositive(settledValue)) return;
  entry.open = { direction, size, entryValue: settledValue };
  entry.settled = add(entry.settled, profit);
}

function emptyEntry(spec: ContractSpec, account: AccountId, positionSide: PositionSide): PositionEntry {
  const nothing = settleAmount(zeroQuantity);
  return {
    spec,
    account,
    positionSide,
    open: { direction: 'long', size: coins(zeroQuantity), entryValue: nothing },
    settled: nothing,
    opened: null,
    openFills: [],
    realisedProfit: nothing,
    fees: nothing,
    funding: nothing,
    otherFees: new Map(),
  };
}

function positionOf(entry: PositionEntry): FuturesPosition {
  const { spec, open } = entry;
  const rules = payoffRules(spec.payoff);
  const isFlat = isZero(open.size);
  const averageEntry = isFlat ? null : rules.averageEntry(open.size, open.entryValue);
  const firstValue = valueFirstEntered(entry);
  return {
    contract: spec.id,
    spec,
    account: entry.account,
    positionSide: entry.positionSide,
    side: isFlat ? 'flat' : open.direction,
    quantity: isFlat
      ? { unit: spec.quantityUnit, amount: zeroQuantity }
      : rules.orderOf(spec, open.size, averageEntry ?? zeroPrice),
    size: open.size,
    entryValue: open.entryValue,
    averageEntry,
    averageEntryOriginal:
      isFlat || !isPositive(firstValue) ? averageEntry : rules.averageEntry(open.size, firstValue),
    opened: entry.opened,
    openFills: entry.openFills,
    realisedProfit: entry.realisedProfit,
    fees: entry.fees,
    funding: entry.funding,
    otherFees: [...entry.otherFees].map(([asset, quantity]) => ({ asset, quantity })),
  };
}

/** The entry value without the settlements since. */
function valueFirstEntered({ open, settled, spec }: PositionEntry): SettleAmount {
  const gainsWithValue = (spec.payoff === 'inverse') !== (open.direction === 'long');
  return gainsWithValue ? subtract(open.entryValue, settled) : add(open.entryValue, settled);
}
