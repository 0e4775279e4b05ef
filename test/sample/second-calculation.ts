/**
 * The sample investor's figures, derived a second time: plainly, from the files alone, with nothing of the product.
 *
 * It knows only these five files: lists that are scanned, decimal.js, and the rules in words beside the lines.
 * What it must not do is share an idea with the engine; that is why it is written so simply.
 */
import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });
type Exact = Decimal;
const n = (text: string): Exact => new Exact(text.replaceAll(/[$,]/gu, ''));
const zero = new Exact(0);

interface Parcel {
  /** Of the purchase: parts keep it. */
  id: number;
  asset: string;
  account: string;
  time: number;
  quantity: Exact;
  cost: Exact;
}
export interface PlainDisposal {
  asset: string;
  year: number;
  term: 'short' | 'long';
  quantity: Exact;
  proceeds: Exact;
  cost: Exact;
}
interface Trade {
  time: number;
  /** What happens at one instant happens in this order. */
  do(): void;
}
export interface PlainFigures {
  balances: Map<string, Exact>;
  parcels: Parcel[];
  disposals: PlainDisposal[];
  incomeByYear: Map<number, Exact>;
  futuresByYear: Map<number, { profit: Exact; fees: Exact; funding: Exact }>;
  /** What futures add to a year: fees and funding wait for the close of their position. */
  futuresCounted: Map<number, Exact>;
  /** Straddle losses of a year that wait at its end. */
  waitingByYear: Map<number, Exact>;
  positions: Map<string, Exact>;
  prices: Map<string, Exact>;
  rows: { coinbase: number; spot: number; fills: number; income: number; other: number };
}

function table(folder: string, file: string, firstCell: string): string[][] {
  const lines = readFileSync(`${folder}/${file}`, 'utf8').replace('\uFEFF', '').trimEnd().split('\n');
  const header = lines.findIndex((line) => line.startsWith(`${firstCell},`));
  return lines.slice(header + 1).map((line) => line.split(','));
}

/** "0.05BTC" → [0.05, "BTC"]. No ticker in the sample begins with a digit. */
function glued(cell: string): [Exact, string] {
  const at = cell.search(/[A-Z]/u);
  return [n(cell.slice(0, at).trim()), cell.slice(at)];
}

const utc = (text: string): number => Date.parse(`${text.replace(' UTC', '').replace(' ', 'T')}Z`);

/** The calendar day in New York. */
function day(time: number): [year: number, month: number, day: number] {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/New_York',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(time);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  return [part('year'), part('month'), part('day')];
}
const localYear = (time: number): number => day(time)[0];

/** Long-term is more than a year by the calendar: a lot of the last day of a month is long from the first of the month after next year's. */
export function isLong(acquired: number, sold: number): boolean {
  const [ay, am, ad] = day(acquired);
  const lastOfMonth = new Date(Date.UTC(ay, am, 0)).getUTCDate();
  const first = ad === lastOfMonth ? Date.UTC(ay + 1, am, 1) : Date.UTC(ay + 1, am - 1, ad + 1);
  const [sy, sm, sd] = day(sold);
  return Date.UTC(sy, sm - 1, sd) >= first;
}

