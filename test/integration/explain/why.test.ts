/** Why a lot was chosen, when it turns long-term, how it travelled, and what rests on an assumption. */
import { describe, expect, test } from 'vitest';
import { traceText } from '../../../src/main/core/services/trace-text.ts';
import { ownMovementsOf } from '../../../src/main/engine/events/own-movements.ts';
import { event } from '../../../src/main/engine/events/event.fixture.ts';
import { explain } from '../../../src/main/engine/explain/explain.ts';
import type { LotOptions } from '../../../src/main/engine/lots/lot-matching.ts';
import { longTermFrom } from '../../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../../../src/main/engine/valuation/price-book.ts';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { LotIdentification, StandingOrder } from '../../../src/shared/domain/lot-records.ts';
import type { LotId } from '../../../src/shared/domain/lot.ts';
import type { TraceText } from '../../../src/shared/contract/texts.ts';
import { money, quantity } from '../../../src/shared/num/parse.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { utc } from '../../../src/shared/time/time-zone.ts';
import { contextOf, type Given } from './context.fixture.ts';
import { figuresThatDoNotReAdd } from './re-add.fixture.ts';

const a = accountId('a');

/** Explains a figure of a small ledger; the trace must re-add. */
function why(
  id: string,
  events: readonly LedgerEvent[],
  options: Partial<LotOptions> = {},
  given: Given = {},
): TraceText {
  const { movements } = ownMovementsOf(events);
  const prices = priceBookOf(assetId('USD'), []);
  const lotOptions: LotOptions = {
    methodAt: () => 'fifo',
    scope: 'account',
    longTermFrom,
    timeZone: utc,
    prices,
    movements,
    ...options,
  };
  const found = explain(id, contextOf({ events, movements, prices, lotOptions, ...given }));
  if (found === null) throw new Error(`no explanation of ${id}`);
  const trace = traceText(found);
  expect(figuresThatDoNotReAdd(trace)).toEqual([]);
  return trace;
}

function all(trace: TraceText): readonly TraceText[] {
  return [trace, ...trace.parts.flatMap(all)];
}

function labelled(trace: TraceText, label: RegExp): TraceText {
  const found = all(trace).find((one) => label.test(one.label));
  if (found === undefined)
    throw new Error(
      `nothing is called ${label}: ${all(trace)
        .map((one) => one.label)
        .join('; ')}`,
    );
  return found;
}

const bought = [
  event('b1', 'buy', '2024-01-10', ['a BTC 1', 'a USD -40000']),
  event('b2', 'buy', '2024-02-10', ['a BTC 1', 'a USD -60000']),
  event('b3', 'buy', '2024-03-10', ['a BTC 1', 'a USD -50000']),
];
const sale = event('s', 'sell', '2024-06-01', ['a BTC -1.5', 'a USD 90000']);

