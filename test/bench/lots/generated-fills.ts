/** Fills of forty coins in six accounts, seeded: purchases, sales of parts of what is there, moves between accounts. */
import { accountId, type Account } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { EventId, LedgerEvent, Leg } from '../../../src/shared/domain/event.ts';
import type { ArrivingRow } from '../../../src/main/ledger/import-transaction.ts';
import type { Quantity } from '../../../src/shared/num/types.ts';
import { instantFromEpochMs } from '../../../src/shared/time/instant.ts';
import { generator } from '../generator.ts';

export const ASSETS = 40;
const ACCOUNTS = 6;

const USD = assetId('USD');
const start = Date.UTC(2019, 0, 2);
const end = Date.UTC(2026, 9, 1);
/** The last decimal place that quantities have here, in units of 10⁻¹⁸. */
const PLACE = 10n ** 14n;

export const fillAccounts: readonly Account[] = Array.from({ length: ACCOUNTS }, (_, number) => ({
  id: accountId(`account-${number + 1}`),
  name: `Account ${number + 1}`,
  kind: 'exchange',
  venue: null,
  country: null,
}));
const assets = Array.from({ length: ASSETS }, (_, number) => assetId(`COIN${number + 1}`));

/** In ledger order. Nothing is ever sold or sent that is not there. */
export function generatedFills(count: number, seed = 11): readonly LedgerEvent[] {
  const random = generator(seed);
  const held = new Float64Array(ASSETS * ACCOUNTS); // in last places
  const cents = Float64Array.from({ length: ASSETS }, () => 100 + Math.floor(random() * 5_000_000));
  const step = (end - start) / count;
  const events: LedgerEvent[] = [];
  for (let number = 0; number < count; number++) {
    const coin = Math.floor(random() * ASSETS);
    const account = Math.floor(random() * ACCOUNTS);
    const pool = coin * ACCOUNTS + account;
    cents[coin] = Math.max(1, Math.round((cents[coin] ?? 1) * (1 + (random() - 0.499) * 0.01)));
    const size = Math.ceil(random() * 9_973) * 7;
    const kind = random();
    const has = held[pool] ?? 0;
    const at = { number, time: Math.floor(start + number * step), coin, account, size };
    if (kind < 0.02 && has >= size) {
      const other = (account + 1 + Math.floor(random() * (ACCOUNTS - 1))) % ACCOUNTS;
      held[pool] = has - size;
      held[coin * ACCOUNTS + other] = (held[coin * ACCOUNTS + other] ?? 0) + size;
      events.push(
        eventOf(at, 'transfer', [leg(at, coinOf(at), -size), leg({ account: other }, coinOf(at), size)]),
      );
    } else {
      const sells = kind < 0.5 && has >= size;
      held[pool] = has + (sells ? -size : size);
      events.push(trade(at, sells, BigInt(cents[coin] ?? 1)));
    }
  }
  return events;
}

interface At {
  readonly number: number;
  readonly time: number;
  readonly coin: number;
  readonly account: number;
  /** In last places. */
  readonly size: number;
}

function trade(at: At, sells: boolean, price: bigint): LedgerEvent {
  const money = (BigInt(at.size) * PLACE * price) / 100n;
  const fee = money / 1000n;
  return eventOf(at, sells ? 'sell' : 'buy', [
    leg(at, coinOf(at), sells ? -at.size : at.size),
    moneyLeg(at, sells ? money : -money, 'principal'),
    moneyLeg(at, -fee, 'fee'),
  ]);
}

function coinOf({ coin }: At): Leg['asset'] {
  return assets[coin] ?? USD;
}

function accountOf({ account }: Pick<At, 'account'>): Leg['account'] {
  return (fillAccounts[account] ?? (fillAccounts[0] as Account)).id;
}

function leg(of: Pick<At, 'account'>, asset: Leg['asset'], size: number): Leg {
  return { account: accountOf(of), asset, quantity: exact(BigInt(size) * PLACE), role: 'principal' };
}

function moneyLeg(of: At, amount: bigint, role: Leg['role']): Leg {
  return { account: accountOf(of), asset: USD, quantity: exact(amount), role };
}

/** At run time an exact number is a bigint. */
function exact(units: bigint): Quantity {
  return units as unknown as Quantity;
}

function eventOf({ number, time }: At, kind: LedgerEvent['kind'], legs: readonly Leg[]): LedgerEvent {
  return {
    id: `${hashOf(number).slice(0, 32)}-0` as EventId,
    time: instantFromEpochMs(time),
    sequence: number,
    kind,
    legs,
    source: { file: 'generated.csv', line: number + 2, format: 'binance-spot' },
  };
}

/** Sixty-four hex digits that differ from row to row: what a real hash costs is measured elsewhere. */
function hashOf(number: number): string {
  return (BigInt(number + 1) * 0x9e37_79b9_7f4a_7c15n).toString(16).padStart(32, '0').repeat(2).slice(0, 64);
}

/** The same as an import stores it. */
export function storedFill(event: LedgerEvent): ArrivingRow {
  return {
    event,
    rowHash: hashOf(event.sequence),
    raw: `${event.sequence},${event.kind},a row of an export as long as they are,${event.id}`,
  };
}
