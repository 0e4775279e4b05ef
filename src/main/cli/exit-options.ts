/** What an exit plan is asked with, from options: every field of the request, a file for all of them at once. */
import { readFile } from 'node:fs/promises';
import type { CallInput } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { overlayOf, overlayOptions } from './overlay-options.ts';
import { textOption, wrongUsage, type Calls, type VerbContext } from './verb.ts';

type Request = CallInput<'exit.plan'>;
type Mutable = { -readonly [Key in keyof Request]: Request[Key] };

export const exitOptions = {
  ...overlayOptions,
  request: {
    type: 'string',
    help: 'a JSON file with the whole request (- for stdin); options below go before it',
  },
  hedge: {
    type: 'boolean',
    help: 'open futures today where coins are not hedged yet (also with --contract)',
  },
  sell: { type: 'string', help: 'coins to sell instead of what the targets ask for, as BTC=0.5,ETH=2' },
  buy: { type: 'string', help: 'coins to buy, as SOL=10' },
  horizon: { type: 'string', help: 'the last day of the plan (default: the end of the year after next)' },
  dates: { type: 'string', help: 'days of your own on which to trade, as 2027-02-01,2027-03-01' },
  'no-trade': { type: 'string', help: 'days not to trade, as 2026-12-20..2027-01-02,2027-05-01..2027-05-05' },
  'max-dates': { type: 'string', help: 'at most so many candidate days, 1 to 60 (default: 12)' },
  price: {
    type: 'string',
    help: 'prices ahead, as BTC=120000 or BTC=+20% by the horizon, or BTC=120000@2027-06-30',
  },
  target: { type: 'string', help: 'prices at which you mean to act, as BTC>=120000@2027-06-15' },
  discount: { type: 'string', help: 'what money due a year later is worth less, such as 0.05' },
  'spot-fee': { type: 'string', help: 'fee of selling and buying coins as a share, such as 0.001' },
  'spot-slippage': {
    type: 'string',
    help: 'what selling and buying coins loses against the price, as a share',
  },
  'futures-slippage': { type: 'string', help: 'the same of futures, in place of what their market says' },
  carry: {
    type: 'string',
    help: 'funding of perpetual contracts a year, a share; positive is a cost to a short',
  },
  'carry-on-top': {
    type: 'string',
    help: 'what holding the shorts costs a year more than assumed, of any contract, as a share',
  },
  'margin-cost': { type: 'string', help: 'what locked margin would have earned a year, as a share' },
  band: { type: 'string', help: 'points by which a coin may stand off on the way, such as 0.01' },
  'band-together': {
    type: 'string',
    help: 'how far all coins together may stand off, a share of what they should be worth (default: 0.01)',
  },
  'per-day': { type: 'string', help: 'the most coins on one day, as BTC=0.5' },
  'min-ticket': { type: 'string', help: 'the smallest ticket, in the reporting currency' },
  cash: { type: 'string', help: 'money for margin and purchases (default: sales pay purchases)' },
  'keep-lots': { type: 'string', help: 'lots that must not be sold, by their ids' },
  'lot-choice': {
    type: 'string',
    help: 'identify (default): the plan chooses lots; method: the order of the method in force',
  },
  income: { type: 'string', help: 'other wages in a year, as 2027=90000,2028=60000' },
  'try-regimes': { type: 'boolean', help: 'try each way of marking a straddle for hedges opened today' },
  seconds: { type: 'string', help: 'the search ends after so long with the best so far (default: 20)' },
} as const;

/** The request that the options make. Errors: `call/invalid-input` naming the option. */
export async function exitRequestOf(context: VerbContext, calls: Calls): Promise<Result<Request>> {
  const given = await requestFile(context);
  if (!given.ok) return given;
  const request: Mutable = { ...given.value };
  const problem = plainOptions(context, request) ?? listOptions(context, request);
  if (problem !== null) return problem;
  if (context.options['hedge'] === true || textOption(context, 'contract') !== undefined) {
    const overlay = await overlayOf(context, calls);
    if (!overlay.ok) return overlay;
    request.overlay = overlay.value;
  }
  return ok(request);
}

async function requestFile(context: VerbContext): Promise<Result<Request>> {
  const file = textOption(context, 'request');
  if (file === undefined) return ok({});
  try {
    const text = file === '-' ? await context.terminal.readStdin() : await readFile(file, 'utf8');
    // What stands in it, the contract checks.
    return ok(JSON.parse(text) as Request);
  } catch {
    return wrongUsage('request', `${file} cannot be read as JSON`);
  }
}

type Wrong = ReturnType<typeof wrongUsage>;

const TEXTS = {
  horizon: 'horizon',
  discount: 'discountPerYear',
  'spot-fee': 'spotFee',
  'spot-slippage': 'spotSlippage',
  'futures-slippage': 'futuresSlippage',
  carry: 'carryPerYear',
  'carry-on-top': 'carryOnTop',
  'margin-cost': 'marginCostPerYear',
  band: 'band',
  'band-together': 'bandTogether',
  'min-ticket': 'minTicket',
  cash: 'cash',
} as const satisfies Record<string, keyof Request>;

