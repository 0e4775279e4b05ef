/** Several coins for one, in one second: which row paid for which coin, where prices leave only one answer. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, add, isNegative } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { toText } from '../../../../shared/num/format.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import { netOf, tradeOf } from '../assembled-event.ts';
import type { Joined } from '../assembled-event.ts';
import { isNear } from './is-near.ts';
import { areTwoTrades } from './word-family.ts';

/** Fills of one order differ by less, prices of one day in a market by less than the second. */
const withinOrder = rate('1.02');
const withinDay = rate('1.2');
const DAY_MS = 86_400_000;
/** More rows than this have too many readings to be sure of one. */
const mostRows = 6;

interface Seen {
  readonly ms: number;
  readonly price: Rate;
}

/** What trades that are beyond doubt say of prices. They are added in ledger order. */
export class PricesSeen {
  readonly #byPair = new Map<string, Seen[]>();

  add({ parts }: Joined): void {
    const { came, went } = netOf(parts);
    const [received, given] = [came[0], went[0]];
    if (received === undefined || given === undefined || parts[0] === undefined) return;
    const ms = epochMs(parts[0].time);
    this.#note(received[0], given[0], ratio(absolute(given[1]), received[1], 'half-even'), ms);
    this.#note(given[0], received[0], ratio(received[1], absolute(given[1]), 'half-even'), ms);
  }

  /** What one unit was worth in the other, at the nearest time within a day; null where nothing says so. */
  near(of: AssetId, inAsset: AssetId, ms: number): Rate | null {
    const seen = this.#byPair.get(`${of} ${inAsset}`) ?? [];
    const place = firstWhere(seen, (one) => one.ms >= ms);
    const near = [seen[place - 1], seen[place]].filter((one) => one !== undefined);
    near.sort((a, b) => Math.abs(a.ms - ms) - Math.abs(b.ms - ms));
    const [best] = near;
    return best === undefined || Math.abs(best.ms - ms) > DAY_MS ? null : best.price;
  }

  #note(of: AssetId, inAsset: AssetId, price: Rate, ms: number): void {
    const key = `${of} ${inAsset}`;
    const list = this.#byPair.get(key);
    if (list === undefined) this.#byPair.set(key, [{ ms, price }]);
    else list.push({ ms, price });
  }
}

/** In: rows without fees. Out: null where prices leave no answer, or more than one. */
export function splitByPrice(rows: readonly LedgerEvent[], prices: PricesSeen): readonly Joined[] | null {
  const byWord = [...Map.groupBy(rows, ({ part }) => wordOf(part?.operation)).values()];
  const solved = areTwoTrades(rows) ? null : splitRows(rows, prices);
  if (solved !== null || byWord.length < 2) return solved;
  const found = byWord.map((group) => {
    const trade = tradeOf(group);
    return trade === null ? splitRows(group, prices) : [trade];
  });
  return found.every((one) => one !== null) ? found.flat() : null;
}

function wordOf(operation = ''): string {
  const word = operation.trim().toLowerCase();
  return /^(?:transaction )?(?:buy|spend)$/u.test(word)
    ? 'bought'
    : word.startsWith('transaction related')
      ? word
      : 'sold';
}

function splitRows(rows: readonly LedgerEvent[], prices: PricesSeen): readonly Joined[] | null {
  const came = rows.filter((row) => !isOut(row));
  const went = rows.filter(isOut);
  if (came.length !== went.length || came.length > mostRows) return null;
  const [coins, paid] = assetsOf(went).size === 1 ? [came, went] : [went, came];
  if (assetsOf(paid).size !== 1 || assetsOf(coins).has(assetOf(paid[0]))) return null;
  const firsts = coins.map((coin) => coins.findIndex((other) => assetOf(other) === assetOf(coin)));
  const fit = fitOf({ coins, paid, firsts }, prices);
  const seen = new Set<number>();
  const readings = new Map<string, readonly Joined[]>();
  for (const order of ordersOf(paid.length)) {
    if (!order.every((money, coin) => fit(coin, money, order[firsts[coin] ?? 0] ?? 0))) continue;
    // Which coin each amount paid for: what is paid for one coin in another order is the same reading.
    const reading = order.reduce((sum, money, coin) => sum + (firsts[coin] ?? 0) * mostRows ** money, 0);
    if (seen.has(reading)) continue;
    seen.add(reading);
    const byCoin = pairedBy(coins, paid, order);
    const key = [...byCoin]
      .map(([coin, pairs]) => `${coin}${sumText(pairs)}`)
      .sort()
      .join();
    if (!readings.has(key)) readings.set(key, [...byCoin.values()].map(joinedOf));
    if (readings.size > 1) return null;
  }
  const [only] = readings.values();
  return only ?? null;
}

