/** Net worth is what was paid in, plus gains, income and what is not yet realised, less what was given away. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerEventsOf } from '../../src/main/core/services/calc/calc-gains-events.ts';
import { orderedEvents } from '../../src/main/engine/events/ordered-events.ts';
import { ownMovementsOf } from '../../src/main/engine/events/own-movements.ts';
import { holdingsOf } from '../../src/main/engine/holdings/holdings-of.ts';
import type { Holdings } from '../../src/main/engine/holdings/holdings.ts';
import type { LotMatching } from '../../src/main/engine/lots/lot-matching.ts';
import { lotLaws } from '../../src/main/engine/lots/law/lot-laws.ts';
import { matchLots } from '../../src/main/engine/lots/match-lots.ts';
import { longTermFrom } from '../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../../src/main/engine/valuation/price-book.ts';
import type { CalcEvent } from '../../src/shared/contract/calc-gains.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import type { Disposal } from '../../src/shared/domain/lot.ts';
import { toText } from '../../src/shared/num/format.ts';
import { price } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { endOfDay, utc } from '../../src/shared/time/time-zone.ts';
import { parse, plus, zero, minus, cmp } from './fraction.fixture.ts';
import type { Fraction } from './fraction.fixture.ts';
import { lotEvents } from './lot-events.fixture.ts';

const asOf = localDate('2040-01-01');
const at = endOfDay(asOf, utc);
const PRICES = { BTC: '31.7', ETH: '12.25', SOL: '0.4', BNB: '9' };

function bothOf(events: readonly CalcEvent[]): { lots: LotMatching; holdings: Holdings } {
  const request = { jurisdiction: 'us', lotMethod: 'hifo', basisScope: 'account', currency: 'USD' } as const;
  const ordered = orderedEvents(ledgerEventsOf({ ...request, events: [...events] }, lotLaws.us, utc));
  const marks = Object.entries(PRICES).map(([of, amount]) => ({
    of: assetId(of),
    time: at,
    price: price(amount),
    source: 'test',
  }));
  const prices = priceBookOf(assetId('USD'), marks);
  const { movements } = ownMovementsOf(ordered);
  const lots = matchLots(ordered, {
    methodAt: () => 'hifo',
    scope: 'account',
    longTermFrom,
    timeZone: utc,
    prices,
    movements,
  });
  return {
    lots,
    holdings: holdingsOf({ events: ordered, openLots: lots.openLots, positions: [], prices, at, asOf }),
  };
}

/** The events without those that move more than there is, or that cannot be valued. */
function withoutShortages(events: readonly CalcEvent[]): readonly CalcEvent[] {
  const { issues } = bothOf(events).lots;
  const faulty = new Set(
    issues.filter(({ severity }) => severity === 'error').map(({ event }) => event as string),
  );
  return faulty.size === 0 ? events : withoutShortages(events.filter(({ id }) => !faulty.has(id)));
}

const total = (values: readonly string[]): Fraction =>
  values.reduce((sum, text) => plus(sum, parse(text)), zero);
/** Left for good, and nothing came back for it. */
const isGivenAway = ({ cause }: Disposal): boolean => cause !== 'sale' && cause !== 'swap' && cause !== 'fee';

/** Without gifts received: they bring a cost that nobody here paid. */
const ownEvents = lotEvents.map((events) => events.filter(({ kind }) => kind !== 'gift-received'));

test('net worth identity', () => {
  fc.assert(
    fc.property(ownEvents, (events) => {
      const { lots, holdings } = bothOf(withoutShortages(events));
      const gains = total(lots.disposals.map((one) => toText(one.gain)));
      const given = total(lots.disposals.filter(isGivenAway).map((one) => toText(one.proceeds)));
      const income = total(lots.income.map((item) => toText(item.value)));
      const unrealised = total([holdings.unrealisedShort, holdings.unrealisedLong].map(toText));
      const gap = minus(parse(toText(holdings.total)), plus(minus(plus(gains, income), given), unrealised));
      expect(cmp(gap, parse('0.0000000001'))).toBeLessThan(0);
      expect(cmp(gap, parse('-0.0000000001'))).toBeGreaterThan(0);
      for (const { asset, assetClass, quantity } of holdings.holdings) {
        const inLots = total(
          lots.openLots.filter((lot) => lot.asset === asset).map((lot) => toText(lot.quantity)),
        );
        if (assetClass === 'coin') expect(cmp(inLots, parse(toText(quantity)))).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});
