/**
 * Binance Transaction History ("statement"): every change of every balance, one row each, without any id.
 *
 * Variants: T1 and T2 with UTC times, T2 and T3 with the user's id, T3 with two-digit years in the zone that the
 * file's name says. One trade is many rows of one second; each row is an event, and the engine puts them together
 * (assembly 'binance-statement'). It names no market: the files of trades, moves and futures come before it.
 * Errors: those of every cell; warnings `import/unknown-type`, `import/unclear-type`.
 */
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { accountId, accountSlug } from '../../../shared/domain/account.ts';
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { aliasesOf, matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { binanceAccount } from '../known-accounts.ts';
import { TableRow } from '../table/table-row.ts';
import { zoneFact } from '../zone-facts.ts';
import { meaningOf, type Place, type RowMeaning } from './binance-statement-operations.ts';

const alias = aliasesOf({ utc_time: 'time', user_id: 'user', 'user id': 'user' });
const columns = ['time', 'account', 'operation', 'coin', 'change', 'remark'];

export const binanceStatement: Importer = {
  id: 'binance-statement',
  name: 'Binance Transaction History (statement)',
  exchange: 'Binance',
  help: 'Binance: Orders or Assets, Transaction History, Export or "Generate all statements". Import the trade, deposit, withdrawal and futures histories as well: they have what this file leaves out.',
  headers: [
    'UTC_Time,Account,Operation,Coin,Change,Remark',
    'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
    'User ID,Time,Account,Operation,Coin,Change,Remark',
    'User_ID,Time,Account,Operation,Coin,Change,Remark',
  ],
  account: binanceAccount,
  accountIsChoice: true,
  // It has everything, and of everything the least: no market, no price, no id, fees of withdrawals within amounts.
  ranks: { trades: 3, moves: 2, income: 2, futures: 3, funding: 2 },
  detect,
  open: (detection, context, sink) => new StatementReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, [{ variant: 'T', required: columns, optional: ['user'] }], alias);
  if (match === null) return null;
  const { headerIndex, columns: found, zoneText } = match;
  const header = head.rows[headerIndex]?.raw ?? '';
  const isUtc = header.toLowerCase().includes('utc_time');
  return {
    variant: isUtc ? (found.has('user') ? 'T2' : 'T1') : 'T3',
    headerIndex,
    columns: found,
    why: `Its columns are those of Binance's transaction history (statement) (${header}).`,
    zone: isUtc ? { zone: utc, from: 'file' } : zoneFact(head, headerIndex, zoneText),
  };
}

/** An account as the rows name it, told apart once. */
interface NamedAccount {
  readonly id: AccountId;
  readonly place: Place;
  /** Equal for all names that an account has had. */
  readonly key: string;
}

class StatementReader implements RowReader {
  readonly #row: TableRow;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #accounts = new Map<string, NamedAccount>();
  readonly #width: number;
  readonly #words = new Map<string, string>();

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#row = new TableRow(detection, context, sink);
    this.#width = detection.columns.size;
    this.#context = context;
    this.#sink = sink;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const row = this.#row;
    // Some tools leave the comma before an empty remark out.
    if (!row.begin(cells.length === this.#width - 1 ? [...cells, ''] : cells, line, raw)) return;
    const time = row.time();
    const operation = row.needed('operation');
    const account = this.#account(row.needed('account'));
    const coin = row.needed('coin').toUpperCase();
    const change = row.stated('change');
    if (!row.isGood || time === undefined || change === undefined) return;
    if (isZero(change.value)) return row.ignored('nothing-moved');
    const meaning = this.#meaning(operation, account.place, coin, isNegative(change.value));
    if (meaning.ignored !== undefined) return row.ignored(meaning.ignored);
    const { kind, role, reason, family } = meaning;
    const remark = row.text('remark');
    const what = family ?? `${kind}|${role}|${reason ?? ''}`;
    const key = `${epochMs(time)}|${account.key}|${what}|${coin}|${change.text}`;
    const asset = row.asset(family === 'earn' ? coin.replace(/^LD/u, '') : coin, time);
    this.#sink.event(key, {
      line,
      raw,
      time,
      kind,
      legs: [{ account: account.id, asset, quantity: change.value, role }],
      note: noteOf(operation, meaning, remark),
      ...(reason !== undefined && { reason }),
      ...tradeIdOf(remark),
      ...(family !== undefined && {
        part: { assembly: 'binance-statement', group: groupOf(family, remark), operation },
      }),
    });
  }

  end(): void {
    // No row waits for another: the engine puts them together.
  }

  #meaning(operation: string, place: Place, coin: string, isOut: boolean): RowMeaning {
    let word = this.#words.get(operation);
    if (word === undefined) {
      word = operation.toLowerCase().replaceAll(/\s+/gu, ' ');
      this.#words.set(operation, word);
    }
    const meaning = meaningOf(word, place, coin, isOut);
    if (meaning?.isOpen) this.#row.warn('import/unclear-type', { type: operation }, operation);
    if (meaning !== null) return meaning;
    this.#row.warn('import/unknown-type', { type: operation }, operation);
    return { kind: 'balance-change', role: 'principal' };
  }

  #account(name: string): NamedAccount {
    let account = this.#accounts.get(name);
    if (account === undefined) {
      account = this.#newAccount(name);
      this.#accounts.set(name, account);
    }
    return account;
  }

  /** One account for all that is spot, Earn, funding or margin; one for futures; others as they are called. */
  #newAccount(name: string): NamedAccount {
    const main = this.#context.account;
    const key = name.toLowerCase().replaceAll(/[\s_-]/gu, '');
    if (key === '' || ownWallets.has(key)) return { id: main.id, place: 'spot', key };
    const isFutures = key.endsWith('futures');
    const slug = isFutures ? 'futures' : accountSlug(name);
    const id = accountId(`${main.id}-${slug}`);
    const known: Account = {
      ...main,
      id,
      name: `${main.name} ${isFutures ? 'Futures' : name}`,
      kind: isFutures ? 'futures' : 'exchange',
    };
    const isNew = [...this.#accounts.values()].every((other) => other.id !== id);
    if (isNew) this.#sink.account(known);
    const place = isFutures ? 'futures' : 'spot';
    return { id, place, key: key.startsWith('usd') ? 'usdmfutures' : key };
  }
}

/** Names of wallets that are parts of the one spot account, without blanks and hyphens. */
const ownWallets: ReadonlySet<string> = new Set([
  'spot',
  'earn',
  'pool',
  'savings',
  'funding',
  'p2p',
  'card',
  'crossmargin',
  'isolatedmargin',
  'margin',
]);

/** References that rows of one purchase share ("N0000001"), and the coins of a small exchange ("ETH to BNB"). */
function groupOf(family: string, remark: string): string {
  if (remark === '') return family;
  if (family === 'dust') return remark.endsWith(' to BNB') ? `${family}|${remark}` : family;
  if (family !== 'fiat') return family;
  const reference = /(?:^|\/)(N\d{6,})$/u.exec(remark)?.[1];
  return reference === undefined ? family : `${family}|${reference}`;
}

function tradeIdOf(remark: string): { readonly externalId?: string } {
  if (!remark.startsWith('TradeID')) return {};
  const id = /^TradeID\s*-\s*(\d+)$/u.exec(remark)?.[1];
  return id === undefined ? {} : { externalId: id };
}

function noteOf(operation: string, { family }: RowMeaning, remark: string): string {
  const words = family === undefined ? operation : `${operation}: one row of several`;
  return remark === '' ? words : `${words} (${remark})`;
}
