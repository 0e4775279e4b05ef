/** The row at hand of a layout that many programs write: two amounts and a fee, in wallets that the row may name. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent, Leg, LegRole } from '../../../shared/domain/event.ts';
import { absolute, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { priceOf } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import { type Read, RowCells } from '../cells/row-cells.ts';
import { canBeKept, type StatedWorth, statedWorth } from '../cells/stated-worth.ts';
import type { AccountBook } from '../hedgerow-accounts.ts';
import type { Detection, IgnoreRule, ReadContext, Sink } from '../importer.ts';

export interface Amount {
  readonly asset: AssetId;
  /** As the file writes it. */
  readonly quantity: Quantity;
}

export type GenericDraft = Pick<
  LedgerEvent,
  'time' | 'kind' | 'legs' | 'reason' | 'externalId' | 'note' | 'part'
>;

export class GenericRow {
  readonly variant: string;
  readonly cells: RowCells;
  /** Whether a row named no wallet. */
  usedOwnAccount = false;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #accounts: AccountBook;
  readonly #ticker: (text: string) => string;

  /** In: `ticker`, of what a cell calls an asset. */
  constructor(
    { variant, columns }: Detection,
    context: ReadContext,
    sink: Sink,
    accounts: AccountBook,
    ticker: (text: string) => string = tickerOf,
  ) {
    this.#ticker = ticker;
    this.variant = variant;
    this.cells = new RowCells(columns.size, context, sink);
    this.#columns = columns;
    this.#context = context;
    this.#sink = sink;
    this.#accounts = accounts;
  }

  /** The first of the columns that says something; '' where none does. */
  text(...columns: readonly string[]): string {
    for (const column of columns) {
      const text = this.cells.text(this.#columns.get(column));
      if (!isBlank(text)) return text;
    }
    return '';
  }

  /** As `text`. Errors: `import/missing-value`. */
  needed(column: string): string {
    const text = this.text(column);
    if (text === '') this.#missing(column);
    return text;
  }

  time(column: string): Instant | undefined {
    return this.cells.timeOrDate(this.#columns.get(column), column);
  }

  /**
   * Of layouts whose amounts have no sign. null where neither amount nor asset is stated, or the amount is zero; undefined
   * where it cannot be read. Errors: `import/missing-value`, `import/negative`, and those of every cell.
   */
  amount(column: string, assetColumn: string, time: Instant): Amount | null | undefined {
    const text = this.text(column);
    if (text === '' && this.text(assetColumn) !== '') return this.#missing(column);
    return this.#amountOf(this.cells.unsigned(text, column), assetColumn, time);
  }

  /** As `amount`, of layouts where a minus says that it left. */
  signedAmount(column: string, assetColumn: string, time: Instant): Amount | null | undefined {
    const text = this.text(column);
    if (text === '' && this.text(assetColumn) !== '') return this.#missing(column);
    return this.#amountOf(this.cells.quantity(text, column), assetColumn, time);
  }

  /** As `amount`, of what may be blank also where its asset is named. */
  fee(column: string, assetColumn: string, time: Instant): Amount | null | undefined {
    return this.#amountOf(this.cells.unsigned(this.text(column), column), assetColumn, time);
  }

  #amountOf(read: Read<Quantity> | undefined, assetColumn: string, time: Instant): Amount | null | undefined {
    if (read === undefined) return undefined;
    if (isZero(read.value)) return null;
    const ticker = this.text(assetColumn);
    return ticker === ''
      ? this.#missing(assetColumn)
      : { asset: this.asset(ticker, time), quantity: read.value };
  }

  #missing(column: string): undefined {
    this.cells.error('import/missing-value', { column }, column);
    return undefined;
  }

  asset(ticker: string, time: Instant): AssetId {
    return this.#context.tickers.asset(this.#ticker(ticker), time);
  }

  /** The wallet of that name; where the row names none, the file's account. */
  account(name: string, isFutures = false): AccountId {
    const plain = tickerOf(name);
    if (plain !== '') return this.#accounts.take(plain, null, isFutures);
    this.usedOwnAccount = true;
    return this.#context.account.id;
  }

  /** What a column says that the row is worth; null where it says nothing above zero. */
  worth(column: string): StatedWorth | null {
    return statedWorth(this.text(column), this.#context.decimalMark);
  }

  /** What the row says that an amount is worth, as the price of one. */
  statePrice({ asset, quantity }: Amount, worth: Amount, time: Instant): void {
    const price = priceOf(money(toText(worth.quantity)), quantity, 'half-even');
    const { line, raw } = this.cells;
    const source = `${this.#context.file}, line ${line}`;
    if (!isZero(price) && canBeKept(price))
      this.#sink.price({ of: asset, time, price, source }, line, raw, worth.asset);
  }

  ignored(rule: IgnoreRule): void {
    this.#sink.ignored(rule, this.cells.line, this.cells.raw);
  }

  /** Rows of any variant that state the same thing have the same key. */
  emit(draft: GenericDraft): void {
    const legs = draft.legs.filter(({ quantity }) => !isZero(quantity));
    if (legs.length === 0) {
      this.ignored('nothing-moved');
      return;
    }
    const { line, raw } = this.cells;
    this.#sink.event(keyOf({ ...draft, legs }), { ...draft, legs, line, raw });
  }
}

/** Koinly writes a number of its own behind names: "BTC;1". */
function tickerOf(text: string): string {
  const end = text.indexOf(';');
  return end === -1 ? text : text.slice(0, end).trim();
}

/** Without ids: older layouts of the same program lack them. */
function keyOf({ time, kind, legs, reason }: GenericDraft): string {
  const texts = legs.map(
    ({ account, asset, quantity, role }) => `${account} ${role} ${toText(quantity)} ${asset}`,
  );
  return [epochMs(time), kind, reason ?? '', ...texts].join('|');
}

/** A leg that came in, whatever sign the file writes. */
export function came(account: AccountId, { asset, quantity }: Amount, role: LegRole = 'principal'): Leg {
  return { account, asset, quantity: absolute(quantity), role };
}

/** A leg that left, whatever sign the file writes. */
export function left(account: AccountId, { asset, quantity }: Amount, role: LegRole = 'principal'): Leg {
  return { account, asset, quantity: negate(absolute(quantity)), role };
}
