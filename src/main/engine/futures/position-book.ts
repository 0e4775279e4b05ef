/** The positions of one walk over the events: what is open, and what has been booked on each. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { EventId, PositionSide } from '../../../shared/domain/event.ts';
import { add, isZero } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroPrice, zeroQuantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { OpenSize } from './apply-fill.ts';
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
  opened: Instant | null;
  openFills: EventId[];
  realisedProfit: SettleAmount;
  fees: SettleAmount;
  funding: SettleAmount;
  readonly otherFees: Map<AssetId, Quantity>;
}

export class PositionBook {
  readonly #entries = new Map<string, PositionEntry>();

  /** The entry of a position, made flat when first asked for. */
  entry(spec: ContractSpec, account: AccountId, positionSide: PositionSide): PositionEntry {
    const key = `${account} ${positionSide} ${spec.id}`;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = emptyEntry(spec, account, positionSide);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  /** Where a row that names only the contract belongs: the position of that contract that is open, else any. */
  entryOfContract(spec: ContractSpec, account: AccountId): PositionEntry {
    const sides = (['one-way', 'long', 'short'] as const)
      .map((side) => this.#entries.get(`${account} ${side} ${spec.id}`))
      .filter((entry) => entry !== undefined);
    return sides.find(({ open }) => !isZero(open.size)) ?? sides[0] ?? this.entry(spec, account, 'one-way');
  }

  positions(): FuturesPosition[] {
    return [...this.#entries.values()].map(positionOf);
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

function emptyEntry(spec: ContractSpec, account: AccountId, positionSide: PositionSide): PositionEntry {
  const nothing = settleAmount(zeroQuantity);
  return {
    spec,
    account,
    positionSide,
    open: { direction: 'long', size: coins(zeroQuantity), entryValue: nothing },
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
    opened: entry.opened,
    openFills: entry.openFills,
    realisedProfit: entry.realisedProfit,
    fees: entry.fees,
    funding: entry.funding,
    otherFees: [...entry.otherFees].map(([asset, quantity]) => ({ asset, quantity })),
  };
}
