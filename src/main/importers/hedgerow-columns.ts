/** The columns of the Hedgerow CSV layout, and which of them each kind of row needs or may fill in. */
import type { EventKind, LegRole } from '../../shared/domain/event.ts';

/** Cells that are filled in together. */
export type Group =
  | 'received'
  | 'sent'
  | 'fee'
  | 'profit'
  | 'to'
  | 'contract'
  | 'fill'
  | 'asset'
  | 'price'
  | 'reason'
  | 'basis'
  | 'replaces';

/** A price row states what something was worth; every other row is an event. */
export type RowKind = EventKind | 'price';

/** Every column, as the header writes it, with its group; those without one belong to every row. */
const table: readonly (readonly [name: string, group: Group | null])[] = [
  ['Time', null],
  ['Kind', null],
  ['Account', null],
  ['Received Asset', 'received'],
  ['Received Quantity', 'received'],
  ['Received Value', 'received'],
  ['Sent Asset', 'sent'],
  ['Sent Quantity', 'sent'],
  ['Sent Value', 'sent'],
  ['Fee Asset', 'fee'],
  ['Fee Quantity', 'fee'],
  ['Fee Value', 'fee'],
  ['Profit Asset', 'profit'],
  ['Profit', 'profit'],
  ['To Account', 'to'],
  ['Contract', 'contract'],
  ['Side', 'fill'],
  ['Quantity', 'fill'],
  ['Position Side', 'fill'],
  ['Asset', 'asset'],
  ['Price', 'price'],
  ['Reason', 'reason'],
  ['Acquired', 'basis'],
  ['Cost Basis', 'basis'],
  ['Account Kind', null],
  ['To Account Kind', 'to'],
  ['Replaces', 'replaces'],
  ['Id', null],
  ['Note', null],
];

export const columnTitles: readonly string[] = table.map(([name]) => name);
const groupByColumn: ReadonlyMap<string, Group | null> = new Map(
  table.map(([name, group]) => [name.toLowerCase(), group]),
);
export const knownColumns: ReadonlySet<string> = new Set(groupByColumn.keys());
export const requiredColumns = ['time', 'kind', 'account'] as const;

/** What rows of a kind are made of. */
export interface KindShape {
  readonly needs: readonly Group[];
  readonly allows: readonly Group[];
  /** Of coins received and sent. */
  readonly role: LegRole;
  /** One of these must be filled in. */
  readonly needsOneOf?: readonly Group[];
}

function shape(
  needs: readonly Group[],
  allows: readonly Group[] = [],
  more: Partial<KindShape> = {},
): KindShape {
  return { needs, allows: [...allows, 'replaces'], role: 'principal', ...more };
}

const trade = shape(['received', 'sent'], ['fee']);
const given = shape(['sent'], ['fee']);
const eitherWay = { needsOneOf: ['received', 'sent'] } as const;

export const kindShapes: Readonly<Record<RowKind, KindShape>> = {
  buy: trade,
  sell: trade,
  swap: trade,
  transfer: shape(['sent', 'to'], ['received', 'fee']),
  deposit: shape(['received'], ['fee', 'basis']),
  withdrawal: given,
  income: shape(['received', 'reason']),
  fee: shape(['fee']),
  spend: given,
  'gift-received': shape(['received'], ['basis']),
  'gift-sent': given,
  donation: given,
  loss: given,
  'futures-fill': shape(['contract', 'fill', 'price'], ['profit', 'fee']),
  funding: shape([], ['received', 'sent', 'contract'], { role: 'funding', ...eitherWay }),
  'realised-profit': shape(['profit'], ['contract']),
  'futures-fee': shape(['fee'], ['contract']),
  settlement: shape(['contract'], ['fill', 'price', 'profit', 'fee'], { needsOneOf: ['fill', 'profit'] }),
  liquidation: shape(['contract'], ['fill', 'price', 'profit', 'fee', 'received', 'sent'], {
    role: 'insurance',
    needsOneOf: ['fill', 'profit', 'sent'],
  }),
  insurance: shape([], ['received', 'sent', 'contract'], { role: 'insurance', ...eitherWay }),
  rebate: shape(['received'], ['contract'], { role: 'rebate' }),
  'closed-position': shape(['contract', 'profit'], ['fee']),
  'balance-change': shape([], ['received', 'sent'], eitherWay),
  // A price is no event, and replaces none.
  price: { ...shape(['price'], [], { needsOneOf: ['asset', 'contract'] }), allows: ['asset', 'contract'] },
};

/** Kinds that happen in a futures account. */
export const futuresKinds: ReadonlySet<RowKind> = new Set([
  'futures-fill',
  'funding',
  'realised-profit',
  'futures-fee',
  'settlement',
  'liquidation',
  'insurance',
  'closed-position',
]);

/** The group of a column; null for columns of every row. In: a known column's name in lower case. */
export function groupOf(column: string): Group | null {
  return groupByColumn.get(column) ?? null;
}
