import { describe, expect, test } from 'vitest';
import type { HedgeLeg, HedgeLegId, PlanId } from '../../../../shared/domain/hedge.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import { zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import { utc } from '../../../../shared/time/time-zone.ts';
import { accountId } from '../../../../shared/domain/account.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { longTermFrom } from '../jurisdictions/us/long-term-from.ts';
import { btc, factsOn, idOf, micro, perpetual, usd } from '../jurisdictions/us/actions/us-facts.fixture.ts';
import { priceBookOf } from '../../valuation/price-book.ts';
import { assumedPrices } from './assumed-prices.ts';
import type { PriceChange } from './assumed-prices.ts';
import { heldIndex } from './held-index.ts';
import { heldLotLives } from './held-lot-lives.ts';
import type { PlannedLeg } from './planned-step.ts';
import { deferralOfView, realisedView, viewOf } from './projection-of.ts';
import type { View, ViewInput } from './projection-of.ts';
import { whatFrees } from './what-frees.ts';

const asOf = localDate('2026-11-22');
const at = instantFromIso('2026-11-22T23:00:00Z');
const prices = priceBookOf(usd, [{ of: btc, time: at, price: price('50000'), source: 'test' }]);
const plan = 'plan-1' as PlanId;

/** Single, wages of 100 000 a year, the standard deduction. */
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

function held(id: string, coins: string, cost: string, acquired: string): OpenLot {
  const acquiredDate = localDate(acquired);
  return {
    id: idOf(id),
    event: id as OpenLot['event'],
    asset: btc,
    account: accountId('a'),
    quantity: quantity(coins),
    acquired: instantFromIso(`${acquired}T12:00:00Z`),
    acquiredDate,
    costBasis: money(cost),
    longTermFrom: longTermFrom(acquiredDate),
    basisUnknown: false,
  };
}
const lots = [held('old', '2', '20000', '2021-03-04'), held('young', '1', '45000', '2026-10-01')];

/** A short of one coin that no fill has opened yet, against the old lot. */
function legOf(spec: ContractSpec): PlannedLeg {
  const leg: HedgeLeg = {
    id: 'leg-1' as HedgeLegId,
    asset: btc,
    contract: spec.id,
    side: 'sell',
    quantity: quantity('1'),
    price: price('50000'),
    notional: money('50000'),
    wanted: null,
    lots: [{ lot: idOf('old'), quantity: quantity('1') }],
    fills: [],
  };
  return {
    plan,
    leg,
    exit: localDate('2027-01-15'),
    openOn: localDate('2026-11-20'),
    notOpened: { spec, coins: quantity('1') },
    open: [],
  };
}

function inputOf(spec: ContractSpec, changes: readonly PriceChange[] = []): ViewInput {
  return {
    asOf,
    currentYear: 2026,
    lastYear: 2028,
    currency: 'USD',
    profile,
    facts: factsOn('2026-11-22'),
    legs: [legOf(spec)],
    sales: [],
    heldLots: lots,
    held: heldIndex(lots),
    prices: assumedPrices({ prices, at, asOf }, changes),
    lotOf: heldLotLives(lots),
    moves: new Map(),
  };
}
const taxes = ({ years }: Pick<View, 'years'>): string[] =>
  years.years.map(({ input, assessment }) => `${input.year} ${toText(assessment.totalTax)}`);
const up: PriceChange = { asset: btc, to: price('60000'), by: null };

// 100 000 less 16 100: 1 240 + 12 % of 38 000 + 22 % of 33 500 (Rev. Proc. 2025-32).
const WAGES = '13170';

