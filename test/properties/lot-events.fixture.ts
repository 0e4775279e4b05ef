/**
 * Random ledgers for `calc gains`. A ledger is made of drafts, plain numbers, which a teller of stories turns into
 * events one after the other: it knows what is held, so that most sales are of what is there and some are not.
 * Fewer and smaller numbers make a shorter and simpler ledger: that is how a counterexample shrinks.
 */
import * as fc from 'fast-check';
import type { CalcEvent } from '../../src/shared/contract/calc-gains.ts';
import { amountText, feesOf, namesOf, priceOf, unitsOf, valueOf } from './lot-amounts.fixture.ts';
import { type Story, begin, moveOn, timeText } from './lot-times.fixture.ts';

export interface Draft {
  /** What happens; each of the others is used for what the event needs. */
  readonly kind: number;
  readonly who: number;
  readonly coin: number;
  readonly size: number;
  readonly price: number;
  readonly gap: number;
  readonly extra: number;
  readonly fee: number;
}

const COINS = ['BTC', 'ETH', 'SOL'] as const;
const ACCOUNTS = ['A', 'B', 'C'] as const;
const some = fc.nat({ max: 999 });
const draft: fc.Arbitrary<Draft> = fc
  .tuple(some, some, some, some, some, some, some, some)
  .map(([kind, who, coin, size, price, gap, extra, fee]) => ({
    kind,
    who,
    coin,
    size,
    price,
    gap,
    extra,
    fee,
  }));

/** Up to sixty events, several at one instant, in three accounts and four coins; some sales are of more than is held. */
export const lotEvents: fc.Arbitrary<CalcEvent[]> = fc
  .tuple(some, fc.array(draft, { minLength: 1, maxLength: 60, size: 'max' }))
  .map(([start, drafts]) => ledgerOf(start, drafts));

/** By how often: buying and selling most. */
const TELLERS: readonly (readonly [number, (story: Story, draft: Draft) => void])[] = [
  [300, buy],
  [560, sell],
  [650, swap],
  [770, transfer],
  [810, chain],
  [850, income],
  [910, depart],
  [960, beGiven],
  [1000, buyFeeCoins],
];

/** The events that drafts tell. */
function ledgerOf(start: number, drafts: readonly Draft[]): CalcEvent[] {
  const story = begin(start);
  for (const one of drafts) {
    if (story.events.length >= 60) break;
    moveOn(story, one);
    TELLERS.find(([below]) => one.kind < below)?.[1](story, one);
  }
  return story.events;
}

const coinOf = ({ coin }: Draft): string => COINS[coin % COINS.length] ?? 'BTC';
const accountOf = ({ who }: Draft): string => ACCOUNTS[who % ACCOUNTS.length] ?? 'A';
/** Any but the one: the accounts after it, the last followed by the first. */
function otherAccount(account: string, { coin }: Draft): string {
  const place = ACCOUNTS.findIndex((name) => name === account);
  return ACCOUNTS[(place + 1 + (coin % (ACCOUNTS.length - 1))) % ACCOUNTS.length] ?? 'B';
}

type Told = CalcEvent extends infer Event
  ? Event extends CalcEvent
    ? Omit<Event, 'id' | 'time'>
    : never
  : never;

function tell(story: Story, event: Told, one: Draft): string {
  const id = `e${story.events.length}`;
  story.events.push({ ...event, id, time: timeText(story, one) } as CalcEvent);
  return id;
}

/** What the account holds of the coin changes, never below nothing. */
function hold(story: Story, asset: string, account: string, units: bigint): void {
  const key = `${asset} ${account}`;
  const held = (story.held.get(key) ?? 0n) + units;
  story.held.set(key, held < 0n ? 0n : held);
}

const heldBy = (story: Story, asset: string, account: string): bigint =>
  story.held.get(`${asset} ${account}`) ?? 0n;

function come(story: Story, id: string, asset: string, account: string, units: bigint): void {
  hold(story, asset, account, units);
  story.lots.push({ id, asset, units });
}

interface Leaving {
  readonly account: string;
  readonly asset: string;
  readonly units: bigint;
}

/**
 * What leaves: of the account and coin that the draft says or, where that holds nothing, of one that holds something;
 * all of it, a part of it, or seldom more than is there. null where nothing is held anywhere.
 */
function leaving(story: Story, one: Draft): Leaving | null {
  const { size, extra } = one;
  const said = { account: accountOf(one), asset: coinOf(one) };
  const holding = [...story.held].filter(([, units]) => units > 0n).map(([key]) => key.split(' '));
  const [asset = said.asset, account = said.account] = holding[size % (holding.length || 1)] ?? [];
  const place = heldBy(story, said.asset, said.account) > 0n || extra % 20 === 19 ? said : { account, asset };
  const held = heldBy(story, place.asset, place.account);
  if (extra % 20 === 19) return { ...place, units: held + unitsOf(size) };
  if (held === 0n) return null;
  if (size % 5 === 0) return { ...place, units: held };
  const part = (held * BigInt(1 + size)) / 1001n;
  const coarse = size % 5 === 1 ? part : part - (part % 10n ** 15n);
  return { ...place, units: coarse > 0n ? coarse : held };
}

function buy(story: Story, one: Draft): void {
  const [account, asset] = [accountOf(one), coinOf(one)];
  const units = unitsOf(one.size);
  const total = amountText(valueOf(units, priceOf(one.price)));
  const fees = feesOf(story, one, account, { got: { asset, units }, given: null });
  const id = tell(
    story,
    { kind: 'buy', account, asset, quantity: amountText(units), total, ...fees.fields },
    one,
  );
  come(story, id, asset, account, units - fees.withheld);
  hold(story, fees.asset, account, -fees.paid);
}

