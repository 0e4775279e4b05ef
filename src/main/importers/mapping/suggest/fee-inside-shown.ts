/** Whether amounts hold their fee: the balances of a file show it, where it states them. */
import type { MappingRole } from '../../../../shared/domain/mapping-profile.ts';
import { absolute, add, compare, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { parseQuantity } from '../../../../shared/num/parse.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { splitAmount } from '../../cells/amounts.ts';
import { isBlank, readDecimal } from '../../cells/decimals.ts';
import { columnPlaces } from '../../header.ts';
import type { DecimalMark } from '../../importer.ts';
import type { FoundRoles } from './column-roles.ts';
import { SampleNumbers } from './sample-numbers.ts';
import type { TableSample } from './table-sample.ts';

/** As above, of trades: price × quantity is the total, or differs from it by the fee. */
export function feeInTotalShown(sample: TableSample, roles: FoundRoles, mark: DecimalMark): boolean | null {
  if (!roles.has('total') || !roles.has('fee')) return null;
  const numbers = new SampleNumbers(sample, roles, mark);
  const found = numbers.rows.map((row) => {
    const [value, total, fee] = [numbers.value(row), numbers.money(row, 'total'), numbers.money(row, 'fee')];
    if (value === null || total === null || fee === null || isZero(fee)) return null;
    const tolerance = numbers.lastPlace(row, 'total');
    const isNear = (one: Money): boolean => compare(absolute(subtract(absolute(total), one)), tolerance) <= 0;
    const [without, ...within] = [value, add(value, absolute(fee)), subtract(value, absolute(fee))];
    const isInside = within.some(isNear);
    return isNear(without) === isInside ? null : isInside;
  });
  const told = new Set(found.filter((one) => one !== null));
  const [only] = told;
  return told.size === 1 ? (only ?? null) : null;
}

interface Stated {
  readonly amount: Quantity;
  readonly fee: Quantity;
  readonly balance: Quantity;
  readonly coin: string;
}

/** null where the file states no balances, or they say nothing or both. Files run forwards or backwards. */
export function feeInsideShown(sample: TableSample, roles: FoundRoles, mark: DecimalMark): boolean | null {
  const rows = [...Map.groupBy(statedRows(sample, roles, mark), ({ coin }) => coin).values()];
  const inOrder = rows.flatMap((ofCoin) => verdicts(ofCoin));
  const backwards = rows.flatMap((ofCoin) => verdicts(ofCoin.toReversed()));
  const best = inOrder.length >= backwards.length ? inOrder : backwards;
  return best.length > 0 && new Set(best).size === 1 ? (best[0] ?? null) : null;
}

/** Of each row with a fee whose balance follows from the one before: whether the amount alone made it. */
function verdicts(rows: readonly Stated[]): readonly boolean[] {
  return rows.flatMap(({ amount, fee, balance }, at) => {
    const before = rows[at - 1];
    if (before === undefined || isZero(fee)) return [];
    const change = subtract(balance, before.balance);
    const moves = [absolute(amount), negate(absolute(amount))];
    if (moves.some((move) => isZero(subtract(change, move)))) return [true];
    return moves.some((move) => isZero(add(subtract(change, move), absolute(fee)))) ? [false] : [];
  });
}

function statedRows({ guess, headerIndex }: TableSample, roles: FoundRoles, mark: DecimalMark): Stated[] {
  const header = guess.head.rows[headerIndex];
  if (header === undefined) return [];
  const places = columnPlaces(header);
  const textOf = (cells: readonly string[], role: MappingRole): string =>
    (cells[places.get(roles.get(role)?.column.name ?? '') ?? -1] ?? '').trim();
  const numberOf = (text: string): Quantity | null => {
    if (isBlank(text)) return null;
    const read = readDecimal(splitAmount(text).number, mark, parseQuantity);
    return read.ok ? read.value : null;
  };
  return guess.head.rows.slice(headerIndex + 1).flatMap(({ cells }) => {
    const stated = (role: MappingRole): Quantity | null => numberOf(textOf(cells, role));
    const [amount, fee, balance] = [stated('amount'), stated('fee'), stated('balance')];
    if (amount === null || balance === null) return [];
    return [{ amount, fee: fee ?? subtract(amount, amount), balance, coin: textOf(cells, 'asset') }];
  });
}