describe('hold 1 of 2 coins short until January, then sell it', () => {
  test('nothing happens by itself: every year taxes the wages', () => {
    expect(taxes({ years: realisedView(inputOf(perpetual)) })).toEqual([
      `2026 ${WAGES}`,
      `2027 ${WAGES}`,
      `2028 ${WAGES}`,
    ]);
  });

  test('the plan opens today, closes and sells on the exit; the gain is long-term in 2027', () => {
    const view = viewOf(inputOf(perpetual));
    expect(view.steps.map(({ id, date, text }) => `${dateText(date)} ${id}: ${text}`)).toEqual([
      '2026-11-22 plan-1:open: Open 1 BTC short with PERP at 50,000.00 USD.',
      '2027-01-15 plan-1:close: Close PERP (1 BTC) at 50,000.00 USD.',
      '2027-01-15 plan-1:sell:BTC: Sell 1 BTC of 2021-03-04 at 50,000.00 USD.',
    ]);
    // 15 % of 50 000 − 10 000.
    expect(taxes(view)).toEqual([`2026 ${WAGES}`, '2027 19170', `2028 ${WAGES}`]);
    expect(view.years.years[1]?.input.longTermGain).toBe(money('40000'));
  });

  test('a rise is lost on the short and won on the coin: its loss is long-term, as the coin was (1.1092(b)-2T(b)(1))', () => {
    const view = viewOf(inputOf(perpetual, [up]));
    expect(taxes(view)).toEqual([`2026 ${WAGES}`, '2027 19170', `2028 ${WAGES}`]);
  });

  test('a section 1256 short is marked at the end of 2026: its loss waits, and comes free with the sale', () => {
    const view = viewOf(inputOf(micro, [up]));
    const [y2026, y2027] = view.years.years;
    expect(toText(y2026?.input.section1256Gain ?? zeroMoney)).toBe('0');
    const waits = whatFrees(
      y2026?.straddles ?? { year: 0, items: [], losses: [], deferred: [], unrecognised: [] },
      view.years.straddles.years.filter(({ year }) => year > 2026),
      view.years.facts.straddles,
      'USD',
    );
    expect(waits.map(({ loss, freedIn, words }) => [toText(loss.amount), freedIn, words])).toEqual([
      [
        '10000',
        2027,
        // A fifth of the hedged coin has a gain of 10 000.
        'A loss of 10,000.00 USD on short MICRO, opened 2026-11-22 (2026) waits; to free it, sell 0.2 BTC of the 1 BTC of 2021-03-04 (together a gain of 50,000.00 USD that is not taxed yet). A further gain of 40,000.00 USD would hold it back in their place until it is taxed, too. Here it counts, all or in part, in 2027.',
      ],
    ]);
    expect(y2027?.straddles.deferred).toEqual([]);
    expect(taxes(view)).toEqual([`2026 ${WAGES}`, '2027 19170', `2028 ${WAGES}`]);
  });

  test('steps move alone: sold in January 2028, closed in January 2027', () => {
    const given = { ...inputOf(perpetual), moves: new Map([['plan-1:sell:BTC', localDate('2028-01-10')]]) };
    expect(taxes(viewOf(given))).toEqual([`2026 ${WAGES}`, `2027 ${WAGES}`, '2028 19170']);
  });

  test('a sale besides takes what the plan has not taken yet; what nobody holds is said', () => {
    const sale = {
      id: 'scenario:sale:1',
      date: localDate('2027-03-01'),
      asset: btc,
      quantity: quantity('3'),
      lots: [],
      only: false,
      price: price('55000'),
    };
    const view = viewOf({ ...inputOf(perpetual), sales: [sale] });
    expect(view.steps.at(-1)?.text).toBe(
      'Sell 2 BTC (1 BTC of 2021-03-04 and 1 BTC of 2026-10-01) at 55,000.00 USD.',
    );
    expect(view.issues).toMatchObject([{ code: 'plan/lots-short' }]);
    // 40 000 and 55 000 − 10 000 long-term, 55 000 − 45 000 short-term.
    const [, y2027] = view.years.years;
    expect([
      toText(y2027?.input.longTermGain ?? zeroMoney),
      toText(y2027?.input.shortTermGain ?? zeroMoney),
    ]).toEqual(['85000', '10000']);
  });
});

describe('the value of paying later', () => {
  const rates = { discountPerYear: rate('0.05'), returnPerYear: rate('0.04') };
  const given = inputOf(perpetual);
  const found = deferralOfView(viewOf(given), given, rates);

  test('the same tax a year later, in today’s money and with what it earns meanwhile', () => {
    expect(found?.years.map(({ year, due, later, now }) => [year, due, toText(later), toText(now)])).toEqual([
      [2026, '2027-04-15', '0', '6000'],
      [2027, '2028-04-15', '6000', '0'],
    ]);
    // 144 and 510 days away, 366 apart.
    expect(toFloat(found?.value ?? zeroMoney)).toBeCloseTo(
      6000 * (1.05 ** (-144 / 365) - 1.05 ** (-510 / 365)),
      6,
    );
    expect(toFloat(found?.earned ?? zeroMoney)).toBeCloseTo(6000 * (1.04 ** (366 / 365) - 1), 6);
  });

  test('none where nothing is sold', () => {
    const nothing = { ...given, legs: [] };
    expect(deferralOfView(viewOf(nothing), nothing, rates)).toBeNull();
  });
});