function sell(story: Story, one: Draft): void {
  const gone = leaving(story, one);
  if (gone === null) return buy(story, one);
  const { account, asset, units } = gone;
  const total = amountText(valueOf(units, priceOf(one.price)));
  const fees = feesOf(story, one, account, { got: null, given: { asset, units } });
  const quantity = amountText(units);
  const lots = namesOf(story, one, asset, units);
  tell(story, { kind: 'sell', account, asset, quantity, total, ...fees.fields, ...lots }, one);
  hold(story, asset, account, -units);
  hold(story, fees.asset, account, -fees.paid);
}

function swap(story: Story, one: Draft): void {
  const gone = leaving(story, one);
  if (gone === null) return buy(story, one);
  const { account, asset, units } = gone;
  const toAsset = COINS.filter((coin) => coin !== asset)[one.extra % 2] ?? 'ETH';
  const got = unitsOf(one.extra);
  const value = amountText(valueOf(got, priceOf(one.price)));
  const fees = feesOf(story, one, account, { got: { asset: toAsset, units: got }, given: { asset, units } });
  const [quantity, toQuantity] = [amountText(units), amountText(got)];
  const lots = namesOf(story, one, asset, units);
  const id = tell(
    story,
    { kind: 'swap', account, asset, quantity, toAsset, toQuantity, value, ...fees.fields, ...lots },
    one,
  );
  hold(story, asset, account, -units);
  hold(story, fees.asset, account, -fees.paid);
  come(story, id, toAsset, account, got - fees.withheld);
}

function transfer(story: Story, one: Draft): void {
  const gone = leaving(story, one);
  if (gone === null) return buy(story, one);
  const { account, asset, units } = gone;
  send(story, one, { asset, account, toAccount: otherAccount(account, one), units });
}

/** No fee, a small one, or nearly all of it. */
function send(
  story: Story,
  one: Draft,
  { asset, account, toAccount, units }: { asset: string; account: string; toAccount: string; units: bigint },
): bigint {
  const lost = one.fee % 5 < 3 ? 0n : one.fee % 5 === 3 ? units / 500n : (units * BigInt(one.fee)) / 1000n;
  const received = units - lost;
  const value = one.extra % 5 === 0 ? {} : { value: amountText(priceOf(one.price)) };
  const [quantity, arrived] = [amountText(units), amountText(received)];
  tell(story, { kind: 'transfer', account, asset, quantity, toAccount, received: arrived, ...value }, one);
  hold(story, asset, account, -units);
  hold(story, asset, toAccount, received);
  return received;
}

/** From account to account to account within a second. */
function chain(story: Story, one: Draft): void {
  const gone = leaving(story, one);
  if (gone === null) return buy(story, one);
  const { account, asset, units } = gone;
  const toAccount = otherAccount(account, one);
  const arrived = send(story, one, { asset, account, toAccount, units });
  story.time += one.extra % 3 === 0 ? 400 : 0;
  const last = ACCOUNTS.find((name) => name !== account && name !== toAccount) ?? account;
  send(story, one, {
    asset,
    account: toAccount,
    toAccount: one.extra % 2 === 0 ? last : account,
    units: arrived,
  });
}

function income(story: Story, one: Draft): void {
  const [account, asset] = [accountOf(one), coinOf(one)];
  const units = unitsOf(one.size);
  const value = amountText(valueOf(units, priceOf(one.price)));
  const id = tell(
    story,
    { kind: 'income', account, asset, quantity: amountText(units), value, reason: 'staking' },
    one,
  );
  come(story, id, asset, account, units);
}

const DEPARTURES = ['spend', 'gift', 'lost', 'donation'] as const;

function depart(story: Story, one: Draft): void {
  const gone = leaving(story, one);
  if (gone === null) return buy(story, one);
  const { account, asset, units } = gone;
  const kind = DEPARTURES[one.fee % DEPARTURES.length] ?? 'spend';
  const value = amountText(valueOf(units, priceOf(one.price)));
  tell(story, { kind, account, asset, quantity: amountText(units), value }, one);
  hold(story, asset, account, -units);
}

/** With or without what the giver paid and when, and what it was worth when given. */
function beGiven(story: Story, one: Draft): void {
  const [account, asset] = [accountOf(one), coinOf(one)];
  const units = unitsOf(one.size);
  // Three days more, so that it is before the gift wherever the taxpayer lives.
  const before = new Date(story.time - (3 + one.extra) * 86_400_000).toISOString();
  const since = one.fee % 3 === 0 ? {} : { acquired: one.extra % 2 === 0 ? before : before.slice(0, 10) };
  const cost = amountText(valueOf(units, priceOf(one.price)));
  const known = one.fee % 4 === 0 ? {} : { costBasis: cost, ...since };
  const worth = one.gap % 2 === 0 ? {} : { value: amountText(valueOf(units, priceOf(one.extra))) };
  const quantity = amountText(units);
  const id = tell(story, { kind: 'gift-received', account, asset, quantity, ...known, ...worth }, one);
  come(story, id, asset, account, units);
}

function buyFeeCoins(story: Story, one: Draft): void {
  const account = accountOf(one);
  const total = amountText(valueOf(5n * 10n ** 18n, priceOf(one.price)));
  const id = tell(story, { kind: 'buy', account, asset: 'BNB', quantity: '5', total }, one);
  come(story, id, 'BNB', account, 5n * 10n ** 18n);
}
