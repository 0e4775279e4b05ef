/** A hedge of an old lot and of a young one, by hand: single, 2026, 100 000 of wages, prices of 50 000. */
import { describe, expect, test } from 'vitest';
import type { LotId, OpenLot } from '../../../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../../../shared/domain/profile.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../../../shared/num/parse.ts';
import { zeroMoney, zeroRate } from '../../../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../../../shared/time/local-date.ts';
import { utc } from '../../../../../../shared/time/time-zone.ts';
import { bookOf, btc, factsOn, lotOf, micro, positionOf, usd } from '../actions/us-facts.fixture.ts';
import { longTermFrom } from '../long-term-from.ts';
import { changed } from './hedge-runs.ts';
import { hedgeEffects } from './hedge-effects-of.ts';
import type { HedgeEffects } from './hedge-effects-of.ts';
import type { HedgeEffectsInput } from './planned-hedge.ts';

const asOf = localDate('2026-11-20');
const profile: Profile = {
  jurisdiction: 'us',
  currency: usd,
  timeZone: utc,
  carryforward: { shortTerm: zeroMoney, longTerm: zeroMoney },
  inflation: zeroRate,
  history: [],
  waiting: [],
  years: [
    {
      year: 2026,
      filingStatus: 'single',
      ordinaryIncome: money('100000'),
      deduction: 'standard',
      otherInvestmentIncome: zeroMoney,
      qualifiedDividends: zeroMoney,
      otherShortTermGain: zeroMoney,
      otherLongTermGain: zeroMoney,
      stateRate: zeroRate,
      seniors: 0,
      blind: 0,
    },
  ],
};

async function effectsOf(
  acquired: string,
  given: Profile | null = profile,
  isPriced = true,
): Promise<HedgeEffects> {
  const life = lotOf('lot', '1', '40000', acquired);
  const lot: OpenLot = {
    ...life,
    event: 'buy',
    account: 'coinbase',
    acquiredDate: life.acquired,
    longTermFrom: longTermFrom(life.acquired),
    basisUnknown: false,
  } as unknown as OpenLot;
  const input: HedgeEffectsInput = {
    facts: factsOn('2026-11-20'),
    profile: given,
    asOf,
    legs: [
      {
        position: positionOf('planned'),
        asset: btc,
        spec: micro,
        side: 'short',
        coins: quantity('1'),
        price: price('50000'),
        offsets: [{ long: lot.id, quantity: quantity('1') }],
        covers: [{ lot, quantity: quantity('1') }],
      },
    ],
    closings: [
      { when: 'today', date: asOf },
      { when: 'year-end', date: localDate('2026-12-31') },
      { when: 'next-year', date: localDate('2027-11-20') },
    ],
    changes: [rate('-0.2'), zeroRate, rate('0.2')],
    lotOf: (id: LotId) => bookOf([life], {}).lotOf(id),
    pricesWith: (change) => {
      const at = changed(price('50000'), change);
      return {
        priceOn: (asset) => (asset === btc ? (isPriced ? at : null) : price('1')),
        contractPriceOn: () => at,
      };
    },
  };
  return await hedgeEffects(input, () => Promise.resolve());
}

const texts = ({ closed }: HedgeEffects, when: string, change: string): readonly (string | null)[] => {
  const found = closed.find((one) => one.closing.when === when && toText(one.change) === change);
  if (found === undefined) throw new Error(`no ${when} ${change}`);
  return [found.taxKept, found.taxSold, found.taxSoldWithout, found.waits].map((amount) =>
    amount === null ? null : toText(amount),
  );
};

describe('a lot that is long-term', async () => {
  const effects = await effectsOf('2023-05-01');

  test('its clock stays; at today’s prices the hedge adds nothing', () => {
    expect(effects.lots.map(({ clock }) => clock)).toEqual(['kept']);
    expect(effects.lots[0]?.clockWords).toContain('long-term since 2024-05-02');
    // 10 000 of long-term gain at 15 %: 1 500.
    expect(texts(effects, 'year-end', '0')).toEqual(['0', '1500', '1500', '0']);
    expect(effects.verdict).toMatchObject({ kind: 'free' });
  });

  test('up 20 %: the loss of 10 000 waits where the coins are kept, and is long-term where they are sold', () => {
    // 20 000 gain less 10 000 of loss at 15 %; without the hedge 20 000 at 15 %.
    expect(texts(effects, 'year-end', '0.2')).toEqual(['0', '1500', '3000', '10000']);
    expect(effects.lots[0]?.character).toBe('long');
  });

  test('down 20 %: the gain of 10 000 is taxed at once, 60/40', async () => {
    // 4 000 at 22 % and 6 000 at 15 %: 880 + 900. Sold: the coins bring nothing.
    expect(texts(effects, 'year-end', '-0.2')).toEqual(['1780', '1780', '0', '0']);
  });
});

describe('a lot in its first year', async () => {
  const effects = await effectsOf('2026-03-01');

  test('its clock starts again when the hedge is closed', () => {
    expect(effects.lots.map(({ clock }) => clock)).toEqual(['restarts']);
    expect(
      effects.lots[0]?.longTermFromAfter.map(({ date }) => (date === null ? null : dateText(date))),
    ).toEqual(['2027-11-21', '2028-01-01', '2028-11-21']);
    expect(effects.lots[0]?.clockWords).toContain('instead of 2027-03-02');
  });

  test('sold in a year it would have been long-term: 22 % in place of 15 % of 10 000', () => {
    expect(texts(effects, 'next-year', '0')).toEqual(['0', '2200', '1500', '0']);
    const [, , next] = effects.lots[0]?.tax ?? [];
    expect([next?.withHedge, next?.without].map((one) => (one == null ? null : toText(one)))).toEqual([
      '2200',
      '1500',
    ]);
    expect(effects.verdict).toMatchObject({ kind: 'costly', cost: money('700'), sellingNow: money('2200') });
    expect(effects.verdict.sentence).toContain('costs you 700.00 USD more tax');
    expect(effects.verdict.sentence).toContain('the clock of the BTC of 2026-03-01 starts anew');
  });
});

test('without tax details: clocks and no tax', async () => {
  const effects = await effectsOf('2026-03-01', null);
  expect(effects.verdict.kind).toBe('unknown');
  expect(effects.lots.map(({ clock }) => clock)).toEqual(['restarts']);
  expect(texts(effects, 'today', '0')).toEqual([null, null, null, null]);
});

test('without a price of the coins nothing is promised: no gain, no waiting loss, no tax is told', async () => {
  const effects = await effectsOf('2026-03-01', profile, false);
  expect(effects.lots[0]).toMatchObject({ value: null, gain: null, unrecognisedGain: null });
  expect(effects.lots[0]?.lossWords).toContain('it cannot be told how much these coins have gained');
  expect(effects.lots[0]?.tax.map(({ withHedge }) => withHedge)).toEqual([null, null, null]);
  expect(texts(effects, 'year-end', '0.2')).toEqual([null, null, null, null]);
  expect(effects.verdict).toMatchObject({ kind: 'unknown', cost: null, sellingNow: null });
  expect(effects.verdict.sentence).toContain('nobody knows what BTC costs today');
  expect(effects.notes.join(' ')).toContain('Set a price of BTC');
});
