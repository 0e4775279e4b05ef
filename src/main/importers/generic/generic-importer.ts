/** Importers of layouts whose rows name their wallets, or that are of one wallet which the user chooses. */
import { assetClass, assetId } from '../../../shared/domain/asset.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import type { Money } from '../../../shared/num/types.ts';
import { accountId } from '../../../shared/domain/account.ts';
import type { TimeZone } from '../../../shared/time/time-zone.ts';
import { type HeaderSignature, matchHeader } from '../header.ts';
import { AccountBook } from '../hedgerow-accounts.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { zoneFact } from '../zone-facts.ts';
import { GenericRow } from './generic-row.ts';
import { labelOf, unclear } from './labels.ts';
import { emitTwoSided, type Label, type TwoSided } from './two-sided.ts';

export interface GenericFormat extends Pick<Importer, 'id' | 'name' | 'help' | 'headers'> {
  /** The program whose layout it is. */
  readonly program: string;
  readonly signatures: readonly HeaderSignature[];
  readonly alias?: (name: string) => string;
  /** Which column has the time. */
  readonly timeColumn: string;
  /** Where the format settles it. */
  readonly dateOrder?: Detection['dateOrder'];
  /** Where the format settles it. */
  readonly zone?: TimeZone;
  /** Whether rows name their wallets. */
  readonly namesWallets: boolean;
  /** Whether every row has an id of its own. */
  readonly idIsUnique?: true;
  /** The ticker of what a cell calls an asset. */
  readonly ticker?: (text: string) => string;
  readonly row: (row: GenericRow) => void;
}

export function genericImporter(format: GenericFormat): Importer {
  const { id, name, help, headers, program, namesWallets } = format;
  const slug = program.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
  return {
    id,
    name,
    exchange: program,
    help,
    headers,
    account: { id: accountId(slug), name: program, kind: 'exchange', venue: program, country: null },
    accountIsChoice: !namesWallets,
    ...(format.idIsUnique === true && { idIsUnique: true }),
    detect: (head) => detect(head, format),
    open: (detection, context, sink) => new GenericReader(detection, context, sink, format),
  };
}

/** Patterns are not run over texts that are no name. */
const longestName = 120;

function detect(head: FileHead, format: GenericFormat): Detection | null {
  const { alias = (name: string) => name } = format;
  const match = matchHeader(head, format.signatures, (name) =>
    name.length > longestName ? name : alias(name),
  );
  if (match === null) return null;
  const { headerIndex, columns, zoneText, signature } = match;
  const fact = zoneFact(head, headerIndex, zoneText);
  const { zone, timeColumn, dateOrder, name } = format;
  return {
    variant: signature.variant,
    headerIndex,
    columns,
    why: `Its columns are those of ${name} (${(head.rows[headerIndex]?.raw ?? '').slice(0, 200)}).`,
    zone: fact.from === 'assumed' && zone !== undefined ? { zone, from: 'file' } : fact,
    ...(dateOrder === undefined ? { dateColumns: [timeColumn] } : { dateOrder }),
  };
}

class GenericReader implements RowReader {
  readonly #row: GenericRow;
  readonly #accounts = new AccountBook();
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #namesWallets: boolean;
  readonly #read: (row: GenericRow) => void;

  constructor(
    detection: Detection,
    context: ReadContext,
    sink: Sink,
    { namesWallets, row, ticker }: GenericFormat,
  ) {
    this.#row = new GenericRow(detection, context, sink, this.#accounts, ticker);
    this.#context = context;
    this.#sink = sink;
    this.#namesWallets = namesWallets;
    this.#read = row;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    if (this.#row.cells.begin(cells, line, raw)) this.#read(this.#row);
  }

