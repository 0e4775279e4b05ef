/** What each column of a sample seems to say: by its name, where its cells agree. */
import { type MappingRole, NUMBER_ROLES } from '../../../../shared/domain/mapping-profile.ts';
import { isMarketsAndCoins, isPair, isSide, isSpelledSide, isTypes } from './cell-kinds.ts';
import { fitsPattern, namesFutures, patternCount } from './column-patterns.ts';
import { type ColumnWords, columnWords, plainName } from './column-words.ts';
import type { Preset } from './presets.ts';
import { withRolesByCells } from './roles-by-cells.ts';
import { isNumber, isTicker, isTime, mostly, type SampleColumn } from './table-sample.ts';

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

const numbers: ReadonlySet<MappingRole> = new Set(NUMBER_ROLES);
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
  const find = (role: MappingRole, isLast: boolean): void => {
    if (found.has(role) || !isWanted(role, found, isFutures)) return;
    const free = columns.filter((column) => ![...found.values()].some((taken) => taken.column === column));
    const fitting = (one: SampleColumn): boolean => fits(role, one, found);
    const column =
      named(free, [...(words[role] ?? []), ...(columnWords[role] ?? [])], fitting) ??
      (isWantedByPattern(role, found, columns, isFutures)
        ? byPattern(role, free, fitting, isLast)
        : undefined);
    if (column !== undefined) found.set(role, { column, why: `it is called "${column.title}"` });
  };
  for (const role of order) find(role, false);
  // A name that is known for something else may say this where that is not wanted.
  for (const role of order) find(role, true);
  return withRolesByCells(columns, found, isFutures);
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

/** A name that is known for something else says just that. */
const knownNames: ReadonlySet<string> = new Set(Object.values(columnWords).flat());

function byPattern(
  role: MappingRole,
  columns: readonly SampleColumn[],
  fitting: (column: SampleColumn) => boolean,
  isLast: boolean,
): SampleColumn | undefined {
  const isFree = ({ title, cells }: SampleColumn): boolean =>
    cells.length > 0 && (isLast || role === 'side' || !knownNames.has(plainName(title)));
  const free = columns.filter(isFree);
  for (let at = 0; at < patternCount(role); at++) {
    const column = free.find(
      (one) =>
        fitsPattern(role, one.title, at) &&
        fitting(one) &&
        (role !== 'side' || mostly(one.cells, isSpelledSide)),
    );
    if (column !== undefined) return column;
  }
  return undefined;
}

/** Words that say little by themselves count where the others that they need are there. */
function isWantedByPattern(
  role: MappingRole,
  found: FoundRoles,
  columns: readonly SampleColumn[],
  isFutures: boolean,
): boolean {
  if (role === 'profit' || role === 'funding') return isFutures;
  if (role === 'sent') return found.has('received');
  const isSent = ({ title, cells }: SampleColumn): boolean =>
    fitsPattern('sent', title, 0) && cells.length > 0 && mostly(cells, isNumber);
  return role !== 'received' || columns.some(isSent);
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
  return (
    preset?.account.kind === 'futures' ||
    [...signs, ...profit].some((name) => names.has(name)) ||
    columns.some(({ title, cells }) => cells.length > 0 && namesFutures(title))
  );
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
  if (role === 'contract') return cells.length === 0 || !mostly(cells, isNumber);
  if (role === 'pair') return cells.length > 0 && (mostly(cells, isPair) || isMarketsAndCoins(cells));
  return true;
}