export function plainFigures(folder: string): PlainFigures {
  const coinbase = table(folder, 'coinbase-transactions.csv', 'ID');
  const spot = table(folder, 'binance-spot-trades.csv', 'Date(UTC)');
  const fills = table(folder, 'binance-futures-trades.csv', 'Uid');
  const income = table(folder, 'binance-futures-transactions.csv', 'Date(UTC)');
  const other = table(folder, 'other-records.csv', 'Time');

  const parcels: Parcel[] = [];
  const disposals: PlainDisposal[] = [];
  const balances = new Map<string, Exact>();
  const incomeByYear = new Map<number, Exact>();
  const futuresByYear = new Map<number, { profit: Exact; fees: Exact; funding: Exact }>();
  const futuresCounted = new Map<number, Exact>();
  const positions = new Map<string, Exact>();
  const marks: { of: string; time: number; price: Exact }[] = [];

  const balance = (account: string, asset: string, change: Exact): void => {
    const key = `${account} ${asset}`;
    balances.set(key, (balances.get(key) ?? zero).plus(change));
  };
  const isCoin = (asset: string): boolean => asset !== 'USD' && asset !== 'USDT';
  let purchases = 0;
  /** Until the end of 2024 the coins of all accounts are one pool (Rev. Proc. 2024-28). */
  let pooled = false;
  const acquire = (account: string, asset: string, time: number, quantity: Exact, cost: Exact): void => {
    parcels.push({ id: purchases++, asset, account, time, quantity, cost });
  };
  /** In one pool coins need not move. */
  const move = (from: string, to: string, asset: string, quantity: Exact): void => {
    if (pooled) return;
    for (const part of take(from, asset, quantity)) parcels.push({ ...part, account: to });
  };
  /** Takes units out of an account, or out of the pool, oldest purchase first. */
  const take = (account: string, asset: string, quantity: Exact): Parcel[] => {
    const taken: Parcel[] = [];
    let left = quantity;
    while (left.gt(0)) {
      let oldest: Parcel | undefined;
      for (const parcel of parcels) {
        if ((!pooled && parcel.account !== account) || parcel.asset !== asset) continue;
        if (parcel.quantity.lte(0)) continue;
        if (oldest === undefined || parcel.time < oldest.time) oldest = parcel;
      }
      if (oldest === undefined) throw new Error(`the sample sells ${asset} it does not have in ${account}`);
      const part = Exact.min(left, oldest.quantity);
      const cost = oldest.cost.times(part).dividedBy(oldest.quantity);
      taken.push({ ...oldest, quantity: part, cost });
      oldest.quantity = oldest.quantity.minus(part);
      oldest.cost = oldest.cost.minus(cost);
      left = left.minus(part);
    }
    return taken;
  };
  const dispose = (account: string, asset: string, time: number, quantity: Exact, proceeds: Exact): void => {
    for (const part of take(account, asset, quantity)) {
      disposals.push({
        asset,
        year: localYear(time),
        term: isLong(part.time, time) ? 'long' : 'short',
        quantity: part.quantity,
        proceeds: proceeds.times(part.quantity).dividedBy(quantity),
        cost: part.cost,
      });
    }
  };
  const nearest = (of: string, time: number): Exact => {
    const best = marks
      .filter((mark) => mark.of === of)
      .toSorted((a, b) => Math.abs(a.time - time) - Math.abs(b.time - time))[0];
    if (best === undefined || Math.abs(best.time - time) > 86_400_000) throw new Error(`no price of ${of}`);
    return best.price;
  };

  const happenings: Trade[] = [];

  for (const [
    ,
    stamp = '',
    type,
    asset = '',
    quantityText = '',
    ,
    ,
    subtotal = '',
    total = '',
    ,
    notes = '',
  ] of coinbase) {
    const time = utc(stamp);
    const quantity = n(quantityText).abs();
    happenings.push({
      time,
      do() {
        balance('coinbase', asset, n(quantityText));
        if (type === 'Buy') {
          balance('coinbase', 'USD', n(total).negated());
          acquire('coinbase', asset, time, quantity, n(total)); // the fee is part of what it cost
        } else if (type === 'Sell') {
          balance('coinbase', 'USD', n(total));
          dispose('coinbase', asset, time, quantity, n(total)); // the fee lowers what came in
        } else if (type === 'Staking Income') {
          acquire('coinbase', asset, time, quantity, n(subtotal));
          const year = localYear(time);
          incomeByYear.set(year, (incomeByYear.get(year) ?? zero).plus(n(subtotal)));
        } else if (type === 'Convert') {
          const [, bought = '', into = ''] = /to (\S+) (\S+)$/u.exec(notes) ?? [];
          balance('coinbase', into, n(bought));
          dispose('coinbase', asset, time, quantity, n(subtotal)); // worth what was received
          acquire('coinbase', into, time, n(bought), n(subtotal));
        } else if (type === 'Send') {
          // 0.3502 left, 0.35 arrived at Binance with date and cost; the rest paid the network, at the row's own price
          move('coinbase', 'binance', asset, n('0.35'));
          dispose('coinbase', asset, time, n('0.0002'), n(subtotal).times('0.0002').dividedBy(quantity));
        }
      },
    });
  }

  for (const [stamp = '', pair, side, , executed = '', amount = '', feeCell = ''] of spot) {
    const time = utc(stamp);
    const [quantity, base] = glued(executed);
    const [paid, quote] = glued(amount);
    const [fee, feeAsset] = glued(feeCell);
    happenings.push({
      time,
      do() {
        const sign = side === 'BUY' ? 1 : -1;
        balance('binance', base, quantity.times(sign));
        balance('binance', quote, paid.times(-sign));
        balance('binance', feeAsset, fee.negated());
        const worth = quote === 'USDT' ? paid : paid.times(nearest(quote, time));
        const buysFeeCoin = side === 'BUY' && feeAsset === base;
        const feeWorth =
          feeAsset === base ? worth.times(fee).dividedBy(quantity) : fee.times(nearest(feeAsset, time));
        if (side === 'SELL') dispose('binance', base, time, quantity, worth.minus(feeWorth));
        else if (isCoin(quote)) dispose('binance', quote, time, paid, worth.minus(feeWorth)); // coin for coin
        if (!buysFeeCoin) dispose('binance', feeAsset, time, fee, feeWorth); // a fee paid in a coin is a sale of it
        if (side === 'BUY') {
          const got = buysFeeCoin ? quantity.minus(fee) : quantity;
          const cost = isCoin(quote) || buysFeeCoin ? worth : worth.plus(feeWorth);
          acquire('binance', base, time, got, cost);
        }
        if (pair !== base + quote) throw new Error(`the pair ${String(pair)} is not ${base}${quote}`);
      },
    });
  }

  const futures = (time: number): { profit: Exact; fees: Exact; funding: Exact } => {
    const year = localYear(time);
    const found = futuresByYear.get(year) ?? { profit: zero, fees: zero, funding: zero };
    futuresByYear.set(year, found);
    return found;
  };
  /** By symbol: what was held of the coin when the short was opened, by lot. */
  const shorts = new Map<string, { base: string; coins: Exact; held: Map<number, Exact> }>();
  /** By symbol: what counted of it in its last year. The sample's positions end in the year they began, or are open. */
  const results = new Map<string, { year: number; amount: Exact }>();
  /** By symbol: coins open (signed), and the fees and funding that wait for the close. */
  const open = new Map<string, { size: Exact; waits: Exact; closing: number | null }>();
  const openOf = (symbol: string): { size: Exact; waits: Exact; closing: number | null } => {
    const known = open.get(symbol) ?? { size: zero, waits: zero, closing: null };
    open.set(symbol, known);
    return known;
  };
  const count = (symbol: string, time: number, amount: Exact): void => {
    const year = localYear(time);
    const before = results.get(symbol)?.amount ?? zero;
    results.set(symbol, { year, amount: before.plus(amount) });
    futuresCounted.set(year, (futuresCounted.get(year) ?? zero).plus(amount));
  };
  // A close takes its part of what waits; the fee of its own second counts at once.
  for (const [, stamp = '', symbol = '', side, , quantity = ''] of fills) {
    const time = utc(stamp);
    happenings.push({
      time,
      do() {
        const position = openOf(symbol);
        const change = n(quantity).times(side === 'BUY' ? 1 : -1);
        const closes = position.size.isNegative() !== change.isNegative() && !position.size.isZero();
        position.closing = closes ? time : null;
        if (closes) {
          if (change.abs().gt(position.size.abs())) throw new Error('a fill of the sample goes through zero');
          const part = position.waits.times(change.abs()).div(position.size.abs());
          position.waits = position.waits.minus(part);
          count(symbol, time, part);
        }
        if (position.size.isZero() && side === 'SELL') {
          const base = symbol.startsWith('BTC') ? 'BTC' : 'ETH';
          const held = new Map<number, Exact>();
          for (const { id, asset, quantity: units } of parcels)
            if (asset === base && units.gt(0)) held.set(id, (held.get(id) ?? zero).plus(units));
          shorts.set(symbol, { base, coins: change.abs(), held });
        }
        position.size = position.size.plus(change);
      },
    });
  }
  const wait = (symbol: string, time: number, amount: Exact): void => {
    const position = openOf(symbol);
    if (position.closing === time || position.size.isZero()) count(symbol, time, amount);
    else position.waits = position.waits.plus(amount);
  };
  // Positions come from the fills; money comes from the transaction history alone, so nothing is counted twice here.
  for (const [, , symbol = '', side, , quantity = ''] of fills) {
    positions.set(symbol, (positions.get(symbol) ?? zero).plus(n(quantity).times(side === 'BUY' ? 1 : -1)));
  }
  for (const [stamp = '', type = '', amountText = '', asset = '', symbol = ''] of income) {
    const time = utc(stamp);
    const amount = n(amountText);
    happenings.push({
      time,
      do() {
        balance('binance-futures', asset, amount);
        const year = futures(time);
        if (type === 'REALIZED_PNL') {
          year.profit = year.profit.plus(amount);
          count(symbol, time, amount);
        } else if (type === 'FUNDING_FEE') {
          year.funding = year.funding.plus(amount);
          wait(symbol, time, amount);
        } else if (type === 'COMMISSION') {
          const worth = asset === 'USDT' ? amount.negated() : amount.negated().times(nearest(asset, time));
          year.fees = year.fees.plus(worth);
          wait(symbol, time, worth.negated());
          if (asset !== 'USDT') dispose('binance-futures', asset, time, amount.negated(), worth);
        } else if (type === 'TRANSFER') {
          if (isCoin(asset)) move('binance', 'binance-futures', asset, amount);
        } else throw new Error(`the sample has a row of type ${type}`);
      },
    });
  }

  for (const [
    stamp = '',
    kind,
    account,
    inAsset = '',
    inQuantity = '',
    outAsset = '',
    outQuantity = '',
    asset = '',
    contract = '',
    price = '',
  ] of other) {
    const time = Date.parse(stamp);
    if (kind === 'price') marks.push({ of: asset === '' ? contract : asset, time, price: n(price) });
    else if (account !== 'Binance') throw new Error(`the sample has records of ${String(account)}`);
    else if (inAsset !== '') balance('binance', inAsset, n(inQuantity));
    else balance('binance', outAsset, n(outQuantity).negated());
  }

  const inOrder = happenings.toSorted((a, b) => a.time - b.time);
  const before2025 = inOrder.filter(({ time }) => localYear(time) < 2025);
  const cashRecords = [...balances];
  // Once inside each account, only to see which coins lie where at the end of 2024 …
  for (const happening of before2025) happening.do();
  const lying = parcels.filter(({ quantity }) => quantity.gt(0));
  // … then again, as one pool.
  for (const list of [parcels, disposals]) list.length = 0;
  for (const figures of [balances, incomeByYear, futuresByYear]) figures.clear();
  for (const [key, quantity] of cashRecords) balances.set(key, quantity);
  purchases = 0;
  pooled = true;
  for (const happening of before2025) happening.do();
  const left = parcels.splice(0).filter(({ quantity }) => quantity.gt(0));
  parcels.push(...divided(left, lying));
  pooled = false;
  for (const happening of inOrder.slice(before2025.length)) happening.do();
  const prices = new Map<string, Exact>();
  for (const mark of marks.toSorted((a, b) => a.time - b.time)) prices.set(mark.of, mark.price);
  // A loss waits as far as what it offset has gained and not sold: what was held at the opening, in proportion; of what
  // left since, offset units left first (26 U.S.C. 1092(a)(1), (c)(3)).
  const waitingByYear = new Map<number, Exact>();
  for (const [symbol, { base, coins, held }] of shorts) {
    const result = results.get(symbol);
    if (result === undefined || !result.amount.isNegative()) continue;
    const total = [...held.values()].reduce((sum, units) => sum.plus(units), zero);
    let gain = zero;
    for (const [id, units] of held) {
      const left = parcels.filter(
        (parcel) => parcel.id === id && parcel.asset === base && parcel.quantity.gt(0),
      );
      const still = left.reduce((sum, { quantity }) => sum.plus(quantity), zero);
      if (still.isZero()) continue;
      const cost = left.reduce((sum, parcel) => sum.plus(parcel.cost), zero).div(still);
      const offset = Exact.max(zero, coins.times(units).div(total).minus(units.minus(still)));
      gain = gain.plus(Exact.max(zero, (prices.get(base) ?? zero).minus(cost)).times(offset));
    }
    const waits = Exact.min(gain, result.amount.negated());
    waitingByYear.set(result.year, (waitingByYear.get(result.year) ?? zero).plus(waits));
  }
  return {
    balances,
    parcels: parcels.filter((parcel) => parcel.quantity.gt(0)),
    disposals,
    incomeByYear,
    futuresByYear,
    futuresCounted,
    waitingByYear,
    positions,
    prices,
    rows: {
      coinbase: coinbase.length,
      spot: spot.length,
      fills: fills.length,
      income: income.length,
      other: other.length,
    },
  };
}

