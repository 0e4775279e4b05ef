import { describe, expect, test } from 'vitest';
import { allocationSentence, namedQuantity, salesWords, type Choices } from './choices-words.ts';

const accounts = [
  { account: 'coinbase', accountName: 'Coinbase', kind: 'exchange' },
  { account: 'cold', accountName: 'Cold wallet', kind: 'wallet' },
];
const recordedAt = '2024-12-31T12:00:00Z';

describe('the division of 2025', () => {
  const elections = (value: string): Choices['elections'] => [
    {
      id: 'basis-before-2025',
      title: '',
      sentence: '',
      law: '',
      deadline: '',
      options: [],
      value,
      defaultValue: 'universal',
      madeAt: null,
    },
  ];

  test('none: what holds without it', () => {
    const none = { allocation: null, accounts };
    expect(allocationSentence({ ...none, elections: elections('universal') })).toMatch(/^No division is/u);
    expect(allocationSentence({ ...none, elections: elections('account') })).toMatch(/nothing to divide\.$/u);
  });

  test('by a rule', () => {
    const way = { kind: 'global' as const, accounts: ['cold', 'coinbase'], order: 'hifo' as const };
    expect(allocationSentence({ allocation: { way, recordedAt }, accounts, elections: [] })).toBe(
      'By a rule for all: Cold wallet and Coinbase were filled one after the other, with the lots that cost the most first.',
    );
  });

  test('lot by lot', () => {
    const units = [
      { lot: 'a', account: 'cold', quantity: '1' },
      { lot: 'a', account: 'coinbase', quantity: '1' },
      { lot: 'b', account: 'coinbase', quantity: '1' },
    ];
    const way = { kind: 'specific-unit' as const, units };
    expect(allocationSentence({ allocation: { way, recordedAt }, accounts, elections: [] })).toBe(
      'Lot by lot: 2 lots among Cold wallet and Coinbase.',
    );
  });
});

test('what was named, and what used it', () => {
  expect(
    namedQuantity({
      lots: [
        { lot: 'a', quantity: '0.1', left: '0.1', acquiredDate: null },
        { lot: 'b', quantity: '0.2', left: '0', acquiredDate: null },
      ],
    }),
  ).toBe('0.3');
  expect([[], ['s1'], ['s1', 's2']].map((sales) => salesWords({ sales }))).toEqual([
    'no sale yet',
    '1 sale',
    '2 sales',
  ]);
});
