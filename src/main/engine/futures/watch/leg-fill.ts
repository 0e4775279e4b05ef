import type { AccountId } from '../../../../shared/domain/account.ts';
import type { ContractId, ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { Fill, LedgerEvent, PositionSide } from '../../../../shared/domain/event.ts';
import type { OpenSize } from '../apply-fill.ts';
import type { PositionDirection } from '../units.ts';

/** A trade of the ledger in a futures contract. */
export interface LegFill extends Pick<LedgerEvent, 'id' | 'time' | 'legs' | 'source'> {
  readonly fill: Fill;
}

/** What a fill did to the leg that it is linked to. */
export type FillEffect = 'opens' | 'adds' | 'reduces' | 'closes' | 'rolls-out' | 'rolls-in';

/** Events that are fills, in the order given. */
export function fillsAmong(events: readonly LedgerEvent[]): readonly LegFill[] {
  return events.filter((event): event is LedgerEvent & { readonly fill: Fill } => event.fill !== undefined);
}

/** What tells the positions of a venue apart: its contract, its account, and the side where sides are kept apart. */
export interface PositionKey {
  readonly contract: ContractId;
  readonly account: AccountId;
  readonly positionSide: PositionSide;
}

/** The id of a position, as answers and `holdings.explain` name it: never its symbol alone. */
export function positionKey({ contract, account, positionSide }: PositionKey): string {
  return `position:${contract}@${account}${positionSide === 'one-way' ? '' : `:${positionSide}`}`;
}

export function directionOf({ side }: Pick<Fill, 'side'>): PositionDirection {
  return side === 'buy' ? 'long' : 'short';
}

/** A part of a leg: what its fills add up to in one position of the venue. */
export interface LegPart extends PositionKey {
  readonly spec: ContractSpec;
  readonly open: OpenSize;
}
