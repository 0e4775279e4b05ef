/** Roles that no column's name says, by what the cells hold. */
import type { MappingRole } from '../../../../shared/domain/mapping-profile.ts';
import { areKnownTypes, areMarkets, isCoin, isSpelledSide } from './cell-kinds.ts';
import type { FoundRole } from './column-roles.ts';
import { columnWords, plainName } from './column-words.ts';
import { fitsPattern } from './column-patterns.ts';
import { isClock, isDay, isNumber, isTicker, isTime, mostly, type SampleColumn } from './table-sample.ts';

type Found = Map<MappingRole, FoundRole>;

/** What is still free is looked at; the surer first. */
export function withRolesByCells(
  columns: readonly SampleColumn[],
  found: Found,
  isFutures: boolean,
): ReadonlyMap<MappingRole, FoundRole> {
  const free = (is: (column: SampleColumn) => boolean): SampleColumn | undefined =>
    columns.find(
      (one) => one.cells.length > 0 && ![...found.values()].some(({ column }) => column === one) && is(one),
    );
  const take = (role: MappingRole, column: SampleColumn | undefined, why: string): void => {
    if (column !== undefined) found.set(role, { column, why });
  };
  takeTimes(found, free, take);
  if (!found.has('side'))
    take(
      'side',
      free(({ cells }) => mostly(cells, isSpelledSide)),
      'its cells say buy and sell',
    );
  if (!found.has('type') && !found.has('side'))
    take(
      'type',
      free(({ cells }) => areKnownTypes(cells)),
      'its cells say what a row is',
    );
  takeCoinsOfBoth(found, free, take);
  takeMarkets(found, free, take, isFutures);
  takeAmounts(found, free, take);
  return found;
}

type Free = (is: (column: SampleColumn) => boolean) => SampleColumn | undefined;
type Take = (role: MappingRole, column: SampleColumn | undefined, why: string) => void;

/** Time by its cells where no name says it; the hour in a column of its own. */
function takeTimes(found: Found, free: Free, take: Take): void {
  if (!found.has('time'))
    take(
      'time',
      free(({ cells }) => mostly(cells, isTime)),
      'its cells are times',
    );
  const time = found.get('time');
  if (time === undefined || !mostly(time.column.cells, isDay)) return;
  take(
    'clock',
    free(({ cells }) => mostly(cells, isClock)),
    'its cells are times of day',
  );
}

/** Debit, credit and one column with the currency of both. */
function takeCoinsOfBoth(found: Found, free: Free, take: Take): void {
  const sides = ['received', 'sent'] as const;
  if (!sides.every((role) => found.has(role) && !found.has(`${role}-asset`))) return;
  const coins = free(({ title, cells }) => isNamedCoin(title) && mostly(cells, isTicker));
  for (const role of sides) take(`${role}-asset`, coins, 'it is the coin of both amounts');
}

function isNamedCoin(title: string): boolean {
  return (columnWords.asset ?? []).includes(plainName(title)) || fitsPattern('asset', title, 0);
}

/** Markets; beside a price and a quantity, the coins that are traded. */
function takeMarkets(found: Found, free: Free, take: Take, isFutures: boolean): void {
  const hasTwo = found.has('received') || found.has('sent');
  const hasMarket = (['pair', 'contract', 'base'] as const).some((role) => found.has(role));
  if (!hasMarket && !hasTwo && !found.has('asset'))
    take(
      isFutures ? 'contract' : 'pair',
      free(({ cells }) => areMarkets(cells)),
      'its cells are markets',
    );
  const inMarket = found.has('price') && found.has('quantity');
  if (!inMarket || found.has('pair') || found.has('contract') || found.has('base')) return;
  const coins = free(({ title, cells }) => isNamedCoin(title) && mostly(cells, isTicker));
  take('base', coins ?? free(({ cells }) => mostly(cells, isCoin)), 'its cells look like coins');
}

/** The first free column of numbers is the amount, the first of tickers in capitals its coin. */
function takeAmounts(found: Found, free: Free, take: Take): void {
  const hasAmount = (['amount', 'quantity', 'received', 'sent', 'profit'] as const).some((role) =>
    found.has(role),
  );
  const isAmount = (cell: string): boolean => isNumber(cell) && !isTime(cell);
  if (!hasAmount)
    take(
      'amount',
      free(({ cells }) => mostly(cells, isAmount)),
      'its cells are numbers',
    );
  if (found.has('amount') && !found.has('asset'))
    take(
      'asset',
      free(({ cells }) => mostly(cells, isCoin)),
      'its cells look like coins',
    );
}
