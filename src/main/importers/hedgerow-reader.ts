/** Rows of the Hedgerow CSV layout → events, prices and accounts; see hedgerow-csv.ts. */
import { type AccountId, type AccountKind } from '../../shared/domain/account.ts';
import { assetId } from '../../shared/domain/asset.ts';
import type { ContractId } from '../../shared/domain/contract-spec.ts';
import {
  type EventId,
  type EventKind,
  type Fill,
  INCOME_REASONS,
  type IncomeReason,
  type Leg,
  type LegRole,
} from '../../shared/domain/event.ts';
import { isZero, negate } from '../../shared/num/arithmetic.ts';
import type { Money } from '../../shared/num/types.ts';
import { epochMs, type Instant } from '../../shared/time/instant.ts';
import { isBlank } from './cells/decimals.ts';
import { RowCells, shown } from './cells/row-cells.ts';
import { AccountBook } from './hedgerow-accounts.ts';
import {
  futuresKinds,
  type Group,
  groupOf,
  type KindShape,
  kindShapes,
  type RowKind,
} from './hedgerow-columns.ts';
import type { Detection, ReadContext, RowReader, Sink } from './importer.ts';

const kindsByName: ReadonlyMap<string, RowKind> = new Map(
  (Object.keys(kindShapes) as RowKind[]).map((kind) => [kind, kind]),
);
const reasons: ReadonlyMap<string, IncomeReason> = new Map(INCOME_REASONS.map((reason) => [reason, reason]));
const sides: ReadonlyMap<string, Fill['side']> = new Map([
  ['buy', 'buy'],
  ['sell', 'sell'],
]);
const positionSides: ReadonlyMap<string, Fill['positionSide']> = new Map([
  ['', 'one-way'],
  ['one-way', 'one-way'],
  ['long', 'long'],
  ['short', 'short'],
]);

export class HedgerowReader implements RowReader {
  readonly #cells: RowCells;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #accounts = new AccountBook();
  /** What the row's key is made of. */
  #key: string[] = [];

  constructor({ columns }: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(columns.size, context, sink);
    this.#context = context;
    this.#sink = sink;
    this.#columns = columns;
  }

