import type { LinearColumn, LinearModel, LinearRow } from './linear-model.ts';

/** A sum of columns times factors, and a constant. */
export class Terms {
  readonly factors = new Map<number, number>();
  constant = 0;

  plus(column: number, factor = 1): this {
    if (factor !== 0) this.factors.set(column, (this.factors.get(column) ?? 0) + factor);
    return this;
  }

  plusConstant(amount: number): this {
    this.constant += amount;
    return this;
  }

  plusTerms(other: Terms, factor = 1): this {
    for (const [column, own] of other.factors) this.plus(column, own * factor);
    this.constant += other.constant * factor;
    return this;
  }
}

/** A model in the making. */
export class ModelBuilder {
  readonly #columns: { cost: number; lower: number; upper: number; isInteger: boolean }[] = [];
  readonly #rows: LinearRow[] = [];
  offset = 0;

  /** A column between two bounds; its number. */
  column(lower: number, upper: number, cost = 0): number {
    this.#columns.push({ cost, lower, upper, isInteger: false });
    return this.#columns.length - 1;
  }

  /** A column of whole numbers. */
  whole(lower: number, upper: number): number {
    this.#columns.push({ cost: 0, lower, upper, isInteger: true });
    return this.#columns.length - 1;
  }

  /** A yes or no. */
  binary(): number {
    return this.whole(0, 1);
  }

  cost(column: number, more: number): void {
    const found = this.#columns[column];
    if (found !== undefined) found.cost += more;
  }

  costTerms(terms: Terms, factor = 1): void {
    for (const [column, own] of terms.factors) this.cost(column, own * factor);
    this.offset += terms.constant * factor;
  }

  /** lower ≤ terms ≤ upper. */
  row(lower: number, terms: Terms, upper: number): void {
    const { constant } = terms;
    this.#rows.push({
      lower: lower - constant,
      upper: upper - constant,
      columns: [...terms.factors.keys()],
      factors: [...terms.factors.values()],
    });
  }

  atMost(terms: Terms, upper: number): void {
    this.row(Number.NEGATIVE_INFINITY, terms, upper);
  }

  atLeast(terms: Terms, lower: number): void {
    this.row(lower, terms, Number.POSITIVE_INFINITY);
  }

  equal(terms: Terms, to: number): void {
    this.row(to, terms, to);
  }

  /** A column that is what the terms come to. */
  named(terms: Terms, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY): number {
    const column = this.column(lower, upper);
    this.equal(new Terms().plusTerms(terms).plus(column, -1), 0);
    return column;
  }

  model(): LinearModel {
    return { columns: this.#columns satisfies LinearColumn[], rows: this.#rows, offset: this.offset };
  }
}
