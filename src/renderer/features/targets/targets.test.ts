import { describe, expect, test } from 'vitest';
import {
  checkDraft,
  draftOf,
  fillTheRest,
  firstDraft,
  meansPolicy,
  newRow,
  type Draft,
  type Policy,
} from './draft.ts';
import { previewDrift } from './preview.ts';
import { contract, drift, held, overlay } from './targets.fixture.ts';
import {
  beforeAndAfter,
  dropWords,
  exitProblem,
  hedgedWords,
  orderWords,
  section1256Words,
  sizeWords,
  suggestedExit,
  usWords,
} from './view-model.ts';

function draft(weights: Readonly<Record<string, string>>, fields: Partial<Draft> = {}): Draft {
  return {
    rows: Object.entries(weights).map(([asset, weight]) => ({ id: asset, asset, weight })),
    absoluteBand: '5',
    relativeBand: '',
    ...fields,
  };
}

test('dropping a plan says what stays: its record, and futures that are open', () => {
  const record = { sequence: 4, recordedAt: '2026-11-20T00:00:00Z', hash: '' };
  expect(dropWords({ legs: [{ state: 'planned' }], record })).toMatch(/Record 4 stays.*dropped the plan\.$/u);
  expect(dropWords({ legs: [{ state: 'opened' }], record })).toContain('Its futures stay open');
});

describe('the targets form', () => {
  test('a policy, exactly; a round trip changes nothing', () => {
    const policy = {
      targets: [
        { asset: 'BTC', weight: '0.333333' },
        { asset: 'ETH', weight: '0.666667' },
      ],
      absoluteBand: '0.05',
      relativeBand: '0.2',
    };
    expect(checkDraft(draft({ btc: '33.3333', ETH: '66.6667' }, { relativeBand: '20' })).policy).toEqual(
      policy,
    );
    expect(checkDraft(draftOf(policy)).policy).toEqual(policy);
  });

  test.each([
    [{ BTC: '60', ETH: '35' }, '5% left to give'],
    [{ BTC: '60', ETH: '40.5' }, '0.5% too much'],
    [{ BTC: '60', ETH: '40' }, null],
  ])('%o: %s', (weights, words) => {
    const { totalError, policy } = checkDraft(draft(weights));
    expect(totalError).toBe(words);
    expect(policy === null).toBe(words !== null);
  });

  test('each field says what is wrong with it, all at once', () => {
    const checked = checkDraft({
      rows: [
        { id: 'a', asset: 'btc', weight: '100' },
        { id: 'b', asset: 'BTC ', weight: '' },
        { id: 'c', asset: '', weight: 'x' },
      ],
      absoluteBand: '101',
      relativeBand: '-2',
    });
    expect(checked).toMatchObject({
      policy: null,
      assetErrors: { b: 'BTC is here twice', c: 'Which asset?' },
      weightErrors: { b: 'How much?', c: 'This is not a number' },
      absoluteError: 'At most 100%',
      relativeError: 'This cannot be negative',
    });
  });

  test('no band at all is a policy too', () => {
    expect(checkDraft(draft({ BTC: '100' }, { absoluteBand: '' })).policy).toMatchObject({
      absoluteBand: null,
      relativeBand: null,
    });
  });

  test('the rest goes to the last row', () => {
    expect(fillTheRest(draft({ BTC: '60.5', ETH: '' })).rows.at(-1)?.weight).toBe('39.5');
    expect(fillTheRest(draft({ BTC: '160', ETH: '7' })).rows.at(-1)?.weight).toBe('7');
  });

  test('the first draft is what is held, in whole per cent that add up; dust and cash have no target', () => {
    const first = firstDraft([
      held('BTC', '64.6'),
      held('ETH', '34.8'),
      held('DUST', '0.1'),
      held('USDT', '5', 'stablecoin'),
    ]);
    expect(first.rows.map(({ asset, weight }) => [asset, weight])).toEqual([
      ['BTC', '65'],
      ['ETH', '35'],
    ]);
    expect(checkDraft(first).policy).not.toBeNull();
    expect(firstDraft([]).rows).toHaveLength(1);
    const unpriced = firstDraft([{ ...held('BTC', '1'), effectiveValue: null }]);
    expect(unpriced.rows.map(({ asset, weight }) => [asset, weight])).toEqual([['BTC', '']]);
  });

  test('new rows never share an id', () => {
    const rows = [newRow([])];
    expect(newRow(rows).id).not.toBe(rows[0]?.id);
  });
});

test('the form against the saved policy: what it means counts, not how it is written', () => {
  const saved = { targets: [{ asset: 'BTC', weight: '1' }], absoluteBand: '0.05', relativeBand: null };
  expect(meansPolicy(checkDraft(draft({ btc: '100.0' })), saved)).toBe(true);
  expect(meansPolicy(checkDraft(draft({ BTC: '100' }, { absoluteBand: '4' })), saved)).toBe(false);
  expect(meansPolicy(checkDraft(draft({ BTC: '90' })), saved)).toBe(false);
});

