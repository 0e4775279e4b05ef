/**
 * How an event lies in its row: the one place that knows the order of columns.
 * Legs are one JSON array in the row: half the time of writing and of reading three rows of their own.
 */
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type {
  EventId,
  EventKind,
  EventPart,
  EventSource,
  Fill,
  IncomeReason,
  Leg,
  LedgerEvent,
  LegRole,
  PositionSide,
  Side,
} from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, price, quantity } from '../../../shared/num/parse.ts';
import { epochMs, instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { Fact } from '../database/content-sum.ts';

/** What an event says, without where it comes from. */
export const eventColumns = [
  'id',
  'time',
  'sequence',
  'kind',
  'legs',
  'fill_account',
  'fill_contract',
  'fill_side',
  'fill_quantity',
  'fill_price',
  'fill_position_side',
  'reason',
  'contract',
  'external_id',
  'note',
  'carried_cost_basis',
  'carried_acquired',
  'replaces',
  'part',
  'opened',
  'line',
] as const;

type Text = string | null;
export type EventColumns = readonly [
  id: string,
  time: number,
  sequence: number,
  kind: string,
  legs: string,
  fillAccount: Text,
  fillContract: Text,
  fillSide: Text,
  fillQuantity: Text,
  fillPrice: Text,
  fillPositionSide: Text,
  reason: Text,
  contract: Text,
  externalId: Text,
  note: Text,
  carriedCostBasis: Text,
  carriedAcquired: number | null,
  replaces: Text,
  part: Text,
  opened: number | null,
  line: number,
];
/** Half of a row's hash tells rows apart as surely, and its index is a quarter smaller. */
export function storedRowHash(rowHash: string): string {
  return rowHash.slice(0, 32);
}

/** The event of a row: always the same for the same row and place. */
export function eventIdOf(rowHash: string, occurrence: number): EventId {
  return `${storedRowHash(rowHash)}-${occurrence}` as EventId;
}

/** In: the id apart, because it follows from the row. Written out, because it runs for every row of an import. */
export function columnsOf(id: EventId, event: Omit<LedgerEvent, 'id'>): EventColumns {
  const { fill, carriedBasis } = event;
  return [
    id,
    epochMs(event.time),
    event.sequence,
    event.kind,
    legsText(event.legs),
    fill === undefined ? null : fill.account,
    fill === undefined ? null : fill.contract,
    fill === undefined ? null : fill.side,
    fill === undefined ? null : toText(fill.quantity),
    fill === undefined ? null : toText(fill.price),
    fill === undefined ? null : fill.positionSide,
    event.reason ?? null,
    event.contract ?? null,
    event.externalId ?? null,
    event.note ?? null,
    carriedBasis === undefined ? null : toText(carriedBasis.costBasis),
    carriedBasis === undefined ? null : epochMs(carriedBasis.acquired),
    // Ids hold no blanks: they are digits and a dash.
    event.replaces === undefined ? null : event.replaces.join(' '),
    event.part === undefined ? null : partText(event.part),
    event.opened === undefined ? null : epochMs(event.opened),
    event.source.line,
  ];
}

/** What the content hash knows of an event: all that it states, and not where it stands nor in which files. */
export function eventFact(format: string, columns: EventColumns): Fact {
  return ['event', format, columns[0], columns[1], ...columns.slice(3, -1)];
}

export function eventOf(columns: EventColumns, source: EventSource): LedgerEvent {
  const [id, time, sequence, kind, legs, , , , , , , reason, contract, externalId, note] = columns;
  const [, , , , , , , , , , , , , , , , , replaces, part, opened] = columns;
  const fill = fillOf(columns);
  const carriedBasis = carriedBasisOf(columns);
  return {
    id: id as EventId,
    time: instantFromEpochMs(time),
    sequence,
    kind: kind as EventKind,
    legs: legsOf(legs),
    ...(fill === undefined ? undefined : { fill }),
    ...(reason === null ? undefined : { reason: reason as IncomeReason }),
    ...(contract === null ? undefined : { contract: contract as ContractId }),
    ...(externalId === null ? undefined : { externalId }),
    ...(note === null ? undefined : { note }),
    ...(carriedBasis === undefined ? undefined : { carriedBasis }),
    ...(replaces === null ? undefined : { replaces: replaces.split(' ') as EventId[] }),
    ...(part === null ? undefined : { part: partOf(part) }),
    ...(opened === null ? undefined : { opened: instantFromEpochMs(opened) }),
    source,
  };
}

function fillOf(columns: EventColumns): Fill | undefined {
  const [, , , , , account, contract, side, amount, at, positionSide] = columns;
  if (account === null || amount === null || at === null) return undefined;
  return {
    account: accountId(account),
    contract: contract as ContractId,
    side: side as Side,
    quantity: quantity(amount),
    price: price(at),
    positionSide: positionSide as PositionSide,
  };
}

function carriedBasisOf(columns: EventColumns): LedgerEvent['carriedBasis'] {
  const costBasis = columns[15];
  const acquired = columns[16];
  if (costBasis === null || acquired === null) return undefined;
  return { costBasis: money(costBasis), acquired: instantFromEpochMs(acquired) };
}

type PartValues = [assembly: EventPart['assembly'], group: string, operation: string, feeSign?: 'assumed'];

function partText({ assembly, group, operation, feeSign }: EventPart): string {
  return JSON.stringify(
    feeSign === undefined ? [assembly, group, operation] : [assembly, group, operation, feeSign],
  );
}

function partOf(text: string): EventPart {
  const [assembly, group, operation, feeSign] = JSON.parse(text) as PartValues;
  return { assembly, group, operation, ...(feeSign === undefined ? undefined : { feeSign }) };
}

/** What is not stated at the end is left out; before the end it is null. */
type LegValues = readonly [
  account: string,
  asset: string,
  quantity: string,
  role: string,
  value?: Text,
  balanceAfter?: string,
];

function legsText(legs: readonly Leg[]): string {
  return JSON.stringify(legs.map(legValues));
}

function legValues({ account, asset, quantity: amount, role, value, balanceAfter }: Leg): LegValues {
  if (balanceAfter !== undefined) {
    const stated = value === undefined ? null : toText(value);
    return [account, asset, toText(amount), role, stated, toText(balanceAfter)];
  }
  return value === undefined
    ? [account, asset, toText(amount), role]
    : [account, asset, toText(amount), role, toText(value)];
}

function legsOf(text: string): readonly Leg[] {
  return (JSON.parse(text) as readonly LegValues[]).map(([account, asset, amount, role, value, after]) => {
    const leg = {
      account: accountId(account),
      asset: assetId(asset),
      quantity: quantity(amount),
      role: role as LegRole,
    };
    const valued = value === undefined || value === null ? leg : { ...leg, value: money(value) };
    return after === undefined ? valued : { ...valued, balanceAfter: quantity(after) };
  });
}
