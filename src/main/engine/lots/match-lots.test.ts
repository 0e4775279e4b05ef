import { describe, expect, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { LotMethod } from '../../../shared/domain/lot.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, price } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { dateText, localDate } from '../../../shared/time/local-date.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { event } from '../events/event.fixture.ts';
import { orderedEvents } from '../events/ordered-events.ts';
import { ownMovementsOf } from '../events/own-movements.ts';
import { longTermFrom } from '../tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../valuation/price-book.ts';
import type { BasisScope, LotMatching } from './lot-matching.ts';
import { matchLots } from './match-lots.ts';

const usd = assetId('USD');

function mark(of: string, day: string, amount: string): PriceMark {
  return { of: assetId(of), time: instantFromIso(`${day}T12:00:00Z`), price: price(amount), source: 'test' };
}

function matched(
  events: readonly LedgerEvent[],
  marks: readonly PriceMark[] = [],
  method: LotMethod = 'fifo',
  scope: BasisScope = 'account',
): LotMatching {
  const ordered = orderedEvents(events);
  return matchLots(ordered, {
    methodAt: () => method,
    scope,
    longTermFrom,
    timeZone: utc,
    prices: priceBookOf(usd, marks),
    movements: ownMovementsOf(ordered).movements,
    futuresAccounts: new Set([accountId('futures')]),
  });
}

/** What lots come to, in words short enough to compare. */
function lotsOf(events: readonly LedgerEvent[], marks: readonly PriceMark[] = []): Record<string, string[]> {
  const found = matched(events, marks);
  return {
    open: found.openLots.map(
      (lot) =>
        `${lot.id}: ${toText(lot.quantity)} ${lot.asset} in ${lot.account} for ${toText(lot.costBasis)} of ${dateText(lot.acquiredDate)}${lot.basisUnknown ? ' unknown' : ''}`,
    ),
    gone: found.disposals.map(
      (one) =>
        `${one.event}: ${one.cause} of ${toText(one.quantity)} ${one.asset}, ${toText(one.proceeds)} − ${toText(one.costBasis)}`,
    ),
    income: found.income.map((item) => `${item.event}: ${toText(item.value)} of ${item.reason}`),
    issues: found.issues.map(({ code, event: at, severity }) => `${severity} ${code} ${at ?? ''}`),
  };
}

const bought = event('b', 'buy', '2025-01-01', ['a BTC 1', 'a USD -100']);

describe('trades', () => {
  test('a stablecoin is money at par, or at its price where one is known', () => {
    const buy = event('b', 'buy', '2025-01-01', ['a BTC 1', 'a USDT -100', 'a USDT -1 fee']);
    expect(lotsOf([buy]).open).toEqual(['b: 1 BTC in a for 101 of 2025-01-01']);
    expect(lotsOf([buy], [mark('USDT', '2025-01-01', '0.99')]).open).toEqual([
      'b: 1 BTC in a for 99.99 of 2025-01-01',
    ]);
  });

  test('another currency needs a rate of that day', () => {
    const buy = event('b', 'buy', '2025-01-01', ['a BTC 1', 'a EUR -100']);
    expect(lotsOf([buy], [mark('EUR', '2025-01-01', '1.1')]).open).toEqual([
      'b: 1 BTC in a for 110 of 2025-01-01',
    ]);
    expect(lotsOf([buy])).toMatchObject({
      open: ['b: 1 BTC in a for 0 of 2025-01-01 unknown'],
      issues: ['error prices/missing b'],
    });
  });

  test('a swap is worth what the file says of either side, else what was received was worth that day', () => {
    const swap = (...legs: string[]): LedgerEvent => event('s', 'swap', '2025-02-01', legs);
    const gone = (legs: string[], marks: PriceMark[] = []): string[] | undefined =>
      lotsOf([bought, swap(...legs)], marks).gone;
    expect(gone(['a BTC -1 =150', 'a ETH 10'])).toEqual(['s: swap of 1 BTC, 150 − 100']);
    expect(gone(['a BTC -1 =150', 'a ETH 10 =140'])).toEqual(['s: swap of 1 BTC, 140 − 100']);
    const marks = [mark('ETH', '2025-02-01', '16'), mark('BTC', '2025-02-01', '170')];
    expect(gone(['a BTC -1', 'a ETH 10'], marks)).toEqual(['s: swap of 1 BTC, 160 − 100']);
    expect(gone(['a BTC -1', 'a ETH 10'], marks.slice(1))).toEqual(['s: swap of 1 BTC, 170 − 100']);
    expect(gone(['a BTC -1', 'a ETH 10'])).toEqual(['s: swap of 1 BTC, 100 − 100']);
  });

  test('a price more than a day away is no price, and is missed once a day', () => {
    const fees = ['f1', 'f2'].map((id) => event(id, 'fee', '2025-02-01', ['a BTC -0.1 fee']));
    expect(lotsOf([bought, ...fees], [mark('BTC', '2025-02-03', '500')])).toMatchObject({
      gone: ['f1: fee of 0.1 BTC, 10 − 10', 'f2: fee of 0.1 BTC, 10 − 10'],
      issues: ['error prices/missing f1'],
    });
    expect(lotsOf([bought, ...fees], [mark('BTC', '2025-02-02', '500')]).issues).toEqual([]);
  });

  test('a fee in the coin that is sold is worth what the sale paid for it', () => {
    const sale = event('s', 'sell', '2025-02-01', ['a BTC -0.5', 'a USD 100', 'a BTC -0.01 fee']);
    expect(lotsOf([bought, sale]).gone).toEqual(['s: sale of 0.5 BTC, 98 − 50', 's: fee of 0.01 BTC, 2 − 1']);
  });

  test('a rebate lowers the cost', () => {
    const buy = event('b', 'buy', '2025-01-01', ['a BTC 1', 'a USD -100', 'a USD 2 rebate']);
    expect(lotsOf([buy]).open).toEqual(['b: 1 BTC in a for 98 of 2025-01-01']);
  });

  test('several coins into one, by what each is worth', () => {
    const dust = event('d', 'swap', '2025-02-01', ['a ETH -1', 'a SOL -1', 'a BNB 1 =40']);
    const before = [
      event('e', 'buy', '2025-01-01', ['a ETH 1', 'a USD -10']),
      event('o', 'buy', '2025-01-01', ['a SOL 1', 'a USD -10']),
    ];
    const marks = [mark('ETH', '2025-02-01', '30'), mark('SOL', '2025-02-01', '10')];
    expect(lotsOf([...before, dust], marks)).toMatchObject({
      gone: ['d: swap of 1 ETH, 30 − 10', 'd: swap of 1 SOL, 10 − 10'],
      open: ['d: 1 BNB in a for 40 of 2025-02-01'],
    });
  });
});

describe('arrivals and departures', () => {
  test('a withdrawal and a deposit that fit are one move', () => {
    const out = event('w', 'withdrawal', '2025-02-01', ['a BTC -0.5', 'a BTC -0.001 fee =0.2']);
    const into = event('d', 'deposit', '2025-02-02', ['b BTC 0.5']);
    expect(lotsOf([bought, out, into], [mark('BTC', '2025-02-01', '200')])).toMatchObject({
      open: ['b: 0.499 BTC in a for 49.9 of 2025-01-01', 'b: 0.5 BTC in b for 50 of 2025-01-01'],
      gone: ['w: transfer-fee of 0.001 BTC, 0.2 − 0.1'],
      issues: [],
    });
  });

  test('units on their way are in neither account', () => {
    const out = event('w', 'withdrawal', '2025-02-01', ['a BTC -1']);
    const early = event('s', 'sell', '2025-02-01T18:00:00Z', ['b BTC -1', 'b USD 300']);
    const into = event('d', 'deposit', '2025-02-02', ['b BTC 1']);
    expect(lotsOf([bought, out, early, into])).toMatchObject({
      gone: [],
      issues: ['error lots/insufficient s'],
    });
  });

  test('a deposit whose clock runs ahead takes its units along', () => {
    const into = event('d', 'deposit', '2025-02-01T11:59:00Z', ['b BTC 1']);
    const sale = event('s', 'sell', '2025-02-01T11:59:30Z', ['b BTC -1', 'b USD 300']);
    const out = event('w', 'withdrawal', '2025-02-01', ['a BTC -1']);
    expect(lotsOf([bought, out, into, sale])).toMatchObject({
      gone: ['s: sale of 1 BTC, 300 − 100'],
      issues: [],
    });
  });

  test('what left and did not arrive is kept elsewhere; what arrived from nowhere costs nothing, and both are said', () => {
    const out = event('w', 'withdrawal', '2025-02-01', ['a BTC -0.4']);
    const into = event('d', 'deposit', '2025-08-02', ['b BTC 0.4']);
    expect(lotsOf([bought, out, into])).toMatchObject({
      open: [
        'b: 0.6 BTC in a for 60 of 2025-01-01',
        'd: 0.4 BTC in b for 0 of 2025-08-02 unknown',
        'b: 0.4 BTC in elsewhere for 40 of 2025-01-01',
      ],
      issues: ['warning lots/left-without-arrival w', 'warning lots/unknown-origin d'],
    });
  });

  test('a deposit or gift carries what the user says it cost', () => {
    const carriedBasis = { costBasis: money('70'), acquired: instantFromIso('2020-02-29T12:00:00Z') };
    const gift = event('g', 'gift-received', '2025-03-01', ['a BTC 2'], { carriedBasis });
    expect(lotsOf([gift])).toMatchObject({ open: ['g: 2 BTC in a for 70 of 2020-02-29'], issues: [] });
  });

  test('one event that knows both sides; more arrived than was sent', () => {
    const move = event('t', 'transfer', '2025-02-01', ['a BTC -0.5', 'b BTC 0.6']);
    expect(lotsOf([bought, move])).toMatchObject({
      open: [
        'b: 0.5 BTC in a for 50 of 2025-01-01',
        'b: 0.5 BTC in b for 50 of 2025-01-01',
        't: 0.1 BTC in b for 0 of 2025-02-01 unknown',
      ],
      issues: ['warning lots/unknown-origin t'],
    });
  });

  test('a transfer fee in another coin is a disposal of it', () => {
    const gas = event('g', 'buy', '2025-01-01', ['a ETH 1', 'a USD -10']);
    const move = event('t', 'transfer', '2025-02-01', ['a BTC -0.5', 'b BTC 0.5', 'a ETH -0.1 fee =2']);
    expect(lotsOf([bought, gas, move]).gone).toEqual(['t: transfer-fee of 0.1 ETH, 2 − 1']);
  });

  test("cash that moves is no one's lot", () => {
    const moves = [
      event('d', 'deposit', '2025-01-01', ['a USD 500']),
      event('w', 'withdrawal', '2025-01-02', ['a USDT -5']),
    ];
    expect(lotsOf(moves)).toEqual({ open: [], gone: [], income: [], issues: [] });
  });

  test('a balance that changed for no stated reason', () => {
    const changes = [
      event('up', 'balance-change', '2025-02-01', ['a ETH 1']),
      event('down', 'balance-change', '2025-02-02', ['a BTC -0.5']),
    ];
    expect(lotsOf([bought, ...changes])).toMatchObject({
      gone: ['down: loss of 0.5 BTC, 50 − 50'],
      issues: ['warning lots/unknown-origin up', 'warning lots/unexplained down'],
    });
  });
});

describe('a balance that changed, with a fee', () => {
  test('withheld from what came in: the lot is what was left', () => {
    const up = event('up', 'balance-change', '2025-02-01', ['a SOL 5', 'a SOL -0.005 fee']);
    expect(lotsOf([up])).toMatchObject({ gone: [], issues: ['warning lots/unknown-origin up'] });
    expect(lotsOf([up]).open).toEqual([expect.stringContaining('up: 4.995 SOL')]);
  });

  test('beside what went out: what went out is unexplained, the fee is a fee', () => {
    const down = event('down', 'balance-change', '2025-02-02', ['a BTC -0.5', 'a BTC -0.1 fee']);
    expect(lotsOf([bought, down], [mark('BTC', '2025-02-02', '200')])).toMatchObject({
      gone: [expect.stringContaining('loss of 0.5 BTC'), expect.stringContaining('fee of 0.1 BTC')],
      issues: ['warning lots/unexplained down'],
    });
  });
});

describe('income and futures', () => {
  test('income in coins opens a lot, income in money does not; both are income', () => {
    const stake = event('i', 'income', '2025-02-01', ['a ETH 1 =30', 'a ETH -0.1 fee'], {
      reason: 'staking',
    });
    const interest = event('j', 'income', '2025-02-01', ['a USDC 5'], { reason: 'interest' });
    expect(lotsOf([stake, interest])).toMatchObject({
      open: ['i: 0.9 ETH in a for 27 of 2025-02-01'],
      income: ['i: 27 of staking', 'j: 5 of interest'],
    });
  });

  test('profit in a coin is bought, a loss or fee in a coin is sold, at their value', () => {
    const profit = event('p', 'realised-profit', '2025-02-01', ['f BTC 0.5 profit']);
    const loss = event('l', 'funding', '2025-02-01', ['f BTC -0.1 funding']);
    const fee = event('e', 'futures-fee', '2025-02-01', ['f BTC -0.1 fee']);
    expect(
      lotsOf(
        [profit, loss, fee].map((one, sequence) => ({ ...one, sequence })),
        [mark('BTC', '2025-02-01', '200')],
      ),
    ).toMatchObject({
      open: ['p: 0.3 BTC in f for 60 of 2025-02-01'],
      gone: ['l: spend of 0.1 BTC, 20 − 20', 'e: fee of 0.1 BTC, 20 − 20'],
    });
  });

  test('a second lot of one event has an id of its own', () => {
    const two = event('x', 'swap', '2025-02-01', ['a BTC -1 =300', 'a ETH 1 =100', 'a SOL 1 =200']);
    expect(lotsOf([bought, two]).open).toEqual([
      'x: 1 ETH in a for 100 of 2025-02-01',
      'x#2: 1 SOL in a for 200 of 2025-02-01',
    ]);
  });
});

test('a correction takes the place of what it replaces', () => {
  const wrong = event('s', 'sell', '2025-02-01', ['a BTC -1', 'a USD 5']);
  const right = event('r', 'sell', '2025-02-01', ['a BTC -1', 'a USD 500'], { replaces: [wrong.id] });
  expect(lotsOf([bought, wrong, right])).toMatchObject({ gone: ['r: sale of 1 BTC, 500 − 100'], issues: [] });
});

// Source: 26 U.S.C. 61(a) (income from whatever source); Notice 2014-21, A-3, A-4 (coins received: value when received,
// which is their basis). In a futures account the value is counted by the futures' results instead.
describe('a rebate without a contract', () => {
  const marks = [mark('BNB', '2025-03-01', '600')];
  const rebate = (...legs: string[]): LedgerEvent => event('r', 'rebate', '2025-03-01', legs);

  test.each([
    ['money is income', 'a USDC 2.5 rebate', [], ['r: 2.5 of referral']],
    [
      'coins are income and a lot',
      'a BNB 0.01 rebate',
      ['r: 0.01 BNB in a for 6 of 2025-03-01'],
      ['r: 6 of referral'],
    ],
    [
      'coins in a futures account are a lot',
      'futures BNB 0.01 rebate',
      ['r: 0.01 BNB in futures for 6 of 2025-03-01'],
      [],
    ],
    ['money in a futures account is a result of futures', 'futures USDT 2.5 rebate', [], []],
  ])('%s', (_, leg, open, income) => {
    expect(lotsOf([rebate(leg)], marks)).toEqual({ open, gone: [], income, issues: [] });
  });

  test('coins taken back leave at their value', () => {
    const before = event('b', 'buy', '2025-01-01', ['a BNB 1', 'a USD -500']);
    expect(lotsOf([before, rebate('a BNB -0.01 rebate')], marks)).toMatchObject({
      gone: ['r: spend of 0.01 BNB, 6 − 5'],
      income: [],
    });
  });
});

describe('more sold than held', () => {
  const sale = event('s', 'sell', '2025-03-01', ['a BTC -3', 'a USD 900']);

  test('says what had come and gone, and that an import is missing', () => {
    const [found] = matched([
      bought,
      event('t', 'sell', '2025-02-01', ['a BTC -0.5', 'a USD 9']),
      sale,
    ]).issues;
    expect(found?.message).toContain('2.5 BTC more left "a"');
    expect(found?.message).toContain('Up to then 1 BTC had arrived there and 0.5 BTC had left.');
    expect(found?.fix).toContain('an import of a purchase or a transfer into "a" is missing');
  });

  test('suspects units that left another account for nowhere', () => {
    const out = event('w', 'withdrawal', '2025-02-01', ['b BTC -2']);
    const before = event('x', 'buy', '2025-01-01', ['b BTC 2', 'b USD -9']);
    const [found] = matched([bought, before, out, sale]).issues;
    expect(found?.fix).toContain('the 2 BTC that left "b" on 2025-02-01 without a known arrival went to "a"');
  });

  test('says of coins that came by transfer that they were missing there', () => {
    const moved = event('m', 'transfer', '2025-02-01', ['a BTC -3', 'b BTC 3']);
    const [there, here] = matched([
      bought,
      moved,
      event('s', 'sell', '2025-03-01', ['b BTC -3', 'b USD 9']),
    ]).issues;
    expect(there?.message).toContain('2 BTC more left "a" than the files show');
    expect(here?.message).toContain('2 BTC left "b" for which no lot was left (s)');
    expect(here?.fix).toContain('into "a" is missing: more BTC left it than came there');
  });

  test('is said where it happens although one list of lots holds for all accounts', () => {
    const early = event('e', 'buy', '2024-01-01', ['a BTC 1', 'a USD -100']);
    const over = event('o', 'sell', '2024-02-01', ['b BTC -1', 'b USD 9']);
    const scope = { universalUntil: localDate('2025-01-01'), allocation: null };
    const late = event('l', 'sell', '2025-03-01', ['a BTC -1', 'a USD 9']);
    const [here, there] = matched([early, over, late], [], 'fifo', scope).issues;
    expect([here?.code, here?.event, here?.severity]).toEqual([
      'lots/more-than-account-held',
      'o',
      'warning',
    ]);
    expect(here?.message).toContain('1 BTC more left "b" than the files show arriving there (o)');
    expect([there?.code, there?.event]).toEqual(['lots/insufficient', 'l']);
    expect(there?.fix).toContain('into "b" is missing: more BTC left it than came there');
  });

  test('suspects an earlier export where nothing had arrived', () => {
    expect(matched([sale]).issues[0]?.fix).toContain('an earlier export of "a" is missing');
  });
});

test('at average cost an assumed cost of zero marks every unit of its pool until it is empty', () => {
  const gift = event('g', 'gift-received', '2025-01-01', ['a BTC 1']);
  const buy = event('b', 'buy', '2025-01-02', ['a BTC 1', 'a USD -100']);
  const sell = (id: string, day: string): LedgerEvent => event(id, 'sell', day, ['a BTC -1', 'a USD 60']);
  const later = event('c', 'buy', '2025-02-03', ['a BTC 1', 'a USD -70']);
  const sold = [gift, buy, sell('s', '2025-02-01')];
  const marks = (events: LedgerEvent[]): boolean[] =>
    matched(events, [], 'average').disposals.map(({ basisUnknown }) => basisUnknown);
  expect(matched(sold, [], 'average').openLots).toMatchObject([{ id: 'b', basisUnknown: true }]);
  expect(marks([...sold, sell('t', '2025-02-02'), later, sell('u', '2025-02-04')])).toEqual([
    true,
    true,
    false,
  ]);
});

test('a transfer fee is worth what the file says of it, before what it says of the coins sent', () => {
  const moved = event('m', 'transfer', '2025-02-01', [
    'a BTC -0.5 =500',
    'a BTC -0.01 fee =999',
    'b BTC 0.5',
  ]);
  expect(lotsOf([bought, moved])).toMatchObject({
    gone: ['m: transfer-fee of 0.01 BTC, 999 − 1'],
    issues: [],
  });
});
