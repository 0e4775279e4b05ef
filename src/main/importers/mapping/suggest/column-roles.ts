/** What each column of a sample seems to say: by its name, where its cells agree. */
import type { MappingRole } from '../../../../shared/domain/mapping-profile.ts';
import { pairOf } from '../mapped-market.ts';
import { type ColumnWords, columnWords, plainName } from './column-words.ts';
import type { Preset } from './presets.ts';
import { isClock, isDay, isNumber, isTicker, isTime, mostly, type SampleColumn } from './table-sample.ts';
import { isBuyWord, isSellWord } from './word-meanings.ts';

export interface FoundRole {
  readonly column: SampleColumn;
  readonly why: string;
}

export type FoundRoles = ReadonlyMap<MappingRole, FoundRole>;

/** The surer first: a column that one has taken is no other's. */
const order: readonly MappingRole[] = [
  'time',
  'opened',
  'fee',
  'fee-asset',
  'funding',
  'profit',
  'profit-asset',
  'position-side',
  'side',
  'type',
  'status',
  'received',
  'received-asset',
  'sent',
  'sent-asset',
  'base',
  'quote',
  'contract',
  'pair',
  'price',
  'quantity',
  'total',
  'amount',
  'asset',
  'balance',
  'id',
  'note',
];

const numbers: ReadonlySet<MappingRole> = new Set([
  'fee',
  'funding',
  'profit',
  'received',
  'sent',
  'price',
  'quantity',
  'total',
  'amount',
  'balance',
]);
const tickers: ReadonlySet<MappingRole> = new Set([
  'fee-asset',
  'profit-asset',
  'received-asset',
  'sent-asset',
  'base',
  'quote',
  'asset',
]);

export function findRoles(columns: readonly SampleColumn[], preset: Preset | null): FoundRoles {
  const found = new Map<MappingRole, FoundRole>();
  const isFutures = looksLikeFutures(columns, preset);
  const words: ColumnWords = preset?.columns ?? {};
  for (const role of order) {
    if (!isWanted(role, found, isFutures)) continue;
    const free = columns.filter((column) => ![...found.values()].some((taken) => taken.column === column));
    const column = named(free, [...(words[role] ?? []), ...(columnWords[role] ?? [])], (one) =>
      fits(role, one, found),
    );
    if (column !== undefined) found.set(role, { column, why: `it is called "${column.title}"` });
  }
  return withContents(columns, withTimes(columns, found));
}

function named(
  columns: readonly SampleColumn[],
  names: readonly string[],
  fitting: (column: SampleColumn) => boolean,
): SampleColumn | undefined {
  for (const name of names) {
    const column = columns.find((one) => plainName(one.title) === name && fitting(one));
    if (column !== undefined) return column;
  }
  return undefined;
}

function looksLikeFutures(columns: readonly SampleColumn[], preset: Preset | null): boolean {
  const names = new Set(columns.map(({ title }) => plainName(title)));
  const signs = [
    'leverage',
    'positionside',
    'contract',
    'futures',
    'futurestradingpair',
    'contracts',
    'fundingfee',
  ];
  const profit = columnWords.profit ?? [];
  return preset?.account.kind === 'futures' || [...signs, ...profit].some((name) => names.has(name));
}

/** Roles that only make sense beside, or without, others. */
function isWanted(role: MappingRole, found: FoundRoles, isFutures: boolean): boolean {
  const hasTwo = found.has('received') || found.has('sent');
  const inMarket = found.has('price') && found.has('quantity');
  switch (role) {
    case 'contract':
    case 'position-side':
    case 'profit-asset':
      return isFutures;
    case 'pair':
      return !isFutures && !hasTwo;
    case 'price':
    case 'base':
    case 'quote':
      return !hasTwo;
    case 'quantity':
      return found.has('price') && !hasTwo;
    case 'total':
      return inMarket && !hasTwo;
    case 'amount':
      return !inMarket && !hasTwo;
    case 'asset':
      return found.has('amount');
    default:
      return true;
  }
}