function plainOptions(context: VerbContext, request: Mutable): Wrong | null {
  for (const [option, field] of Object.entries(TEXTS)) {
    const text = textOption(context, option);
    if (text !== undefined) request[field] = text;
  }
  for (const [option, field] of [
    ['max-dates', 'maxDates'],
    ['seconds', 'seconds'],
  ] as const) {
    const text = textOption(context, option);
    if (text === undefined) continue;
    const number = Number(text);
    if (text === '' || !Number.isFinite(number)) return wrongUsage(option, 'expected a number');
    request[field] = number;
  }
  const choice = textOption(context, 'lot-choice');
  if (choice === 'identify' || choice === 'method') request.lotChoice = choice;
  else if (choice !== undefined) return wrongUsage('lot-choice', 'expected identify or method');
  if (context.options['try-regimes'] === true) request.tryRegimes = true;
  return null;
}

function listOptions(context: VerbContext, request: Mutable): Wrong | null {
  const read = <T>(
    option: string,
    pattern: RegExp,
    wanted: string,
    make: (match: string[]) => T,
  ): T[] | Wrong => {
    const text = textOption(context, option);
    const found: T[] = [];
    for (const part of text === undefined ? [] : text.split(',')) {
      const match = pattern.exec(part.trim());
      if (match === null) return wrongUsage(option, `expected ${wanted}`);
      found.push(make([...match]));
    }
    return found;
  };
  const pair = /^([^=]+)=(-?\d+(?:\.\d+)?)$/u;
  const sells = read('sell', pair, 'ASSET=COINS, such as BTC=0.5', ([, asset = '', sell = '']) => ({
    asset: asset.toUpperCase(),
    sell,
  }));
  if (!Array.isArray(sells)) return sells;
  const buys = read('buy', pair, 'ASSET=COINS, such as SOL=10', ([, asset = '', buy = '']) => ({
    asset: asset.toUpperCase(),
    buy,
  }));
  if (!Array.isArray(buys)) return buys;
  if (sells.length + buys.length > 0) request.goals = [...sells, ...buys];
  const dates = read('dates', /^.+$/u, 'dates', ([date = '']) => date);
  if (!Array.isArray(dates)) return dates;
  if (dates.length > 0) request.ownDates = dates;
  const noTrade = read(
    'no-trade',
    /^(.+?)\.\.(.+)$/u,
    'FROM..TO, such as 2026-12-20..2027-01-02',
    ([, from = '', to = '']) => ({ from, to }),
  );
  if (!Array.isArray(noTrade)) return noTrade;
  if (noTrade.length > 0) request.noTrade = noTrade;
  const prices = read(
    'price',
    /^([^=]+)=([+-]?\d+(?:\.\d+)?)(%?)(?:@(.+))?$/u,
    'ASSET=PRICE, ASSET=+20% or ASSET=PRICE@DATE',
    ([, asset = '', amount = '', percent = '', by]) => ({
      asset: asset.toUpperCase(),
      ...(percent === '%' ? { change: share(amount) } : { price: amount.replace('+', '') }),
      ...(by === undefined ? {} : { by }),
    }),
  );
  if (!Array.isArray(prices)) return prices;
  if (prices.length > 0) request.prices = prices;
  const targets = read(
    'target',
    /^([^<>=]+)([<>])=?(\d+(?:\.\d+)?)@(.+)$/u,
    'ASSET>=PRICE@DATE or ASSET<=PRICE@DATE',
    ([, asset = '', sign, price = '', by = '']) => ({
      asset: asset.toUpperCase(),
      price,
      is: sign === '>' ? ('above' as const) : ('below' as const),
      by,
    }),
  );
  if (!Array.isArray(targets)) return targets;
  if (targets.length > 0) request.priceTargets = targets;
  const perDay = read('per-day', pair, 'ASSET=COINS, such as BTC=0.5', ([, asset = '', quantity = '']) => ({
    asset: asset.toUpperCase(),
    quantity,
  }));
  if (!Array.isArray(perDay)) return perDay;
  if (perDay.length > 0) request.perDay = perDay;
  const keep = read('keep-lots', /^.+$/u, 'ids of lots', ([id = '']) => id);
  if (!Array.isArray(keep)) return keep;
  if (keep.length > 0) request.keepLots = keep;
  const income = read(
    'income',
    /^(\d{4})=(\d+(?:\.\d+)?)$/u,
    'YEAR=AMOUNT, such as 2027=90000',
    ([, year = '', ordinaryIncome = '']) => ({ year: Number(year), ordinaryIncome }),
  );
  if (!Array.isArray(income)) return income;
  if (income.length > 0) request.income = income;
  return null;
}

/** "+20" (per cent) as a share: "0.2". Moves the point, so that nothing is rounded. */
function share(percent: string): string {
  const isNegative = percent.startsWith('-');
  const [whole = '0', decimals = ''] = percent.replace(/^[+-]/u, '').split('.');
  const digits = whole.padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`.replace(/^0+(?=\d)/u, '');
  const plain = text.replace(/0+$/u, '').replace(/\.$/u, '');
  return isNegative && /[1-9]/u.test(plain) ? `-${plain}` : plain;
}