/**
 * What is left of the pool goes to the accounts that hold the coins: each account, by name, takes what is left of the
 * purchases that lie in it; whoever is still short takes the oldest that is left.
 */
function divided(left: readonly Parcel[], lying: readonly Parcel[]): Parcel[] {
  const laid: Parcel[] = [];
  const rest = left.map((parcel) => ({ ...parcel })).toSorted((a, b) => a.time - b.time);
  const room = new Map<string, Exact>();
  for (const { account, asset, quantity } of lying) {
    const key = `${account} ${asset}`;
    room.set(key, (room.get(key) ?? zero).plus(quantity));
  }
  const put = (account: string, from: Parcel, most: Exact): void => {
    const key = `${account} ${from.asset}`;
    const part = Exact.min(most, from.quantity, room.get(key) ?? zero);
    if (part.lte(0)) return;
    const cost = from.cost.times(part).dividedBy(from.quantity);
    const known = laid.find((one) => one.id === from.id && one.account === account);
    if (known === undefined) laid.push({ ...from, account, quantity: part, cost });
    else Object.assign(known, { quantity: known.quantity.plus(part), cost: known.cost.plus(cost) });
    from.quantity = from.quantity.minus(part);
    from.cost = from.cost.minus(cost);
    room.set(key, (room.get(key) ?? zero).minus(part));
  };
  const accounts = [...new Set(lying.map(({ account }) => account))].toSorted();
  for (const account of accounts) {
    for (const one of lying
      .filter((parcel) => parcel.account === account)
      .toSorted((a, b) => a.time - b.time)) {
      const from = rest.find(({ id }) => id === one.id);
      if (from !== undefined) put(account, from, one.quantity);
    }
  }
  for (const account of accounts) for (const from of rest) put(account, from, from.quantity);
  if (rest.some(({ quantity }) => quantity.gt(0))) throw new Error('coins of the sample lie nowhere');
  return laid;
}

