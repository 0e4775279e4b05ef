/** Whatever straddle rules do to a year, the forms hold each dollar once: their sums are those of sales and items. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { Disposal, LotId } from '../../../shared/domain/lot.ts';
import { add, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, quantity } from '../../../shared/num/parse.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import type { TaxPositionId } from '../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import type { TaxItem } from '../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import { emptyRealisedYear } from '../../engine/tax/realised-years.ts';
import type { NamedFuture, YearFacts } from '../year-facts.ts';
import { isShortBox } from './boxes.ts';
import { scheduleDFigures } from './schedule-d-figures.ts';

const cents = (n: number): Money => money((n / 100).toFixed(2));
const terms = fc.constantFrom('short' as const, 'long' as const);

const anySale = fc.record({
  proceeds: fc.nat(1_000_000),
  cost: fc.nat(1_000_000),
  term: terms,
  lot: fc.nat(3),
});
const anyItem = fc.record({
  amount: fc.integer({ min: -100_000, max: 100_000 }),
  of: fc.constantFrom('0', '1', '2', '3', 'F1', 'F2', 'F3'),
  disposal: fc.option(fc.nat(5), { nil: undefined }),
  kind: fc.constantFrom<TaxItem['kind'][]>(
    'result',
    'mark',
    'mark-taken-back',
    'deferred',
    'released',
    'term',
    'basis',
    'disallowed',
    'deemed-sale',
  ),
  character: fc.constantFrom<TaxItem['character'][]>('short', 'long', 'section1256', 'ordinary'),
});
const anyYear = fc.record({
  sales: fc.array(anySale, { maxLength: 6 }),
  items: fc.array(anyItem, { maxLength: 12 }),
  losses: fc.uniqueArray(fc.constantFrom('0', '1', '2', '3', 'F1', 'F2', 'F3')),
  form: fc.constantFrom('basis' as const, 'no-basis' as const, 'none' as const),
});

test('short, long and section 1256 of the forms are those of the year', () => {
  fc.assert(
    fc.property(anyYear, (given) => {
      const facts = factsOf(given);
      const { boxes, parts, from6781 } = scheduleDFigures(facts);
      const ofSales = (term: string): Money =>
        sum(
          sales(facts)
            .filter((one) => one.term === term)
            .map(({ gain }) => gain),
          zeroMoney,
        );
      const ofItems = (character: string): Money =>
        sum(
          facts.straddles.items.filter((one) => one.character === character).map(({ amount }) => amount),
          zeroMoney,
        );
      const ofBoxes = (isShort: boolean): Money =>
        sum(
          [...boxes].filter(([box]) => isShortBox(box) === isShort).map(([, { sums }]) => sums.gain),
          zeroMoney,
        );
      const short = add(ofBoxes(true), subtract(from6781.short, parts.line8));
      const long = add(ofBoxes(false), subtract(from6781.long, parts.line9));
      expect(toText(short)).toBe(toText(add(ofSales('short'), ofItems('short'))));
      expect(toText(long)).toBe(toText(add(ofSales('long'), ofItems('long'))));
      expect(parts.line5).toBe(ofItems('section1256'));
    }),
    { numRuns: 1000 },
  );
});

function sales({ disposals }: YearFacts): readonly Disposal[] {
  return Array.from({ length: disposals.count }, (_, place) => disposals.at(place));
}

function factsOf({
  sales: given,
  items,
  losses,
  form,
}: typeof anyYear extends fc.Arbitrary<infer T> ? T : never): YearFacts {
  const disposals = given.map(({ proceeds, cost, term, lot }, n): Disposal => {
    const of = { proceeds: cents(proceeds), costBasis: cents(cost) };
    return {
      ...of,
      event: `e${n}` as EventId,
      asset: 'BTC' as AssetId,
      account: 'a' as AccountId,
      quantity: quantity('0.3'),
      lot: String(lot) as LotId,
      acquired: instantFromEpochMs(0),
      acquiredDate: localDate('2026-01-02'),
      disposed: instantFromEpochMs(0),
      disposedDate: localDate('2026-05-02'),
      gain: subtract(of.proceeds, of.costBasis),
      term,
      cause: 'sale',
      reason: 'fifo',
      basisUnknown: false,
    };
  });
  const futures = ['F1', 'F2', 'F3'].map((id, n) => futureOf(id, n === 1));
  return {
    year: 2026,
    currency: 'USD',
    disposals: {
      count: disposals.length,
      at: (place) => disposals[place] as Disposal,
      idAt: (place) => `e${place}/1`,
    },
    realised: emptyRealisedYear(2026),
    straddles: {
      year: 2026,
      items: items.map((item) => itemOf(item, given)),
      losses: losses.map((position) => ({
        position: position as LotId,
        opened: localDate('2026-02-03'),
        closed: null,
        loss: zeroMoney,
        carriedIn: zeroMoney,
        unrecognisedGain: zeroMoney,
        recognised: zeroMoney,
        character: 'short',
      })),
      deferred: [],
      unrecognised: [],
    },
    loose: [],
    isPriceMissing: false,
    offsets: [],
    boxes: { a: false, b: false, c: false, d: false },
    futureOf: (id) => futures.find((one) => one.id === id),
    nameOf: (id) => id,
    eventsOf: () => [],
    accountName: () => 'A',
    brokerFormOf: () => form,
    boughtThere: () => true,
    taxYear: null,
    taxYears: [],
    history: [],
    carrybackYears: new Set(),
  };
}

/** An item of a lot names a sale of just that lot, where it names one. */
function itemOf(
  { amount, of, disposal, kind, character }: typeof anyItem extends fc.Arbitrary<infer T> ? T : never,
  given: readonly { readonly lot: number }[],
): TaxItem {
  const base = {
    year: 2026,
    amount: cents(amount),
    of: of as LotId,
    kind,
    character,
    rule: { id: 'us/x', law: 'x' },
  };
  const isOfLot = disposal !== undefined && String(given[disposal]?.lot) === of;
  return isOfLot ? { ...base, disposal: `e${disposal}/1` } : base;
}

function futureOf(id: string, inStraddle: boolean): NamedFuture {
  return {
    id: id as TaxPositionId,
    asset: 'BTC' as AssetId,
    name: id,
    side: 'short',
    section1256: true,
    coins: quantity('1'),
    opened: localDate('2026-02-03'),
    closed: null,
    results: [],
    yearEnds: [],
    account: 'cme' as AccountId,
    accountName: 'CME',
    inStraddle,
  };
}
