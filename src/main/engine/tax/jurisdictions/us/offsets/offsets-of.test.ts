import { describe, expect, test } from 'vitest';
import { accountId } from '../../../../../../shared/domain/account.ts';
import { assetId } from '../../../../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../../../../shared/domain/event.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { price, quantity } from '../../../../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../../../../shared/time/local-date.ts';
import { specOf } from '../../../../../../../test/properties/futures.fixture.ts';
import { event } from '../../../../events/event.fixture.ts';
import { markOf, usFactsGiven } from '../us-facts.fixture.ts';
import type { GivenFacts } from '../us-facts.fixture.ts';
import type { LegOnRecord } from './leg-on-record.ts';

const btc = assetId('BTC');
const spec = {
  ...specOf('linear', { section1256: { status: true, settled: true, reason: 'test' } }),
  underlying: btc,
};

function fill(id: string, time: string, side: 'buy' | 'sell', coins: string, account = 'cme'): LedgerEvent {
  const what = { side, quantity: quantity(coins), price: price('100'), positionSide: 'one-way' as const };
  return event(id, 'futures-fill', time, [], {
    fill: { account: accountId(account), contract: spec.id, ...what },
  });
}
const bought = (id: string, time: string, coins: string, coin = 'BTC'): LedgerEvent =>
  event(id, 'buy', time, [`a ${coin} ${coins}`, 'a USD -10']);
const sold = (id: string, time: string, coins: string): LedgerEvent =>
  event(id, 'sell', time, [`a BTC -${coins}`, 'a USD 50']);

function leg(recordedOn: string, fills: string[], lots: Record<string, string>): LegOnRecord {
  return {
    leg: 'leg-1',
    contract: spec.id,
    recordedOn: localDate(recordedOn),
    asOf: localDate(recordedOn),
    fills: fills.map((id) => id as EventId),
    lots: Object.entries(lots).map(([lot, coins]) => ({ lot: lot as LotId, quantity: quantity(coins) })),
  };
}

function found(
  events: LedgerEvent[],
  more: Partial<GivenFacts> = {},
): { offsets: string[]; issues: string[]; lots: string[] } {
  const ordered = events.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const given = { events: ordered, specOf: () => spec, asOf: '2026-12-30', ...more };
  const { straddles, issues } = usFactsGiven(given);
  return {
    offsets: straddles.offsets
      .map(
        ({ short, long, quantity: coins, from, until, by, regime }) =>
          `${short.replace(/^.*@/u, '')} ${long.replace(/^.*@/u, '')} ${toText(coins)} ${dateText(from)}–${until === null ? '' : dateText(until)} ${by}${regime === 'none' ? '' : ` ${regime}`}`,
      )
      .toSorted(),
    issues: issues.map(({ code }) => code).filter((code) => code.includes('hedge')),
    lots: straddles.lots.map(({ id, departures }) => `${id} ${departures.map((one) => one.id).join()}`),
  };
}

