import { describe, expect, test } from 'vitest';
import {
  addSale,
  checkWhatIf,
  emptyChange,
  emptyDraft,
  isUntouched,
  type WhatIfDraft,
} from './what-if-draft.ts';

const today = '2026-11-22';
const check = (part: Partial<WhatIfDraft>) => checkWhatIf({ ...emptyDraft, ...part }, today);

test('nothing typed supposes nothing', () => {
  expect(check({}).scenario).toEqual({});
  expect(isUntouched(emptyDraft)).toBe(true);
});

test('what is typed is asked, what is empty is left as it is', () => {
  const { scenario } = check({
    years: {
      2026: emptyChange,
      2027: { ...emptyChange, ordinaryIncome: '60,000', otherLongTermGain: '-5', stateRate: '4.95' },
    },
    filingStatus: 'marriedJoint',
    prices: { BTC: '-12.5', ETH: '' },
    moves: { 'plan:1:close': '2027-02-01' },
    elections: { funding: 'when-paid' },
    inflation: '2.5',
    discount: '4',
    earns: '5',
  });
  expect(scenario).toEqual({
    income: [{ year: 2027, ordinaryIncome: '60000', otherLongTermGain: '-5', stateRate: '0.0495' }],
    filingStatus: 'marriedJoint',
    prices: [{ asset: 'BTC', change: '-0.125' }],
    moves: [{ step: 'plan:1:close', date: '2027-02-01' }],
    elections: [{ id: 'funding', value: 'when-paid' }],
    inflation: '0.025',
    discountPerYear: '0.04',
    returnPerYear: '0.05',
  });
});

describe('a sale', () => {
  const draft = addSale(emptyDraft, 'BTC', today);
  const [sale] = draft.sales;
  const withSale = (part: object) => check({ sales: sale === undefined ? [] : [{ ...sale, ...part }] });

  test('counts once it has a quantity; without a price it is sold at the assumed one', () => {
    expect(withSale({}).scenario).toEqual({});
    expect(withSale({ quantity: '0.5' }).scenario).toEqual({
      sales: [{ asset: 'BTC', quantity: '0.5', date: today }],
    });
    expect(withSale({ quantity: '0.5', price: '70000', date: '2027-01-02' }).scenario?.sales).toEqual([
      { asset: 'BTC', quantity: '0.5', date: '2027-01-02', price: '70000' },
    ]);
  });

  test.each([
    [{ quantity: '-1' }, 'sale 1 quantity', 'This cannot be negative'],
    [{ quantity: '1', date: '2026-11-21' }, 'sale 1 date', 'This day is over'],
    [{ quantity: '1', date: '' }, 'sale 1 date', 'Choose a day'],
    [{ quantity: '1', asset: '' }, 'sale 1 asset', 'Choose a coin'],
    [{ quantity: '1', price: '0' }, 'sale 1 price', 'This must be more than zero'],
  ])('%o is refused', (part, key, words) => {
    const { scenario, errors } = withSale(part);
    expect(scenario).toBeNull();
    expect(errors[key]).toBe(words);
  });

  test('each has a key of its own, also after one was removed', () => {
    const three = addSale(addSale(draft, 'ETH', today), 'SOL', today);
    const fewer = { ...three, sales: three.sales.slice(1) };
    expect(addSale(fewer, 'BTC', today).sales.map(({ key }) => key)).toEqual(['2', '3', '4']);
  });
});

test.each([
  [{ prices: { BTC: '-100' } }, 'price BTC', 'A price cannot fall by 100% or more'],
  [{ moves: { s: '2026-01-01' } }, 'move s', 'This day is over'],
  [
    { years: { 2027: { ...emptyChange, ordinaryIncome: '-1' } } },
    '2027 ordinaryIncome',
    'This cannot be negative',
  ],
  [{ inflation: 'x' }, 'inflation', 'This is not a number'],
])('%o is refused', (part, key, words) => {
  const { scenario, errors } = check(part);
  expect(scenario).toBeNull();
  expect(errors[key]).toBe(words);
});