describe('why this lot', () => {
  test.each([
    ['fifo', ['40000', '60000'], 'first in, first out', 'Reg. §1.1012-1(j)(3)'],
    ['lifo', ['50000', '60000'], 'latest first', 'standing order'],
    ['hifo', ['60000', '50000'], 'cost per unit, fees included', 'standing order'],
    ['lofo', ['40000', '50000'], 'lowest first', 'standing order'],
  ] as const)('%s: in its order, with the place of each lot and the law', (method, costs, words, law) => {
    const options = { methodAt: () => method } as const;
    for (const [place, word] of ['first', 'second'].entries()) {
      const reason = why(`disposal:s/${place + 1}/reason`, [...bought, sale], options);
      expect(reason.label).toContain(`${word} of 3 lots then held`);
      expect(`${reason.label} ${reason.value}`).toContain(words);
      expect(reason.rule?.law).toContain(law);
      expect(reason.rule?.url).toMatch(/^https:/u);
      const left = reason.parts.filter(({ label }) => / left: /u.test(label));
      expect(left.map(({ value }) => value)).toEqual(costs);
      expect(reason.parts.filter(({ label }) => label.startsWith('Stayed'))).toHaveLength(1);
    }
  });

  test('a standing order is named with its time', () => {
    const order: StandingOrder = {
      account: a,
      method: 'hifo',
      from: instantFromIso('2024-05-01T00:00:00Z'),
      recordedAt: instantFromIso('2024-05-01T09:30:00Z'),
      toldBroker: false,
      keptElsewhere: false,
    };
    const options = { methodAt: () => 'hifo' as const };
    const reason = why('disposal:s/1/reason', [...bought, sale], options, {
      orderAt: () => ({ from: order.from, order, untold: null }),
    });
    const ground = labelled(
      reason,
      /^Standing order for a, highest cost first, recorded 2024-05-01 09:30 UTC/u,
    );
    expect(ground.value).toBe('2024-05-01 00:00 UTC');
  });

  test('an order that the broker was not told of is said not to count', () => {
    const untold: StandingOrder = {
      account: null,
      method: 'hifo',
      from: instantFromIso('2024-05-01T00:00:00Z'),
      recordedAt: instantFromIso('2024-05-01T00:00:00Z'),
      toldBroker: false,
      keptElsewhere: false,
    };
    const given: Given = { orderAt: () => ({ from: untold.from, order: null, untold }) };
    const reason = why('disposal:s/1/reason', [...bought, sale], {}, given);
    expect(reason.value).toBe('first in, first out');
    expect(labelled(reason, /does not count: the broker was not told/u).rule?.law).toContain('Notice');
  });

  test('identified lots name their record', () => {
    const lots = [{ lot: 'b3' as LotId, quantity: quantity('1') }];
    const record: LotIdentification = {
      sequence: 7,
      account: a,
      asset: assetId('BTC'),
      lots,
      recordedAt: instantFromIso('2024-05-31T12:00:00Z'),
      toldBroker: false,
    };
    const options = { chosenLots: new Map([['s' as EventId, lots]]) };
    const given: Given = { identificationOf: () => record };
    const named = why('disposal:s/1/reason', [...bought, sale], options, given);
    expect(named.value).toBe('named by you before the sale');
    expect(labelled(named, /^Identification no\. 7, recorded$/u).value).toBe('2024-05-31 12:00 UTC');
    const rest = why('disposal:s/2/reason', [...bought, sale], options, given);
    expect(rest.label).toContain('of 2 lots then held');
    expect(rest.value).toBe('first in, first out');
  });

  test('a fee in the same coin is matched after the sale: the lots it found are those then left', () => {
    const withFee = event('s', 'sell', '2024-06-01', ['a BTC -1', 'a USD 60000', 'a BTC -0.1 fee']);
    const reason = why('disposal:s/2/reason', [...bought, withFee]);
    expect(reason.label).toContain('first of 2 lots then held');
  });

  test('in one pool for all accounts, lots of every account were held', () => {
    const elsewhere = event('b4', 'buy', '2024-01-05', ['b BTC 1', 'b USD -30000']);
    const events = [elsewhere, ...bought, sale];
    expect(why('disposal:s/1/reason', events, { scope: 'universal' }).label).toContain('first of 4 lots');
    expect(why('disposal:s/1/reason', events).label).toContain('first of 3 lots');
  });

  test('the average of a pool is a share of what it cost then', () => {
    const trace = why('disposal:s/1', [...bought, sale], { methodAt: () => 'average' as const });
    expect(labelled(trace, /^Cost of the pool then$/u).value).toBe('150000');
    expect(labelled(trace, /at the average of the pool$/u).value).toBe('50000');
    expect(labelled(trace, /^Why these units/u).value).toBe('average cost of the pool');
  });
});

test('a lot that is gone says what it cost and how it left', () => {
  const trace = why('lot:b1', [...bought, sale]);
  expect(trace).toMatchObject({ label: 'The lot of 2024-01-10: nothing is left of it', value: '40000' });
  expect(labelled(trace, /^Cost of the units that left: 1 part$/u)).toMatchObject({
    value: '40000',
    explain: 'lot:b1/left',
  });
  expect(why('lot:b1/left', [...bought, sale]).parts[0]).toMatchObject({
    explain: 'disposal:s/1/costBasis',
    events: ['s'],
  });
});