/**
 * Whether a coin's row was paid by a row of money, where its coin's first row was paid by another. Fills of one coin have
 * nearly one price, and one near that of the day where it is known; one alone needs the latter.
 */
type Fit = (coin: number, money: number, moneyOfFirst: number) => boolean;

interface Mixed {
  readonly coins: readonly LedgerEvent[];
  readonly paid: readonly LedgerEvent[];
  /** Of each coin's row, the first row of that coin. */
  readonly firsts: readonly number[];
}

function fitOf({ coins, paid, firsts }: Mixed, prices: PricesSeen): Fit {
  const price = coins.map((coin) => paid.map((money) => ratio(amountOf(money), amountOf(coin), 'half-even')));
  const near = coins.map((_, at) => {
    const first = firsts[at] ?? at;
    const known = knownPrice(coins[first], paid[0], prices);
    return (price[at] ?? []).map((one) =>
      known === null
        ? (price[first] ?? []).map((other) => first === at || isNear(one, other, withinOrder))
        : paid.map(() => isNear(one, known, withinDay)),
    );
  });
  return (coin, money, moneyOfFirst) => near[coin]?.[money]?.[moneyOfFirst] ?? false;
}

function knownPrice(
  of: LedgerEvent | undefined,
  inMoney: LedgerEvent | undefined,
  prices: PricesSeen,
): Rate | null {
  const [coin, money] = [assetOf(of), assetOf(inMoney)];
  if (of === undefined || coin === undefined || money === undefined) return null;
  return prices.near(coin, money, epochMs(of.time));
}

type Pairs = readonly { readonly coin: LedgerEvent; readonly money: LedgerEvent }[];

function pairedBy(
  coins: readonly LedgerEvent[],
  paid: readonly LedgerEvent[],
  order: readonly number[],
): ReadonlyMap<AssetId | undefined, Pairs> {
  const pairs = coins.flatMap((coin, place) => {
    const money = paid[order[place] ?? 0];
    return money === undefined ? [] : [{ coin, money }];
  });
  return Map.groupBy(pairs, ({ coin }) => assetOf(coin));
}

function joinedOf(pairs: Pairs): Joined {
  const parts = pairs.flatMap(({ coin, money }) => [coin, money]);
  return tradeOf(parts) ?? { parts, kind: 'swap' };
}

function sumText(pairs: Pairs): string {
  return toText(pairs.reduce((total, { money }) => add(total, amountOf(money)), zeroQuantity));
}

function amountOf({ legs }: LedgerEvent): Quantity {
  return absolute(legs[0]?.quantity ?? zeroQuantity);
}

function assetOf(row: LedgerEvent | undefined): AssetId | undefined {
  return row?.legs[0]?.asset;
}

function assetsOf(rows: readonly LedgerEvent[]): ReadonlySet<AssetId | undefined> {
  return new Set(rows.map(assetOf));
}

function isOut({ legs }: LedgerEvent): boolean {
  return legs[0] !== undefined && isNegative(legs[0].quantity);
}

/** All orders of so many rows, made once. */
const ordersMade: (readonly (readonly number[])[])[] = [];

function ordersOf(length: number): readonly (readonly number[])[] {
  return (ordersMade[length] ??= permutations(length));
}

function permutations(length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return permutations(length - 1).flatMap((rest) =>
    Array.from({ length }, (_, place) => [...rest.slice(0, place), length - 1, ...rest.slice(place)]),
  );
}
