import { describe, expect, test } from 'vitest';
import {
  askedElsewhere,
  checkExit,
  draftOf,
  emptyExitDraft,
  filledBehind,
  nextKey,
  type ExitDraft,
} from './exit-draft.ts';

const today = '2026-11-20';
const overlay = { contracts: [{ asset: 'BTC', contract: 'cme:MBT' }], rounding: 'nearest' as const };
const check = (part: Partial<ExitDraft>) => checkExit({ ...emptyExitDraft, ...part }, today, overlay);

test('nothing typed asks with the core’s defaults, and with the hedge that fits', () => {
  expect(check({}).request).toEqual({ overlay });
  expect(check({ mayHedge: false }).request).toEqual({});
});

test('per cent become shares, exactly; what is typed is asked', () => {
  const typed: Partial<ExitDraft> = {
    mayHedge: false,
    horizon: '2027-12-31',
    prices: { BTC: '-12.5', ETH: '' },
    carry: '-3',
    discount: '4',
    band: '5',
    bandTogether: '2',
    cash: '20,000',
    perDay: { BTC: '0.5', ETH: '' },
    seconds: '30',
    tryRegimes: true,
    goals: [{ key: '1', asset: 'BTC', does: 'sell', quantity: '1.5' }],
    ownDates: ['2027-01-04'],
    noTrade: [{ key: '1', from: '2026-12-24', to: '' }],
    priceTargets: [{ key: '1', asset: 'BTC', is: 'above', price: '120000', by: '2027-06-15' }],
    keepLots: ['lot 1'],
    income: { 2027: '60000', 2028: '' },
  };
  const { request } = check(typed);
  expect(request).toEqual({
    horizon: '2027-12-31',
    prices: [{ asset: 'BTC', change: '-0.125' }],
    carryPerYear: '-0.03',
    discountPerYear: '0.04',
    band: '0.05',
    bandTogether: '0.02',
    cash: '20000',
    perDay: [{ asset: 'BTC', quantity: '0.5' }],
    seconds: 30,
    tryRegimes: true,
    goals: [{ asset: 'BTC', sell: '1.5' }],
    ownDates: ['2027-01-04'],
    noTrade: [{ from: '2026-12-24', to: '2026-12-24' }],
    priceTargets: [{ asset: 'BTC', price: '120000', is: 'above', by: '2027-06-15' }],
    keepLots: ['lot 1'],
    income: [{ year: 2027, ordinaryIncome: '60000' }],
  });
  // And back: the form of a request asks the same.
  expect(checkExit(draftOf(request ?? {}), today, overlay).request).toEqual(request);
});

test('a question of another screen goes on here; what cannot be read is no question', () => {
  const draft = askedElsewhere(JSON.stringify({ overlay, horizon: '2027-12-31' }));
  expect(draft).toMatchObject({ mayHedge: true, contracts: { BTC: 'cme:MBT' }, horizon: '2027-12-31' });
  expect(askedElsewhere('{')).toBeNull();
  expect(askedElsewhere('7')).toBeNull();
  expect(askedElsewhere(undefined)).toBeNull();
});

describe('what cannot be', () => {
  test.each<[Partial<ExitDraft>, string, string]>([
    [{ horizon: '2026-11-19' }, 'horizon', 'This day is over'],
    [{ prices: { BTC: '-100' } }, 'price BTC', 'A price cannot fall by 100% or more'],
    [{ band: '-1' }, 'band', 'This cannot be negative'],
    [{ seconds: '700' }, 'seconds', 'Between 0.1 and 600 seconds'],
    [{ perDay: { BTC: '0' } }, 'perDay BTC', 'This must be more than zero'],
    [{ ownDates: ['2026-01-01'] }, 'own 0', 'This day is over'],
    [
      { noTrade: [{ key: '2', from: '2027-01-02', to: '2027-01-01' }] },
      'period 2',
      'The last day lies before the first',
    ],
    [
      { priceTargets: [{ key: '3', asset: 'BTC', is: 'below', price: '5', by: '' }] },
      'target 3',
      'Choose by which day',
    ],
    [{ income: { 2027: 'much' } }, 'income 2027', 'This is not a number'],
  ])('%o is refused', (part, key, words) => {
    const { request, errors } = check(part);
    expect(request).toBeNull();
    expect(errors[key]).toBe(words);
  });
});

test('each row has a key of its own, and nothing typed behind “More” is forgotten', () => {
  expect(nextKey([{ key: '1' }, { key: '4' }])).toBe('5');
  expect(filledBehind(emptyExitDraft)).toBe(0);
  expect(filledBehind({ ...emptyExitDraft, spotFee: '1', keepLots: ['a'], perDay: { BTC: '' } })).toBe(2);
});