  /** Rows without a wallet are the program's own account. */
  end(): void {
    if (!this.#namesWallets) return;
    if (this.#row.usedOwnAccount) this.#sink.account(this.#context.account);
    for (const { account, isGuess } of this.#accounts.all()) this.#sink.account(account, isGuess);
  }
}

/** How the columns of a two-sided layout are called. */
export interface TwoSidedColumns {
  readonly time: string;
  readonly received: readonly [amount: string, asset: string];
  readonly sent: readonly [amount: string, asset: string];
  readonly fee: readonly [amount: string, asset: string];
  readonly to?: string;
  readonly from?: string;
  readonly id: readonly string[];
  readonly note: readonly string[];
  /** What the row is worth in money. */
  readonly worth?: readonly [amount: string, money: string];
}

/** Reads a two-sided row. In: `words`, what its label can be; `label`, the word. */
export function readTwoSided(
  row: GenericRow,
  columns: TwoSidedColumns,
  word: string,
  words: ReadonlyMap<string, Label>,
): void {
  const time = row.time(columns.time);
  if (time === undefined) return;
  const [received, sent] = [columns.received, columns.sent].map(([amount, asset]) =>
    row.amount(amount, asset, time),
  );
  const fee = row.fee(...columns.fee, time);
  if (!row.cells.isGood || received === undefined || sent === undefined || fee === undefined) return;
  const isBoth = received !== null && sent !== null;
  const label = labelToTell(row, word, words, isBoth);
  const [to, from] = [columns.to, columns.from].map((column) =>
    column === undefined ? '' : row.text(column),
  );
  const given: TwoSided = {
    time,
    received,
    sent,
    fee,
    label,
    to: row.account(to || from || ''),
    from: row.account(from || to || ''),
    id: row.text(...columns.id),
    note: row.text(...columns.note),
  };
  const worth = columns.worth === undefined ? undefined : worthOf(row, columns.worth, given);
  emitTwoSided(row, { ...given, ...(worth !== undefined && { worth }) });
}

/** The currency that values are kept in where a file states them. */
const dollar = assetId('USD');

/**
 * Of what came as income, went for good, or was swapped for another coin: money and moves need no value. In dollars it stays
 * with the row; in other money it is a price, where it is no rough one.
 */
function worthOf(
  row: GenericRow,
  [column, moneyColumn]: readonly [string, string],
  { time, received, sent, label }: TwoSided,
): Money | undefined {
  const isMove = sent === null ? label.in.kind === 'deposit' : label.out.kind === 'withdrawal';
  if (received === null || sent === null ? isMove : received.asset === sent.asset) return undefined;
  const [worth, ticker] = [row.worth(column), row.text(moneyColumn)];
  if (worth === null || ticker === '') return undefined;
  const paidIn = row.asset(ticker, time);
  const sides = [received, sent].filter((one) => one !== null);
  if (sides.some(({ asset }) => assetClass(asset, paidIn) !== 'coin')) return undefined;
  if (paidIn === dollar) return money(toText(worth.value));
  if (worth.isPrecise)
    for (const side of sides) row.statePrice(side, { asset: paidIn, quantity: worth.value }, time);
  return undefined;
}

/** Warnings: `import/unknown-type`, `import/unclear-type`; what both came and went for is a trade whatever its label. */
export function labelToTell(
  row: GenericRow,
  word: string,
  words: ReadonlyMap<string, Label>,
  isBoth: boolean,
): Label {
  const label = labelOf(words, word);
  if (label === null) {
    row.cells.warn('import/unknown-type', { type: word }, word);
    return unclear;
  }
  if (label.isOpen === true && !isBoth) row.cells.warn('import/unclear-type', { type: word }, word);
  return label;
}

/** Of layouts whose amounts have no sign: an unknown word does not even say the direction. Errors: `import/unknown-type-sign`. */
export function labelWithDirection(
  row: GenericRow,
  word: string,
  words: ReadonlyMap<string, Label>,
): Label | null {
  const label = labelOf(words, word);
  if (label === null) row.cells.error('import/unknown-type-sign', { type: word }, word);
  else if (label.isOpen === true) row.cells.warn('import/unclear-type', { type: word }, word);
  return label;
}

/** "gain (usd)" → gain: what money a program values in changes a column's name. */
export function columnsWithoutMoney(name: string): string {
  return name.replace(/\s*\([a-z]{3,4}\)$/u, '');
}
