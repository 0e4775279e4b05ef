/** The numbers of a sample's first rows, exact, for what they show together. */
import type { MappingRole } from '../../../../shared/domain/mapping-profile.ts';
import { add, negate } from '../../../../shared/num/arithmetic.ts';
import { money, type Parsed, parseMoney, parsePrice, parseQuantity } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Exact, Money } from '../../../../shared/num/types.ts';
import { splitAmount } from '../../cells/amounts.ts';
import { isBlank, readDecimal } from '../../cells/decimals.ts';
import { columnPlaces } from '../../header.ts';
import type { DecimalMark } from '../../importer.ts';
import type { FoundRoles } from './column-roles.ts';
import type { TableSample } from './table-sample.ts';

const rowsLookedAt = 20;

export type SampleRow = readonly string[];

/** The first rows below the header, with their numbers. */
export class SampleNumbers {
  readonly rows: readonly SampleRow[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #roles: FoundRoles;
  readonly #mark: DecimalMark;

  constructor({ guess, headerIndex }: TableSample, roles: FoundRoles, mark: DecimalMark) {
    const header = guess.head.rows[headerIndex];
    this.#places = header === undefined ? new Map() : columnPlaces(header);
    this.rows = guess.head.rows
      .slice(headerIndex + 1, headerIndex + 1 + rowsLookedAt)
      .map(({ cells }) => cells);
    this.#roles = roles;
    this.#mark = mark;
  }

  money(row: SampleRow, role: MappingRole): Money | null {
    return this.#number(row, this.#roles.get(role)?.column.name ?? '', parseMoney);
  }

  /** Price × quantity. */
  value(row: SampleRow): Money | null {
    const size = this.#number(row, this.#roles.get('quantity')?.column.name ?? '', parseQuantity);
    const price = this.#number(row, this.#roles.get('price')?.column.name ?? '', parsePrice);
    return size === null || price === null ? null : valueOf(size, price, 'half-even');
  }

  gross(row: SampleRow, quantity: string, one: string, other: string): Money | null {
    const size = this.#number(row, quantity, parseQuantity);
    const prices = [one, other].map((name) => this.#number(row, name, parsePrice));
    const [first, second] = prices;
    if (size === null || !first || !second) return null;
    const before = valueOf(size, first, 'half-even');
    return add(valueOf(size, second, 'half-even'), negate(before));
  }

  /** One unit of the last decimal that the cell states. */
  lastPlace(row: SampleRow, role: MappingRole): Money {
    const text = this.#text(row, this.#roles.get(role)?.column.name ?? '');
    const decimals = /[.,](\d{1,8})\D*$/u.exec(text)?.[1]?.length ?? 0;
    return money(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);
  }

  #number<T extends Exact>(row: SampleRow, name: string, parse: (text: string) => Parsed<T>): T | null {
    const text = this.#text(row, name);
    if (isBlank(text)) return null;
    // A sign of currency may stand before the number.
    const { number } = splitAmount(text);
    const read = readDecimal(number === '' ? text : number, this.#mark, parse);
    return read.ok ? read.value : null;
  }

  #text(row: SampleRow, name: string): string {
    return (row[this.#places.get(name) ?? -1] ?? '').trim();
  }
}