function fits(role: MappingRole, { cells }: SampleColumn, found: FoundRoles): boolean {
  if (role === 'time' || role === 'opened') return mostly(cells, isTime) && cells.length > 0;
  if (numbers.has(role)) return mostly(cells, isNumber);
  if (tickers.has(role)) return mostly(cells, isTicker);
  if (role === 'side') return cells.length > 0 && mostly(cells, isSide);
  if (role === 'type') return isTypes(cells) && !(mostly(cells, isSide) && !found.has('side'));
  if (role === 'pair') return cells.length > 0 && (mostly(cells, isPair) || isMarketsAndCoins(cells));
  return true;
}

/** Long and short are words of a position, not of a trade. */
function isSide(cell: string): boolean {
  return isBuyWord(cell) || isSellWord(cell);
}

const orderTypes = /^(?:market|limit|stop.*|taker|maker|spot|post.?only)$/iu;

/** A few words that come again and again; not ways to place an order. */
function isTypes(cells: readonly string[]): boolean {
  const different = new Set(cells);
  return (
    cells.length > 0 &&
    !mostly(cells, isNumber) &&
    !mostly(cells, (cell) => orderTypes.test(cell)) &&
    different.size <= 60
  );
}

/** "SOL/USDT" in trades and "USDT" in deposits. */
function isMarketsAndCoins(cells: readonly string[]): boolean {
  return mostly(cells, isTicker) && cells.some((cell) => isPairWith(cell, '/'));
}

/** In any of the ways in which markets are written; a slash in any cell decides. */
export function separatorOf(cells: readonly string[]): string | null {
  if (isMarketsAndCoins(cells)) return '/';
  const separators = ['/', '-', '_', ':', ' ', ''];
  return (
    separators.find(
      (separator) => cells.length > 0 && mostly(cells, (cell) => isPairWith(cell, separator)),
    ) ?? null
  );
}

function isPair(cell: string): boolean {
  return separatorOf([cell]) !== null;
}

function isPairWith(cell: string, separator: string): boolean {
  return (separator === '' || cell.includes(separator)) && pairOf(cell, { prefix: '', separator }) !== null;
}

/** Side by the type column's words; time by its cells where no name says it; the hour in a column of its own. */
function withTimes(
  columns: readonly SampleColumn[],
  found: Map<MappingRole, FoundRole>,
): Map<MappingRole, FoundRole> {
  const taken = new Set([...found.values()].map(({ column }) => column));
  if (!found.has('time')) {
    const column = columns.find(
      (one) => !taken.has(one) && one.cells.length > 0 && mostly(one.cells, isTime),
    );
    if (column !== undefined) found.set('time', { column, why: 'its cells are times' });
  }
  const time = found.get('time');
  const clock = columns.find((one) => !taken.has(one) && one.cells.length > 0 && mostly(one.cells, isClock));
  if (time !== undefined && clock !== undefined && mostly(time.column.cells, isDay)) {
    found.set('clock', { column: clock, why: 'its cells are times of day' });
  }
  const typed = columns.find(
    (one) => (columnWords.type ?? []).includes(plainName(one.title)) && !taken.has(one),
  );
  if (!found.has('side') && typed !== undefined && typed.cells.length > 0 && mostly(typed.cells, isSide)) {
    found.set('side', { column: typed, why: 'its cells say buy and sell' });
  }
  return found;
}

/** Where no name says it: the first free column of numbers is the amount, the first of tickers in capitals its coin. */
function withContents(columns: readonly SampleColumn[], found: Map<MappingRole, FoundRole>): FoundRoles {
  const free = (is: (cell: string) => boolean): SampleColumn | undefined =>
    columns.find(
      (one) =>
        one.cells.length > 0 &&
        ![...found.values()].some(({ column }) => column === one) &&
        mostly(one.cells, is),
    );
  const hasAmount = (['amount', 'quantity', 'received', 'sent', 'profit'] as const).some((role) =>
    found.has(role),
  );
  const amount = hasAmount ? undefined : free((cell) => isNumber(cell) && !isTime(cell));
  if (amount !== undefined) found.set('amount', { column: amount, why: 'its cells are numbers' });
  const asset = found.has('amount') && !found.has('asset') ? free(isCoin) : undefined;
  if (asset !== undefined) found.set('asset', { column: asset, why: 'its cells look like coins' });
  return found;
}

function isCoin(cell: string): boolean {
  return /^[A-Z][A-Z\d]{1,9}$/u.test(cell);
}
