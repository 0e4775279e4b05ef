/** What somebody read off a screen and types in: each number with its unit, echoed in words so that a wrong unit shows. */
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Observation, SeriesKey } from '../../../../shared/domain/observation.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { observedValue } from '../../../../shared/domain/observed-value.ts';
import { absolute, add, compare } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import { quantityFor } from '../../../../shared/num/products.ts';
import { rateIn } from '../../../../shared/num/suffixed-rate.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { coinsOfOrder } from '../../../engine/market/coins-of-order.ts';
import { halfSpread, midOf } from '../../../engine/market/half-spread.ts';
import { yearlyRate } from '../../../engine/market/yearly-rate.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { fundingWords } from './funding-words.ts';
import { timeGiven } from './kept-book.ts';
import { measureTitle } from './read-series.ts';
import { marketSubject } from './market-subject.ts';
import type { MarketSubject } from './market-subject.ts';
import { percentWords, roundedText } from './texts.ts';

type Typed = CallRequest<'market.type'>;
type Amount = NonNullable<Typed['volume24h']>;

/** No market pays a hundred times its value a year: such a rate is a mistaken unit. */
const IMPLAUSIBLE_PER_YEAR = rate('100');
const DAY_HOURS = 24;

/** What is known while one request is read. */
interface Reading {
  readonly request: Typed;
  readonly subject: MarketSubject;
  readonly time: Instant;
  /** What coins cost, for amounts in money and contracts of fixed dollars. */
  readonly at: Price | null;
  readonly list: Observation[];
  readonly echo: string[];
}

/**
 * Errors: `call/invalid-input`, `market/nothing-typed`, `market/bid-without-ask`, `market/bid-above-ask`,
 * `market/rate-implausible`, `market/unit-needs-contract`, `market/unit-needs-price`, and the ledger's.
 */
export const typeMarket: Handler<'market.type'> = async (request, context) => {
  const { ledger } = context.session;
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  if (ledger === null) return fail('ledger/locked', {});
  const time = timeGiven(request.time, context.now);
  if (!time.ok) return time;
  const subject = marketSubject(request.of, derived.value.facts);
  const misplaced = misplacedIn(request, subject);
  if (misplaced !== null) return misplaced;
  const mid = midTyped(request);
  if (!mid.ok) return mid;
  const reading: Reading = {
    request,
    subject,
    time: time.value,
    at: mid.value ?? knownPrice(subject, derived.value, time.value),
    list: [],
    echo: [],
  };
  for (const part of [typeFunding, typeSpread, typeDepth, typeAmounts, typePlain]) {
    const read = part(reading);
    if (!read.ok) return read;
  }
  if (reading.list.length === 0) return fail('market/nothing-typed', {});
  const stored = await ledger.write.saveObservations(reading.list, context.clock);
  return stored.ok ? ok({ stored: stored.value, echo: reading.echo }) : stored;
};

/** Funding, open interest and accounts are a contract's; mood is an index's, which has no market. */
function misplacedIn(request: Typed, { kind, of }: MarketSubject): Result<never> | null {
  const wrong = (field: keyof Typed, reason: string): Result<never> =>
    fail('call/invalid-input', { field, reason }, { field });
  if (kind === 'vendor') {
    const [market] = MARKET_FIELDS.filter((field) => request[field] !== undefined);
    return market === undefined
      ? null
      : wrong('of', `${of} is no market: name a contract such as binance-um:BTCUSDT, or a coin`);
  }
  if (request.fearGreed !== undefined)
    return wrong(
      'fearGreed',
      `the mood of a market is an index by itself, such as alternative.me, not ${of}`,
    );
  const [ofContract] = CONTRACT_FIELDS.filter((field) => request[field] !== undefined);
  return kind === 'contract' || ofContract === undefined
    ? null
    : wrong(ofContract, `only a contract has it, and ${of} is none`);
}

const CONTRACT_FIELDS = ['funding', 'openInterest', 'accountRatio'] as const;
const MARKET_FIELDS = [...CONTRACT_FIELDS, 'bid', 'ask', 'depth', 'volume24h'] as const;

function put(reading: Reading, key: Omit<SeriesKey, 'of'>, value: Quantity, hours: number | null): void {
  const { time, request } = reading;
  reading.list.push({ ...key, of: request.of, time, value, hours, source: 'typed' });
}