  row(row: readonly string[], line: number, raw: string): void {
    if (!this.#cells.begin(row, line, raw)) return;
    this.#key = [];
    const kind = this.#word('kind', 'Kind', kindsByName);
    const timeAt = this.#columns.get('time');
    // A price of a day needs no hour; an event does, because the order of events counts.
    const time = kind === 'price' ? this.#cells.timeOrDate(timeAt, 'Time') : this.#cells.time(timeAt, 'Time');
    if (time === undefined || kind === undefined) return;
    this.#key.push(String(epochMs(time)), kind);
    const filled = this.#filledGroups(kindShapes[kind], kind);
    if (kind === 'price') this.#price(time, filled);
    else this.#event(time, kind, filled);
  }

  end(): void {
    for (const { account, isGuess } of this.#accounts.all()) this.#sink.account(account, isGuess);
  }

  #text(column: string): string {
    const text = this.#cells.text(this.#columns.get(column));
    return isBlank(text) ? '' : text;
  }

  /** Reports what the kind needs and does not have, and what it has and nobody would read. */
  #filledGroups(shape: KindShape, kind: RowKind): ReadonlySet<Group> {
    const filled = new Set<Group>();
    for (const column of this.#columns.keys()) {
      const group = groupOf(column);
      const text = this.#text(column);
      if (group === null || text === '') continue;
      filled.add(group);
      if (shape.needs.includes(group) || shape.allows.includes(group)) continue;
      this.#cells.error(
        'import/unexpected-value',
        { column: titleOf(column), text: shown(text) },
        `${kind} ${column}`,
      );
    }
    const missing = shape.needs.filter((group) => !filled.has(group)).map((group) => firstColumn[group]);
    const oneOf = shape.needsOneOf ?? [];
    if (oneOf.length > 0 && !oneOf.some((group) => filled.has(group))) {
      missing.push(oneOf.map((group) => firstColumn[group]).join(' or '));
    }
    for (const column of missing) this.#cells.error('import/missing-value', { column }, column);
    return filled;
  }

  #price(time: Instant, filled: ReadonlySet<Group>): void {
    const contract = filled.has('contract') ? this.#contract() : undefined;
    const of = filled.has('asset') ? assetId(this.#text('asset')) : contract;
    const price = filled.has('price') ? this.#cells.price(this.#text('price'), 'Price') : undefined;
    if (!this.#cells.isGood || of === undefined || price === undefined) return;
    const { line, raw } = this.#cells;
    const source = `file ${this.#context.file} line ${line}`;
    this.#sink.price({ of, time, price: price.value, source }, line, raw);
  }

  #event(time: Instant, kind: EventKind, filled: ReadonlySet<Group>): void {
    const { role } = kindShapes[kind];
    const account = this.#account('account', 'Account', kind);
    const legs = account === undefined ? [] : this.#legs(account, kind, role, filled);
    const fill = filled.has('fill') && account !== undefined ? this.#fill(account) : undefined;
    const contract = filled.has('contract') ? this.#contract() : undefined;
    const reason = filled.has('reason') ? this.#word('reason', 'Reason', reasons) : undefined;
    const carriedBasis = filled.has('basis') ? this.#basis() : undefined;
    if (!this.#cells.isGood) return;
    const replaces = this.#replaces();
    const note = this.#text('note');
    const id = this.#text('id');
    const stated = [...this.#key, account, fill?.side, contract, reason, id];
    const key = (replaces.length === 0 ? stated : [...stated, 'replaces', ...replaces]).join('|');
    this.#sink.event(key, {
      line: this.#cells.line,
      raw: this.#cells.raw,
      time,
      kind,
      legs,
      ...(fill !== undefined && { fill }),
      ...(fill === undefined && contract !== undefined && { contract }),
      ...(reason !== undefined && { reason }),
      ...(carriedBasis !== undefined && { carriedBasis }),
      ...(replaces.length > 0 && { replaces }),
      ...(id !== '' && { externalId: id }),
      ...(note !== '' && { note }),
    });
  }

  #account(column: string, name: string, kind: EventKind | null): AccountId | undefined {
    const text = this.#text(column);
    if (text === '') {
      this.#cells.error('import/missing-value', { column: name }, name);
      return undefined;
    }
    const stated =
      this.#text(`${column} kind`) === '' ? null : this.#word(`${column} kind`, `${name} Kind`, accountKinds);
    if (stated === undefined) return undefined;
    return this.#accounts.take(text, stated, kind !== null && futuresKinds.has(kind));
  }

  #legs(account: AccountId, kind: EventKind, role: LegRole, filled: ReadonlySet<Group>): readonly Leg[] {
    const legs: Leg[] = [];
    const to = filled.has('to') ? this.#account('to account', 'To Account', null) : account;
    const received = filled.has('received') ? this.#leg('received', to ?? account, role, 1) : null;
    const sent = filled.has('sent') ? this.#leg('sent', account, role, -1) : null;
    if (received !== null) legs.push(received);
    // A transfer that says nothing else brings what it took.
    else if (kind === 'transfer' && sent !== null && to !== undefined) legs.push(turned(sent, to));
    if (sent !== null) legs.push(sent);
    if (filled.has('fee')) legs.push(...notNull(this.#leg('fee', account, 'fee', -1)));
    if (filled.has('profit')) legs.push(...notNull(this.#profit(account)));
    if (to !== undefined && to !== account) this.#key.push(to);
    return legs.filter((leg) => !isZero(leg.quantity));
  }

  #leg(group: 'received' | 'sent' | 'fee', account: AccountId, role: LegRole, sign: 1 | -1): Leg | null {
    const title = titleOf(group);
    const asset = this.#required(`${group} asset`);
    const quantity = this.#cells.unsigned(this.#required(`${group} quantity`), `${title} Quantity`);
    const valueText = this.#text(`${group} value`);
    const value = valueText === '' ? null : this.#cells.money(valueText, `${title} Value`);
    if (quantity === undefined || value === undefined) return null;
    this.#key.push(group, asset.toUpperCase(), quantity.text);
    // A row with a corrected value is another row.
    if (value !== null) this.#key.push('worth', value.text);
    const signed = sign === 1 ? quantity.value : negate(quantity.value);
    const leg = { account, asset: assetId(asset), quantity: signed, role };
    return value === null ? leg : { ...leg, value: sign === 1 ? value.value : negate(value.value) };
  }

  #profit(account: AccountId): Leg | null {
    const asset = this.#required('profit asset');
    const quantity = this.#cells.quantity(this.#required('profit'), 'Profit');
    if (quantity === undefined) return null;
    this.#key.push('profit', asset.toUpperCase(), quantity.text);
    return { account, asset: assetId(asset), quantity: quantity.value, role: 'profit' };
  }

  #fill(account: AccountId): Fill | undefined {
    const contract = this.#contract();
    const side = this.#word('side', 'Side', sides);
    const positionSide = this.#word('position side', 'Position Side', positionSides);
    const quantity = this.#cells.positive(this.#required('quantity'), 'Quantity');
    const price = this.#cells.price(this.#required('price'), 'Price');
    if (!contract || !side || !positionSide || !quantity || !price) return undefined;
    this.#key.push(positionSide, quantity.text, price.text);
    return { account, contract, side, positionSide, quantity: quantity.value, price: price.value };
  }

  #basis(): { readonly costBasis: Money; readonly acquired: Instant } | undefined {
    const cost = this.#cells.money(this.#required('cost basis'), 'Cost Basis');
    const acquired = this.#cells.timeOrDate(this.#columns.get('acquired'), 'Acquired');
    if (cost === undefined || acquired === undefined) return undefined;
    this.#key.push('basis', cost.text, String(epochMs(acquired)));
    return { costBasis: cost.value, acquired };
  }

  #replaces(): readonly EventId[] {
    const text = this.#text('replaces');
    return text === '' ? [] : (text.split(/\s+/u) as EventId[]);
  }

  #contract(): ContractId | undefined {
    const text = this.#required('contract');
    if (text === '') return undefined;
    if (/^[a-z0-9-]+:\S+$/u.test(text)) return text as ContractId;
    const known = 'a venue and a symbol, as in binance-um:BTCUSDT';
    this.#cells.error('import/unknown-word', { column: 'Contract', text: shown(text), known }, 'Contract');
    return undefined;
  }

  #required(column: string): string {
    const text = this.#text(column);
    if (text === '') this.#cells.error('import/missing-value', { column: titleOf(column) }, titleOf(column));
    return text;
  }

  #word<T>(column: string, name: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.#text(column);
    const word = words.get(text.toLowerCase());
    const known = [...words.keys()].filter((key) => key !== '').join(', ');
    if (word === undefined)
      this.#cells.error('import/unknown-word', { column: name, text: shown(text), known }, name);
    return word;
  }
}

const accountKinds: ReadonlyMap<string, AccountKind> = new Map([
  ['exchange', 'exchange'],
  ['wallet', 'wallet'],
  ['futures', 'futures'],
]);

/** What a message names of cells that belong together. */
const firstColumn: Readonly<Record<Group, string>> = {
  received: 'Received Quantity',
  sent: 'Sent Quantity',
  fee: 'Fee Quantity',
  profit: 'Profit',
  to: 'To Account',
  contract: 'Contract',
  fill: 'Side',
  asset: 'Asset',
  price: 'Price',
  reason: 'Reason',
  basis: 'Cost Basis',
  replaces: 'Replaces',
};

/** "cost basis" → "Cost Basis". */
function titleOf(column: string): string {
  return column.replaceAll(/\b[a-z]/gu, (letter) => letter.toUpperCase());
}

function turned(leg: Leg, account: AccountId): Leg {
  const { value, ...rest } = leg;
  const back = { ...rest, account, quantity: negate(leg.quantity) };
  return value === undefined ? back : { ...back, value: negate(value) };
}

function notNull(leg: Leg | null): readonly Leg[] {
  return leg === null ? [] : [leg];
}