describe('drift while typing', () => {
  const policy = {
    targets: [
      { asset: 'BTC', weight: '0.5' },
      { asset: 'ETH', weight: '0.5' },
    ],
    absoluteBand: '0.05',
    relativeBand: '0.2',
  };

  test('shares of the targeted assets only, futures counted, the narrower band', () => {
    const rows = previewDrift(policy, [
      held('BTC', '65', 'coin', '-5'),
      held('ETH', '35', 'coin', '5'),
      held('SOL', '900'),
    ]);
    expect(rows).toEqual([
      {
        asset: 'BTC',
        weight: '0.6',
        target: '0.5',
        bandLow: '0.45',
        bandHigh: '0.55',
        drift: '0.1',
        outside: true,
      },
      {
        asset: 'ETH',
        weight: '0.4',
        target: '0.5',
        bandLow: '0.45',
        bandHigh: '0.55',
        drift: '-0.1',
        outside: true,
      },
    ]);
  });

  test('money takes the other side of a short', () => {
    const withMoney = {
      ...policy,
      targets: [
        { asset: 'BTC', weight: '0.5' },
        { asset: 'USDT', weight: '0.5' },
      ],
    };
    const rows = previewDrift(withMoney, [
      held('BTC', '80', 'coin', '-30'),
      held('USDT', '20', 'stablecoin'),
    ]);
    expect(rows.map(({ weight }) => weight)).toEqual(['0.5', '0.5']);
  });

  test('all money together, what has no target counted, and a band of its own', () => {
    const whole: Policy = {
      targets: [
        { asset: 'BTC', weight: '0.7' },
        { asset: 'CASH', weight: '0.3' },
      ],
      absoluteBand: '0.05',
      relativeBand: null,
      ownBands: [{ of: 'BTC', absolute: '0.2', relative: null }],
      others: 'zero',
    };
    const rows = previewDrift(whole, [
      held('BTC', '60', 'coin', '-10'),
      held('USDT', '10', 'stablecoin'),
      held('USD', '20', 'currency'),
      held('SOL', '10'),
    ]);
    expect(rows.map(({ asset, weight, bandLow, outside }) => [asset, weight, bandLow, outside])).toEqual([
      ['BTC', '0.5', '0.5', false],
      ['CASH', '0.4', '0.25', true],
      ['SOL', '0.1', '0', true],
    ]);
  });

  test('saving the short form keeps the rules that it has no fields for', () => {
    const saved: Policy = {
      targets: [
        { asset: 'BTC', weight: '0.5' },
        { asset: 'SOL', weight: '0.5' },
      ],
      absoluteBand: '0.05',
      relativeBand: null,
      ownBands: [{ of: 'SOL', absolute: '0.1', relative: null }],
      calendar: 'quarter',
      groups: [],
    };
    expect(checkDraft(draft({ BTC: '50', ETH: '50' }), saved).policy).toEqual({
      targets: [
        { asset: 'BTC', weight: '0.5' },
        { asset: 'ETH', weight: '0.5' },
      ],
      absoluteBand: '0.05',
      relativeBand: null,
      ownBands: [],
      calendar: 'quarter',
      groups: [],
    });
  });

  test('worth nothing: nothing to show', () => {
    expect(previewDrift(policy, [])).toEqual([]);
  });
});

test('before and after, against the bands of the policy', () => {
  expect(beforeAndAfter(overlay, drift)).toEqual([
    {
      asset: 'BTC',
      target: '0.5',
      weight: '0.5002',
      was: '0.65',
      bandLow: '0.45',
      bandHigh: '0.55',
      drift: '0.0002',
      outside: false,
    },
    {
      asset: 'ETH',
      target: '0.5',
      weight: '0.4998',
      was: '0.35',
      bandLow: '0.45',
      bandHigh: '0.55',
      drift: '-0.0002',
      outside: false,
    },
  ]);
});

describe('words of contracts', () => {
  test.each([
    [contract('a'), 'Ordered in BTC, in steps of 0.001.'],
    [contract('b', { quantityUnit: 'contracts', multiplier: '0.1' }), 'One contract is 0.1 BTC.'],
    [
      contract('c', { quantityUnit: 'contracts', payoff: 'inverse', multiplier: '100', quote: 'USD' }),
      'One contract is 100 USD of BTC.',
    ],
  ])('%#', (spec, words) => expect(sizeWords(spec)).toBe(words));

  test('who may trade, and which tax', () => {
    expect([
      usWords({ usPersons: true }),
      usWords({ usPersons: false }),
      usWords({ usPersons: null }),
    ]).toEqual(['Open to US persons', 'Closed to US persons', 'Not known whether US persons may trade it']);
    expect(section1256Words({ section1256: true, section1256Settled: true })).toBe('Section 1256');
    expect(section1256Words({ section1256: false, section1256Settled: false })).toBe(
      'Not section 1256 (not settled)',
    );
  });

  test('orders', () => {
    expect(orderWords({ side: 'sell', quantity: '0.152', unit: 'base', quote: 'USDT', asset: 'BTC' })).toBe(
      'Sell 0.152 BTC',
    );
    expect(orderWords({ side: 'buy', quantity: '1', unit: 'contracts', quote: 'USD', asset: 'ETH' })).toBe(
      'Buy 1 contract',
    );
    expect(orderWords({ side: 'buy', quantity: '0', unit: 'base', quote: 'USDT', asset: 'ETH' })).toBe(
      'No order',
    );
    expect(orderWords({ side: 'buy', quantity: '1500', unit: 'quote', quote: 'EUR', asset: 'ETH' })).toBe(
      'Buy 1,500 EUR',
    );
  });
});

test('hedged lots are counted by asset', () => {
  const lot = (asset: string) => ({
    asset,
    lot: '',
    quantity: '1',
    acquiredDate: '',
    longTermFrom: '',
    clockRestarts: false,
  });
  expect(hedgedWords([lot('BTC'), lot('BTC'), lot('ETH')])).toBe('2 lots of BTC, 1 lot of ETH.');
});

test('exit date', () => {
  expect(suggestedExit('2026-11-22')).toBe('2027-01-15');
  expect(exitProblem('2027-01-15', '2026-11-22')).toBeNull();
  expect(exitProblem('2026-11-22', '2026-11-22')).toBe('The exit must lie ahead');
  expect(exitProblem('', '2026-11-22')).toMatch(/Choose the day/u);
});