/** The tax of a single person by the published tables of 2025 and 2026: wages plus short gains by bracket, long gains on top. */
export function plainTax(year: 2025 | 2026, ordinary: Exact, short: Exact, long: Exact): Exact {
  // Rev. Proc. 2024-40 and 2025-32, single; standard deduction of 2025 by Pub. L. 119-21
  const tables = {
    2025: {
      deduction: 15750,
      edges: [0, 11925, 48475, 103350, 197300, 250525, 626350],
      zero: 48350,
      fifteen: 533400,
    },
    2026: {
      deduction: 16100,
      edges: [0, 12400, 50400, 105700, 201775, 256225, 640600],
      zero: 49450,
      fifteen: 545500,
    },
  } as const;
  const rates = ['0.10', '0.12', '0.22', '0.24', '0.32', '0.35', '0.37'];
  const { deduction, edges, zero: zeroTo, fifteen } = tables[year];
  const net = short.plus(long);
  const preferred = Exact.max(0, Exact.min(long, net));
  const rest = net.lt(0) ? Exact.max(net, -3000) : net.minus(preferred);
  const taxable = Exact.max(0, ordinary.plus(rest).plus(preferred).minus(deduction));
  const gain = Exact.min(preferred, taxable);
  const base = taxable.minus(gain);
  let tax: Exact = zero;
  edges.forEach((edge, place) => {
    const top = Exact.min(base, edges[place + 1] ?? base);
    if (top.gt(edge)) tax = tax.plus(top.minus(edge).times(rates[place] ?? '0'));
  });
  const slice = (from: Decimal.Value, to: Decimal.Value): Exact =>
    Exact.max(0, Exact.min(taxable, to).minus(Exact.max(base, from)));
  tax = tax.plus(slice(zeroTo, fifteen).times('0.15')).plus(slice(fifteen, 1e12).times('0.20'));
  const modified = ordinary.plus(rest).plus(preferred);
  const investment = Exact.max(0, rest.plus(preferred));
  return tax.plus(Exact.max(0, Exact.min(investment, modified.minus(200_000))).times('0.038'));
}
