/** In which order a file writes day, month and year: decided over all its rows, never row by row. */

/** Day or month first, with the year last; or the year first, as two digits. */
export type DateOrder = 'year-first' | 'day-first' | 'month-first';

const DATE_ORDERS: readonly DateOrder[] = ['year-first', 'day-first', 'month-first'];

/** A date in numbers with the year last, or of two digits: `19/06/2023 09:28`, `04-02-20 16:52:06`. Not `2025-01-02`. */
const openDate = /(?:^|[ ,])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ ,T;])/u;

/** No time is longer. */
const longestTime = 80;

/** No coin is older: what would be earlier is read in the wrong order. */
const firstYear = 2009;

/** The orders in which a cell can be read; null where it leaves nothing open, or is no date. */
export function ordersOf(cell: string): readonly DateOrder[] | null {
  const match = cell.length > longestTime ? null : openDate.exec(cell.trim());
  if (match === null) return null;
  const [, a = '', , b = '', c = ''] = match;
  const possible = DATE_ORDERS.filter((order) => {
    const parts = inOrder(order, a, b, c);
    return parts !== null && isPossible(parts);
  });
  return possible.length === 0 ? null : possible;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Three numbers in an order, years of two digits in this century; null where the order does not fit their lengths. */
export function inOrder(order: DateOrder, a: string, b: string, c: string): DateParts | null {
  const [year, month, day] =
    order === 'year-first' ? [a, b, c] : order === 'day-first' ? [c, b, a] : [c, a, b];
  if (year.length !== 2 && year.length !== 4) return null;
  if (month.length > 2 || day.length > 2) return null;
  return { year: Number(year) + (year.length === 2 ? 2000 : 0), month: Number(month), day: Number(day) };
}

function isPossible({ year, month, day }: DateParts): boolean {
  return year >= firstYear && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Gathers what the rows of a file leave possible. */
export class DateOrderVote {
  #possible: ReadonlySet<DateOrder> = new Set(DATE_ORDERS);
  /** The first cell that left something open, and the cell that nothing was left after. */
  #example: string | null = null;
  #against: string | null = null;

  add(cell: string): void {
    const orders = ordersOf(cell);
    if (orders === null || this.#against !== null) return;
    this.#example ??= cell.trim();
    const left = new Set(orders.filter((order) => this.#possible.has(order)));
    if (left.size === 0) this.#against = cell.trim();
    else this.#possible = left;
  }

  /** The one order that is left; `example` of a cell that can be read in several; `against`, one that contradicts it. */
  get outcome():
    | { readonly order: DateOrder }
    | { readonly example: string; readonly against: string | null } {
    if (this.#example === null) return { order: 'year-first' };
    const [only] = this.#possible;
    if (this.#against === null && this.#possible.size === 1 && only !== undefined) return { order: only };
    return { example: this.#example, against: this.#against };
  }
}
