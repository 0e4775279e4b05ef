/** The row at hand, read by what a mapping says of its columns: amounts with their coins, words, times. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { MappingAsset, MappingProfile, MappingRole } from '../../../shared/domain/mapping-profile.ts';
import { absolute } from '../../../shared/num/arithmetic.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { splitAmount } from '../cells/amounts.ts';
import { isBlank } from '../cells/decimals.ts';
import { RowCells, shown } from '../cells/row-cells.ts';
import type { Detection, ReadContext, Sink } from '../importer.ts';
import { isCoin } from './mapped-market.ts';
import { plainTime, timeOfSheet } from './plain-time.ts';

/** A signed amount of an asset. */
export interface Amount {
  readonly asset: AssetId;
  readonly quantity: Quantity;
}

/** An amount whose coin stands in the cell itself, or nowhere. */
export interface Counted {
  readonly quantity: Quantity;
  /** '' where the cell names none. */
  readonly unit: string;
}

export class MappedCells {
  readonly row: RowCells;
  readonly #profile: MappingProfile;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #context: ReadContext;

  constructor(profile: MappingProfile, { columns }: Detection, context: ReadContext, sink: Sink) {
    this.row = new RowCells(columns.size, context, sink);
    this.#profile = profile;
    this.#columns = columns;
    this.#context = context;
  }

  /** Whether a column says it. */
  has(role: MappingRole): boolean {
    return this.#profile.columns[role] !== undefined;
  }

  /** '' where no column says it, or the cell says nothing. */
  text(role: MappingRole): string {
    const text = this.row.text(this.#place(role));
    return isBlank(text) ? '' : text;
  }

  /** In small letters, as words of a mapping are compared. */
  word(role: MappingRole): string {
    return this.text(role).toLowerCase();
  }

  time(): Instant | undefined {
    const day = this.text('time');
    const clock = this.has('clock') ? ` ${this.text('clock')}` : '';
    return this.#timeOf(`${day}${clock}`.trimEnd(), 'time');
  }

  opened(): Instant | undefined {
    const text = this.text('opened');
    return text === '' ? undefined : this.#timeOf(text, 'opened');
  }

  #timeOf(text: string, role: MappingRole): Instant | undefined {
    return this.row.timeOrDateOf(timeOfSheet(text) ?? plainTime(text), this.title(role));
  }

  /** null where the cell is blank; undefined where it cannot be read. */
  counted(role: MappingRole): Counted | null | undefined {
    const text = this.text(role);
    if (text === '') return null;
    const split = splitAmount(text);
    // A sign of currency may stand before the number: then the cell is the number.
    const { number, unit } =
      split.number === '' || /^[(\d+-]/u.test(split.unit) ? { number: text, unit: '' } : split;
    const quantity = this.row.quantity(number, this.title(role));
    return quantity === undefined ? undefined : { quantity: quantity.value, unit };
  }

  price(): Price | null | undefined {
    const text = this.text('price');
    if (text === '') return null;
    const { number } = splitAmount(text);
    return this.row.price(number === '' ? text : number, this.title('price'))?.value;
  }

  /** An amount with its coin: from the coin's column, from the cell, or the one for all rows. null where it is blank. */
  amount(
    role: MappingRole,
    assetRole: MappingAsset,
    time: Instant,
    otherwise?: AssetId,
  ): Amount | null | undefined {
    const counted = this.counted(role);
    if (counted === null || counted === undefined) return counted;
    const ticker = this.text(assetRole) || counted.unit;
    const asset = ticker === '' ? (this.fixed(assetRole, time) ?? otherwise) : this.asset(ticker, time);
    if (asset === undefined) return this.row.isGood ? this.#missing(assetRole) : undefined;
    return { asset, quantity: counted.quantity };
  }

  /** As `amount`, without its sign. */
  unsigned(role: MappingRole, assetRole: MappingAsset, time: Instant): Amount | null | undefined {
    const amount = this.amount(role, assetRole, time);
    return amount ? { ...amount, quantity: absolute(amount.quantity) } : amount;
  }

  /** The coin that the mapping names for all rows. */
  fixed(role: MappingAsset, time: Instant): AssetId | undefined {
    const ticker = this.#profile.assets[role];
    return ticker === undefined ? undefined : this.asset(ticker, time);
  }

  /** Errors: `import/unexpected-value` where it is a market and no coin. */
  asset(ticker: string, time: Instant): AssetId | undefined {
    if (isCoin(ticker)) return this.#context.tickers.asset(ticker, time);
    this.row.error('import/unexpected-value', { column: 'coin', text: shown(ticker) }, 'coin');
    return undefined;
  }

  /** Errors: `import/missing-value`. */
  missing(role: MappingRole): undefined {
    return this.#missing(role);
  }

  /** Errors: `import/unknown-word`. */
  unknownWord(role: MappingRole, known: readonly string[]): undefined {
    const values = { column: this.title(role), text: shown(this.text(role)), known: known.join(', ') };
    this.row.error('import/unknown-word', values, role);
    return undefined;
  }

  /** The column's name, or what it would say where there is none. */
  title(role: MappingRole): string {
    return this.#profile.columns[role] ?? role;
  }

  #missing(role: MappingRole): undefined {
    const column = this.title(role);
    this.row.error('import/missing-value', { column }, column);
    return undefined;
  }

  #place(role: MappingRole): number | undefined {
    const name = this.#profile.columns[role];
    return name === undefined ? undefined : this.#columns.get(name);
  }
}