test('a loss on a gift: its value when given counts, from the day it was given', () => {
  const gift = event('g', 'gift-received', '2024-03-01', ['a BTC 1'], {
    carriedBasis: {
      costBasis: money('50000'),
      acquired: instantFromIso('2020-01-01T00:00:00Z'),
      value: money('40000'),
    },
  });
  const sold = event('s', 'sell', '2024-06-01', ['a BTC -1', 'a USD 30000']);
  const trace = why('disposal:s/1', [gift, sold]);
  expect(trace.value).toBe('-10000');
  expect(labelled(trace, /law on gifts counts otherwise$/u).value).toBe('-10000');
  expect(labelled(trace, /^Term$/u).value).toBe('short');
  expect(labelled(trace, /^Long-term from 2025-03-02 on$/u).parts[0]?.value).toBe('2024-03-01');
});

describe('when a lot turns long-term', () => {
  test.each([
    ['2024-01-10', '2025-01-11', 'one year later', 'Rev. Rul. 66-7'],
    ['2024-01-31', '2025-02-01', 'thirteenth month', 'Rev. Rul. 66-97'],
    ['2024-02-29', '2025-03-01', 'thirteenth month', 'Rev. Rul. 66-97'],
    ['2024-02-28', '2025-03-01', 'one year later', 'Rev. Rul. 66-7'],
    ['2023-02-28', '2024-03-01', 'thirteenth month', 'Rev. Rul. 66-97'],
    ['2024-04-30', '2025-05-01', 'thirteenth month', 'Rev. Rul. 66-97'],
  ])('acquired %s: from %s, by the rule that applies', (acquired, from, how, law) => {
    const trace = why('lot:b@a/longTermFrom', [event('b', 'buy', acquired, ['a BTC 1', 'a USD -1'])]);
    expect(trace).toMatchObject({ value: from });
    expect(trace.how).toContain(how);
    expect(trace.rule?.law).toContain(law);
    expect(trace.parts[0]).toMatchObject({ value: acquired, events: ['b'] });
  });
});

describe('a lot that travelled', () => {
  const events = [
    event('b', 'buy', '2024-01-10', ['a BTC 1', 'a USD -40000']),
    event('t', 'transfer', '2024-02-01', ['a BTC -0.6', 'b BTC 0.59']),
    event('u', 'transfer', '2024-03-01', ['b BTC -0.3', 'c BTC 0.3']),
  ];

  test('names where it was acquired, its transfers in order, and the fee that left', () => {
    const trace = why('lot:b@c', events);
    const way = labelled(trace, /^How its units came to c$/u);
    expect(way.value).toBe('0.3');
    expect(way.parts.map(({ label, events: rows }) => [label.replace(/, with a cost.*/u, ''), rows])).toEqual(
      [
        ['Of it, held in c', ['b']],
        ['Acquired 2024-01-10 in a', ['b']],
        ['Transfer of 2024-02-01 from a to b', ['t']],
        ['Transfer of 2024-03-01 from b to c', ['u']],
        ['Left as a network fee on 2024-02-01', ['t']],
      ],
    );
    expect(all(why('lot:b@a', events)).some(({ label }) => label.startsWith('How its units'))).toBe(false);
  });

  test('each part of it costs its share, and the fee that went into the basis is said', () => {
    expect(why('lot:b@c/costBasis', events).value).toBe('12000');
    const into = why('lot:b@b/costBasis', events, { elections: { transferFee: 'into-basis' } });
    expect(labelled(into, /fees of transfers put into the basis$/u).value).not.toBe('0');
  });
});

test('a lot that was given to another account when one pool was divided says so', () => {
  const events = [
    event('x', 'buy', '2024-01-10', ['a BTC 1', 'a USD -40000']),
    event('y', 'buy', '2024-02-10', ['b BTC 1', 'b USD -60000']),
    event('s', 'sell', '2024-06-01', ['b BTC -1', 'b USD 70000']),
    event('z', 'buy', '2025-01-10', ['a BTC 1', 'a USD -90000']),
  ];
  const scope = { universalUntil: localDate('2025-01-01'), allocation: null };
  const sold = why('disposal:s/1', events, { scope });
  expect(labelled(sold, /^Why this lot: first of 2 lots then held/u).lots).toEqual(['x']);
  const way = labelled(why('lot:y@a', events, { scope }), /^How its units came to a$/u);
  expect(way.parts.at(-1)).toMatchObject({ value: '2025-01-01', rule: { id: 'us/basis-divided' } });
});