describe('without a record: presumed, 26 U.S.C. 1092(c)(3)', () => {
  test('what was held when it was opened, in proportion; what is bought later is free', () => {
    const events = [
      bought('x', '2024-01-01', '3'),
      bought('y', '2024-02-01', '1'),
      fill('o', '2025-01-01', 'sell', '2'),
      bought('z', '2025-02-01', '5'),
      fill('c', '2025-03-01', 'buy', '2'),
    ];
    expect(found(events)).toEqual({
      offsets: ['cme#1 x 1.5 2025-01-01–2025-03-01 presumed', 'cme#1 y 0.5 2025-01-01–2025-03-01 presumed'],
      issues: ['tax/hedge-presumed'],
      lots: ['x ', 'y '],
    });
  });

  test('a short with nothing held offsets what is bought while it is open', () => {
    const events = [fill('o', '2025-01-01', 'sell', '2'), bought('x', '2025-02-01', '3')];
    expect(found(events).offsets).toEqual(['cme#1 x 2 2025-02-01– presumed']);
  });

  test('half closed: half goes on from that day; sold lots leave with their hedged units first', () => {
    const events = [
      bought('x', '2024-01-01', '2'),
      bought('y', '2024-01-02', '2'),
      fill('o', '2025-01-01', 'sell', '2'),
      sold('s', '2025-02-01', '2'),
      fill('h', '2025-03-01', 'buy', '1'),
    ];
    const { offsets, lots } = found(events);
    expect(offsets).toEqual([
      'cme#1 x 1 2025-01-01–2025-02-01 presumed',
      'cme#1 y 0.5 2025-03-01– presumed',
      'cme#1 y 1 2025-01-01–2025-03-01 presumed',
    ]);
    expect(lots).toEqual(['x s/1', 'y ']);
  });

  test('a long future of the same coin is offset like a lot', () => {
    const events = [fill('l', '2025-01-01', 'buy', '1', 'other'), fill('o', '2025-01-02', 'sell', '1')];
    expect(found(events).offsets).toEqual(['cme#1 other#1 1 2025-01-02– presumed']);
  });

  test('by election all of every lot, for as long as any short is open', () => {
    const events = [
      bought('x', '2024-01-01', '3'),
      fill('o', '2025-01-01', 'sell', '1'),
      bought('y', '2025-02-01', '2'),
      fill('c', '2025-03-01', 'buy', '1'),
    ];
    expect(found(events, { elections: { partialHedge: 'all' } })).toMatchObject({
      offsets: ['cme#1 x 3 2025-01-01–2025-03-01 presumed', 'cme#1 y 2 2025-02-01–2025-03-01 presumed'],
      issues: [],
    });
  });

  test('by election what is held longest, as far as no other short offsets it', () => {
    const events = [
      bought('x', '2024-01-01', '1'),
      bought('y', '2024-02-01', '3'),
      fill('o', '2025-01-01', 'sell', '1.5'),
      fill('p', '2025-01-05', 'sell', '1'),
      fill('c', '2025-03-01', 'buy', '2.5'),
    ];
    expect(found(events, { elections: { partialHedge: 'oldest' } })).toMatchObject({
      offsets: [
        'cme#1 x 1 2025-01-01–2025-03-01 presumed',
        'cme#1 y 0.5 2025-01-01–2025-03-01 presumed',
        'cme#1 y 1 2025-01-05–2025-03-01 presumed',
      ],
      issues: [],
    });
  });

  test('more than 60,000 shares: what is held longest, and it is said', () => {
    const days = Array.from({ length: 300 }, (_, day) =>
      new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const events = [
      ...days.map((day, place) => bought(`lot${place}`, day, '0.1')),
      ...days.flatMap((_, place) => {
        const day = new Date(Date.UTC(2025, 0, 1 + place)).toISOString().slice(0, 10);
        return [fill(`o${place}`, day, 'sell', '0.1'), fill(`c${place}`, day, 'buy', '0.1')];
      }),
    ];
    const few = events.slice(0, 300 + 2 * 200);
    expect(found(few)).toMatchObject({ issues: ['tax/hedge-presumed'] });
    const { offsets, issues } = found(events);
    expect(issues).toEqual(['tax/hedge-presumed-oldest']);
    expect(offsets).toHaveLength(300);
    expect(new Set(offsets.map((offset) => offset.split(' ')[1]))).toEqual(new Set(['lot0']));
  });

  test('none where coins are not actively traded property, by election', () => {
    const events = [bought('x', '2024-01-01', '3'), fill('o', '2025-01-01', 'sell', '1')];
    expect(found(events, { elections: { activelyTraded: false } })).toMatchObject({ offsets: [], lots: [] });
  });
});

describe('by record', () => {
  const events = [
    bought('x', '2024-01-01', '3'),
    bought('y', '2024-02-01', '1'),
    fill('o', '2025-01-01', 'sell', '2'),
    fill('c', '2025-03-01', 'buy', '2'),
  ];

  test('of the day itself: the lots it names, under the regime it names, until the close', () => {
    const legs = [leg('2025-01-01', ['o'], { y: '1', x: '1' }), leg('2025-03-01', ['o', 'c'], {})];
    expect(found(events, { legs, regimeOf: () => 'identified' })).toMatchObject({
      offsets: [
        'cme#1 x 1 2025-01-01–2025-03-01 record identified',
        'cme#1 y 1 2025-01-01–2025-03-01 record identified',
      ],
      issues: [],
    });
  });

  test('of a later day: the same lots from the opening on, late, without a regime', () => {
    const legs = [leg('2025-01-07', ['o'], { x: '2' })];
    expect(found(events, { legs })).toMatchObject({
      offsets: ['cme#1 x 2 2025-01-01–2025-03-01 late'],
      issues: ['tax/hedge-identified-late'],
    });
  });

  test('of a later day, with own books that show the mark of the day: as recorded then', () => {
    const legs = [leg('2025-01-07', ['o'], { x: '2' })];
    expect(found(events, { legs, regimeOf: () => 'identified' })).toMatchObject({
      offsets: ['cme#1 x 2 2025-01-01–2025-03-01 record identified'],
      issues: [],
    });
  });

  test('for a part of a short: the rest is presumed of what no record names', () => {
    const legs = [leg('2025-01-01', ['o'], { y: '1' })];
    expect(found(events, { legs }).offsets).toEqual([
      'cme#1 x 1 2025-01-01–2025-03-01 presumed',
      'cme#1 y 1 2025-01-01–2025-03-01 record',
    ]);
  });

  test('a plan of that day whose fills nobody linked is carried out by the first short in its contract', () => {
    const legs = [leg('2024-12-31', [], { x: '2' })];
    expect(found(events, { legs }).offsets).toEqual(['cme#1 x 2 2025-01-01–2025-03-01 record']);
  });

  test('a lot that is not in the ledger is said', () => {
    const legs = [leg('2025-01-01', ['o'], { gone: '2' })];
    expect(found(events, { legs }).issues).toEqual(['tax/hedge-presumed', 'tax/hedged-lot-unknown']);
  });

  test('by the election pro rata, lots that records name are no matter', () => {
    const legs = [leg('2025-01-01', ['o'], { y: '1', x: '1' })];
    expect(found(events, { legs, elections: { partialHedge: 'pro-rata' } }).offsets).toEqual([
      'cme#1 x 1.5 2025-01-01–2025-03-01 presumed',
      'cme#1 y 0.5 2025-01-01–2025-03-01 presumed',
    ]);
  });
});

describe('a hedge of one coin with futures of another', () => {
  const events = [bought('e', '2024-01-01', '10', 'ETH'), fill('o', '2025-01-01', 'sell', '1')];
  const legs = [leg('2025-01-01', ['o'], { e: '10' })];

  test.each([
    ['never', [], []],
    ['always', ['cme#1 e 10 2025-01-01– record'], []],
    ['if-correlated', ['cme#1 e 10 2025-01-01– record'], ['tax/cross-hedge-assumed']],
  ] as const)('%s', (crossAsset, offsets, issues) => {
    expect(found(events, { legs, elections: { crossAsset } })).toMatchObject({ offsets, issues });
  });

  test('if correlated: a year of daily changes decides', () => {
    const series = (alike: boolean) =>
      Array.from({ length: 90 }, (_, day) => {
        const at = new Date(Date.UTC(2026, 8, 1) + day * 86_400_000).toISOString().slice(0, 10);
        const up = day % 2 === 0;
        return [
          markOf(btc, at, up ? '100' : '103'),
          markOf(assetId('ETH'), at, (alike ? up : day % 4 < 2) ? '10' : '10.3'),
        ];
      }).flat();
    const offsetsWith = (alike: boolean) =>
      found(events, { legs, elections: { crossAsset: 'if-correlated' }, marks: series(alike) });
    expect(offsetsWith(true)).toMatchObject({ offsets: ['cme#1 e 10 2025-01-01– record'], issues: [] });
    expect(offsetsWith(false)).toMatchObject({ offsets: [], issues: [] });
  });
});
