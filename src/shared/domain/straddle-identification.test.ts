/** When a record of a straddle counts. Source: 26 U.S.C. 1092(a)(2)(B); Reg. 1.1092(b)-3T(d) ("by the close of the day"). */
import { expect, test } from 'vitest';
import { localDate } from '../time/local-date.ts';
import type { HedgeLegId, IdentificationRecord } from './hedge.ts';
import { isInTime, regimeOf, straddleIdentificationsOf } from './straddle-identification.ts';

const leg = 'plan-1-leg-1' as HedgeLegId;

interface Made {
  readonly regime?: string;
  readonly date: string;
  readonly fills?: readonly string[];
  readonly keptElsewhere?: boolean;
  readonly of?: string;
}

function recordOf({ regime = 'identified', date, fills = [], keptElsewhere = false, of = leg }: Made) {
  const body = {
    plan: 'plan-1',
    leg: of,
    regime,
    date,
    timeZone: 'UTC',
    keptElsewhere,
    contract: 'cme:MBT',
    side: 'sell',
    quantity: '1',
    fills: fills.map((day, place) => ({ event: `fill-${place}`, date: day })),
    lots: [],
    order: '',
  };
  const kind = 'straddle-identification';
  return {
    sequence: 1,
    recordedAt: 0,
    kind,
    body: JSON.stringify(body),
    hash: '',
  } as unknown as IdentificationRecord;
}

test.each<[string, readonly Made[], string]>([
  ['none without a record', [], 'none'],
  ['of the day itself', [{ date: '2026-11-22', fills: ['2026-11-22'] }], 'identified'],
  ['written a day late', [{ date: '2026-11-23', fills: ['2026-11-22'] }], 'none'],
  [
    'written late, with own books that show it',
    [{ date: '2026-11-23', fills: ['2026-11-22'], keptElsewhere: true }],
    'identified',
  ],
  ['of a plan before it is traded', [{ date: '2026-11-20' }], 'identified'],
  ['of a plan that was recorded after the trade', [{ date: '2026-11-23' }], 'none'],
  ['of other fills', [{ date: '2026-11-21', fills: ['2026-11-21'] }], 'none'],
  ['of another leg', [{ date: '2026-11-22', fills: ['2026-11-22'], of: 'plan-1-leg-2' }], 'none'],
  [
    'the last of one day counts',
    [
      { date: '2026-11-22', fills: ['2026-11-22'] },
      { date: '2026-11-22', fills: ['2026-11-22'], regime: 'section-1256d' },
    ],
    'section-1256d',
  ],
  [
    'a late one does not take the place of one in time',
    [
      { date: '2026-11-22', fills: ['2026-11-22'] },
      { date: '2026-11-23', fills: ['2026-11-22'], regime: 'none' },
    ],
    'identified',
  ],
  [
    'a regime of a later program is none',
    [{ date: '2026-11-22', fills: ['2026-11-22'], regime: 'x' }],
    'none',
  ],
])('a record %s', (_what, made, expected) => {
  expect(regimeOf(leg, made.map(recordOf), localDate('2026-11-22'))).toBe(expected);
});

test('a record in time is one that no fill is before', () => {
  const [early, late] = straddleIdentificationsOf([
    recordOf({ date: '2026-11-22', fills: ['2026-11-22'] }),
    recordOf({ date: '2026-11-22', fills: ['2026-11-22', '2026-11-21'] }),
  ]);
  expect([early, late].map((one) => one !== undefined && isInTime(one))).toEqual([true, false]);
});
