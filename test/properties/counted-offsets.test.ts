/** The offsets that a straddle year answers are those that its figures were computed with. */
import { expect, test } from 'vitest';
import { straddleYears } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-years-of.ts';
import type { Offset } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { dateText } from '../../src/shared/time/local-date.ts';
import type { Story } from './plain-straddles.fixture.ts';
import { straddleCaseOf } from './straddle-stories.fixture.ts';

const story: Story = {
  lots: [{ units: 10, cost: 100, day: '2025-03-03', sales: [] }],
  shorts: [
    {
      section1256: true,
      open: '2025-05-01',
      closes: [{ day: '2025-08-01', units: 10 }],
      units: 10,
      hedges: [{ lot: 0, units: 10 }],
    },
  ],
  price: () => 100,
  firstYear: 2025,
  lastYear: 2026,
  killer: false,
};

function counted(change: Partial<Offset>, activelyTraded = true): readonly Offset[] {
  const given = straddleCaseOf(story);
  return straddleYears({
    ...given,
    offsets: given.offsets.map((offset) => ({ ...offset, ...change })),
    elections: { ...given.elections, activelyTraded },
  }).offsets;
}

test.each([
  ['identified on the day', { regime: 'identified', by: 'record' }, 'identified'],
  ['identified late', { regime: 'identified', by: 'late' }, 'none'],
  ['left out of section 1256', { regime: 'section-1256d', by: 'record' }, 'section-1256d'],
  ['an account', { regime: 'account', by: 'record' }, 'none'],
] as const)('%s', (_, change, regime) => {
  expect(counted(change)).toMatchObject([{ short: 'short-1', long: 'lot-1', ...change, regime }]);
});

test('the days on which both sides were there', () => {
  const [offset] = counted({ from: straddleCaseOf(story).lots[0]!.acquired, until: null });
  expect([offset?.from, offset?.until].map((date) => date && dateText(date))).toEqual([
    '2025-05-01',
    '2025-08-01',
  ]);
});

test('property that is not actively traded makes no straddle', () => {
  expect(counted({}, false)).toEqual([]);
});