describe('an assumed cost of zero is a node of its own', () => {
  const events = [
    event('d', 'deposit', '2025-01-10', ['a BTC 1']),
    event('b', 'buy', '2025-01-11', ['a BTC 1', 'a USD -50000']),
    event('s', 'sell', '2025-06-01', ['a BTC -2', 'a USD 120000']),
  ];
  const rule = 'election/zero-cost';

  test('in the disposal, in what the year sums up, and nowhere else', () => {
    const assumed = why('disposal:s/1', events);
    expect(labelled(assumed, /^Assumed cost of zero$/u)).toMatchObject({ value: '0', rule: { id: rule } });
    expect(all(why('disposal:s/2', events)).some((one) => one.rule?.id === rule)).toBe(false);
    const year = why('year:2025/shortTermGain', events);
    expect(year.value).toBe('70000');
    expect(labelled(year, /^Of it, what rests on an assumed cost of zero: 1 disposal$/u)).toMatchObject({
      value: '60000',
      explain: 'year:2025/shortTermGain/assumed',
    });
    expect(why('year:2025/shortTermGain/assumed', events).value).toBe('60000');
  });

  test('in open lots and holdings', () => {
    const [deposit] = events;
    if (deposit === undefined) throw new Error('there is a deposit');
    const held = why('holding:BTC/costBasis', [deposit]);
    expect(labelled(held, /^Of it, what rests on an assumed cost of zero/u).value).toBe('0');
    expect(labelled(why('lot:d@a/costBasis', [deposit]), /^Assumed cost of zero$/u).rule?.id).toBe(rule);
  });

  test('where units were missing and zero is elected', () => {
    const more = [...events.slice(1, 2), event('s', 'sell', '2025-06-01', ['a BTC -2', 'a USD 120000'])];
    const trace = why('disposal:s/2', more, { elections: { missingUnits: 'zero-cost' } });
    expect(labelled(trace, /^Assumed cost of zero: no file shows these units$/u).rule?.id).toBe(
      'election/missing-units',
    );
    const reason = labelled(trace, /^Why these units/u);
    expect(reason.value).toContain('assumed to cost nothing');
    expect(reason.events).toEqual(['s']);
  });

  test('where sales of unknown cost are left out: what they brought, what is taken off, and no word of zero', () => {
    const leftOut = { elections: { unknownCost: 'left-out', missingUnits: 'zero-cost' } } as const;
    const sold = why('disposal:s/1', events, leftOut);
    expect(sold.value).toBe('0');
    expect(labelled(sold, /^What 1 BTC brought$/u).value).toBe('60000');
    expect(labelled(sold, /^Left out of the gains, as you chose/u)).toMatchObject({
      value: '-60000',
      rule: { id: 'election/left-out' },
    });
    expect(labelled(sold, /^Cost of 1 BTC: unknown, shown as zero$/u).value).toBe('0');
    const held = why('holding:BTC/costBasis', events.slice(0, 1), leftOut);
    const words = [sold, held].flatMap(all).map((one) => `${one.label} ${one.rule?.law ?? ''}`);
    expect(words.filter((one) => /counted as|no lot shows|assumed/iu.test(one))).toEqual([]);
    expect(words.filter((one) => one.includes('1 BTC of 2025-01-10 in a'))[0]).toContain('left out');
  });

  test('left out and missing at once: each under its own id', () => {
    const leftOut = { elections: { unknownCost: 'left-out', missingUnits: 'zero-cost' } } as const;
    const [deposit, buy] = events;
    if (deposit === undefined || buy === undefined) throw new Error('there are two events');
    const more = [deposit, buy, event('s', 'sell', '2025-06-01', ['a BTC -3', 'a USD 180000'])];
    const year = why('year:2025/shortTermGain', more, leftOut);
    expect(year.value).toBe('70000');
    expect(why('year:2025/shortTermGain/assumed', more, leftOut).value).toBe('60000');
    expect(why('year:2025/shortTermGain/left-out', more, leftOut).value).toBe('0');
    expect(year.parts.map(({ explain }) => explain).filter(Boolean)).toEqual([
      'year:2025/shortTermGain/left-out',
      'year:2025/shortTermGain/assumed',
    ]);
  });
});