function typeFunding(reading: Reading): Result<void> {
  const { funding } = reading.request;
  if (funding === undefined) return ok(undefined);
  const value = rateIn(funding.rate, funding.unit);
  if (value === null) {
    const reason = 'it has more decimals than can be kept';
    return fail('call/invalid-input', { field: 'funding.rate', reason }, { field: 'funding.rate' });
  }
  const perYear = yearlyRate(value, funding.hours);
  if (compare(absolute(perYear), IMPLAUSIBLE_PER_YEAR) > 0) {
    const words = { rate: percentWords(value, 6), hours: funding.hours, perYear: percentWords(perYear, 0) };
    return fail('market/rate-implausible', words, { field: 'funding' });
  }
  put(reading, { measure: 'funding-rate', level: '' }, observedValue(value), funding.hours);
  reading.echo.push(fundingWords(value, funding.hours));
  return ok(undefined);
}

function midTyped({ bid, ask }: Typed): Result<Price | null> {
  if (bid === undefined && ask === undefined) return ok(null);
  if (bid === undefined || ask === undefined) return fail('market/bid-without-ask', {}, { field: 'ask' });
  const [low, high] = [price(bid), price(ask)];
  return compare(low, high) < 0
    ? ok(midOf(low, high))
    : fail('market/bid-above-ask', { bid, ask }, { field: 'bid' });
}

/** The spread as a share of the middle, and the middle as the price at that time. */
function typeSpread(reading: Reading): Result<void> {
  const { bid, ask } = reading.request;
  if (bid === undefined || ask === undefined) return ok(undefined);
  const [low, high] = [price(bid), price(ask)];
  const mid = midOf(low, high);
  const half = halfSpread(low, high);
  put(reading, { measure: 'spread', level: '' }, observedValue(add(half, half)), null);
  put(reading, { measure: 'close', level: '' }, observedValue(mid), null);
  reading.echo.push(
    `The middle is ${roundedText(mid, 8)}; half the spread is ${percentWords(half, 4)} of it, the least that an order at once costs.`,
  );
  return ok(undefined);
}

function typeDepth(reading: Reading): Result<void> {
  for (const { side, withinPercent, size, unit } of reading.request.depth ?? []) {
    const coins = coinsOf({ amount: size, unit }, reading);
    if (!coins.ok) return coins;
    const level = `${side === 'bid' ? '-' : ''}${toText(quantity(withinPercent))}`;
    put(reading, { measure: 'depth', level }, coins.value, null);
    reading.echo.push(`${measureTitle('depth', level)}: ${roundedText(coins.value, 6)} coins.`);
  }
  return ok(undefined);
}

function typeAmounts(reading: Reading): Result<void> {
  const { volume24h, openInterest } = reading.request;
  const amounts = [
    {
      given: volume24h,
      measure: 'volume',
      money: 'volume-money',
      hours: DAY_HOURS,
      name: 'Volume of 24 hours',
    },
    {
      given: openInterest,
      measure: 'open-interest',
      money: 'open-interest-money',
      hours: null,
      name: 'Open interest',
    },
  ] as const;
  for (const { given, measure, money, hours, name } of amounts) {
    if (given === undefined) continue;
    const coins = coinsOf(given, reading);
    if (!coins.ok) return coins;
    put(reading, { measure, level: '' }, coins.value, hours);
    if (given.unit === 'money') put(reading, { measure: money, level: '' }, quantity(given.amount), hours);
    reading.echo.push(`${name}: ${roundedText(coins.value, 6)} coins.`);
  }
  return ok(undefined);
}

function typePlain(reading: Reading): Result<void> {
  const { fearGreed, accountRatio } = reading.request;
  if (fearGreed !== undefined) {
    put(reading, { measure: 'fear-greed', level: '' }, quantity(String(fearGreed)), DAY_HOURS);
    reading.echo.push(`Fear and greed: ${fearGreed} of 100.`);
  }
  if (accountRatio !== undefined) {
    put(reading, { measure: 'account-ratio', level: '' }, quantity(accountRatio), null);
    reading.echo.push(`${accountRatio} long accounts for each short one.`);
  }
  return ok(undefined);
}

/** Contracts by the multiplier, money by the price. */
function coinsOf({ amount, unit }: Amount, { subject, at, request }: Reading): Result<Quantity> {
  if (unit === 'coins') return ok(quantity(amount));
  if (at === null) return fail('market/unit-needs-price', { of: request.of });
  if (unit === 'money') return ok(quantityFor(money(amount), at, 'half-even'));
  if (subject.terms === null) return fail('market/unit-needs-contract', { of: request.of });
  return ok(coinsOfOrder(subject.terms, quantity(amount), at));
}

function knownPrice({ asset, terms }: MarketSubject, { prices }: Derived, time: Instant): Price | null {
  const own = terms === null ? null : prices.latest(terms.id, time);
  const coin = asset === null ? null : prices.latest(asset, time);
  return own?.price ?? coin?.price ?? null;
}
