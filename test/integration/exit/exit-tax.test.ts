/**
 * The plan's tax is the tax engine's assessment of a ledger to which the plan's trades are really added: sales with their lots
 * identified, fills that open and close the futures, funding. To the cent, always.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { LotChoice } from '../../../src/shared/domain/lot-records.ts';
import type { LotId } from '../../../src/shared/domain/lot.ts';
import type { PriceMark } from '../../../src/shared/domain/price-mark.ts';
import type { StraddleRegime, TaxElectionValues } from '../../../src/shared/domain/tax-elections.ts';
import { subtract, sum } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { apportion, valueOf } from '../../../src/shared/num/products.ts';
import { roundTo } from '../../../src/shared/num/rounding.ts';
import type { Money, Quantity } from '../../../src/shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../src/shared/num/types.ts';
import {
  dateText,
  lastBusinessDayOfYear,
  lastDayOfYear,
  localDate,
  yearOf,
} from '../../../src/shared/time/local-date.ts';
import type { LocalDate } from '../../../src/shared/time/local-date.ts';
import { utc } from '../../../src/shared/time/time-zone.ts';
import { event } from '../../../src/main/engine/events/event.fixture.ts';
import type { ExitCase } from '../../../src/main/engine/exit/exit-case.ts';
import { priceSchedule } from '../../../src/main/engine/exit/price-schedule.ts';
import type { PricedSchedule } from '../../../src/main/engine/exit/priced-schedule.ts';
import { allOn, portionsOn } from '../../../src/main/engine/exit/rule-schedules.ts';
import type { LotOrder } from '../../../src/main/engine/exit/lot-order.ts';
import { matchLots } from '../../../src/main/engine/lots/match-lots.ts';
import { longTermFrom } from '../../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import type { LegOnRecord } from '../../../src/main/engine/tax/jurisdictions/us/offsets/leg-on-record.ts';
import { markOf } from '../../../src/main/engine/tax/jurisdictions/us/us-facts.fixture.ts';
import { usFactsOf } from '../../../src/main/engine/tax/jurisdictions/us/us-facts-of.ts';
import type { UsFacts } from '../../../src/main/engine/tax/jurisdictions/us/us-facts.ts';
import { taxYearsOf } from '../../../src/main/engine/tax/tax-years.ts';
import { priceBookOf } from '../../../src/main/engine/valuation/price-book.ts';
import { COIN, coins, exitCaseOf, exitStories } from '../../properties/exit-stories.fixture.ts';
import type { ExitStory } from '../../properties/exit-stories.fixture.ts';
import { runs } from '../../runs.ts';

const USD = assetId('USD');
const VENUE = accountId('venue');

interface Ledger {
  readonly events: readonly LedgerEvent[];
  readonly legs: readonly LegOnRecord[];
  readonly chosenLots: ReadonlyMap<EventId, readonly LotChoice[]>;
  readonly regimeOf: (leg: string) => StraddleRegime;
}

/** What happened before the plan. */
function before({ lots, short, price: at }: ExitStory, given: ExitCase): Ledger {
  const bought = lots.map(({ units, cost, day }, place) =>
    event(`lot-${place + 1}`, 'buy', day, [
      `wallet BTC ${(units / 10).toFixed(1)}`,
      `wallet USD -${units * cost}`,
    ]),
  );
  const none = { chosenLots: new Map<EventId, readonly LotChoice[]>(), regimeOf: () => 'none' as const };
  const [future] = given.futures;
  if (short === null || short.opened === null || future === undefined)
    return { ...none, events: bought, legs: [] };
  const fill = fillOf(given, 'fill-1', `${short.opened}T15:00:00Z`, {
    side: 'sell',
    amount: coins(short.steps * short.unitsPerStep),
    at: price(String(at(short.opened) * 10)),
    fee: zeroMoney,
  });
  const leg: LegOnRecord = {
    leg: 'leg-1',
    contract: future.terms.id,
    recordedOn: localDate(short.opened),
    asOf: localDate(short.opened),
    fills: [fill.id],
    lots: short.hedges.map(({ lot, units }) => ({ lot: `lot-${lot + 1}` as LotId, quantity: coins(units) })),
  };
  return { ...none, events: [...bought, fill], legs: [leg] };
}

function fillOf(
  given: ExitCase,
  id: string,
  time: string,
  trade: { side: 'buy' | 'sell'; amount: Quantity; at: ReturnType<typeof price>; fee: Money },
): LedgerEvent {
  const [future] = given.futures;
  if (future === undefined) throw new Error('no future');
  const fee = trade.fee === zeroMoney ? [] : [`venue USD -${toText(trade.fee)} fee`];
  return event(id, 'futures-fill', time, fee, {
    fill: {
      account: VENUE,
      contract: future.terms.id,
      side: trade.side,
      quantity: trade.amount,
      price: trade.at,
      positionSide: 'one-way',
    },
  });
}

/** The plan's trades as rows of a ledger, its sales identified, its hedge on record. */
function after(ledger: Ledger, given: ExitCase, { flows, schedule }: PricedSchedule): Ledger {
  const events = [...ledger.events];
  const legs = [...ledger.legs];
  const chosenLots = new Map(ledger.chosenLots);
  const [future] = given.futures;
  let open = zeroQuantity;
  if (future?.isOpen === true) open = ofSteps(future.coinsPerStep, future.steps);
  for (const [place, action] of flows.actions.entries()) {
    const id = `plan-${place}`;
    const minute = String(place % 60).padStart(2, '0');
    const hour = 12 + Math.floor(place / 60);
    const time = `${dateText(action.date)}T${hour}:${minute}:00Z`;
    switch (action.kind) {
      case 'sell': {
        const gross = valueOf(action.quantity, action.price, 'half-even');
        const fee = action.fee === undefined ? [] : [`wallet USD -${toText(action.fee)} fee`];
        events.push(
          event(id, 'sell', time, [
            `wallet BTC -${toText(action.quantity)}`,
            `wallet USD ${toText(gross)}`,
            ...fee,
          ]),
        );
        chosenLots.set(id as EventId, [{ lot: action.lot, quantity: action.quantity }]);
        break;
      }
      case 'open':
        open = action.coins;
        events.push(
          fillOf(given, id, time, {
            side: 'sell',
            amount: action.coins,
            at: action.price,
            fee: action.fee ?? zeroMoney,
          }),
        );
        legs.push({
          leg: 'leg-plan',
          contract: action.spec.id,
          recordedOn: action.date,
          asOf: action.date,
          fills: [id as EventId],
          lots: action.offsets.map(({ long, quantity: of }) => ({ lot: long as LotId, quantity: of })),
        });
        break;
      case 'close': {
        const { part } = action;
        const amount = part === undefined ? open : apportion(open, part.quantity, part.outOf, 'half-even');
        open = subtract(open, amount);
        events.push(
          fillOf(given, id, time, {
            side: 'buy',
            amount,
            at: action.price,
            fee: action.fee ?? zeroMoney,
          }),
        );
        break;
      }
      case 'pay': {
        const amount = toText(action.amount);
        events.push(
          event(
            id,
            'funding',
            time,
            [`venue USD ${amount} funding`],
            future === undefined ? {} : { contract: future.terms.id },
          ),
        );
        break;
      }
      case 'buy':
        throw new Error('no purchases here');
    }
  }
  return {
    events: events.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)),
    legs,
    chosenLots,
    regimeOf: (leg) => (leg === 'leg-plan' ? (schedule.regime ?? 'none') : ledger.regimeOf(leg)),
  };
}

function namesAll({ flows }: PricedSchedule): boolean {
  return flows.actions.every(
    (action) =>
      action.kind !== 'open' ||
      sum(
        action.offsets.map(({ quantity: of }) => of),
        zeroQuantity,
      ) >= action.coins,
  );
}

function ofSteps(perStep: Quantity, steps: number): Quantity {
  return apportion(perStep, quantity(String(steps)), quantity('1'), 'half-even');
}

function factsOf(
  story: ExitStory,
  ledger: Ledger,
  given: ExitCase,
  asOf: LocalDate,
  elections: TaxElectionValues,
): UsFacts {
  const [future] = given.futures;
  const marks: PriceMark[] = [];
  const days = new Set<string>([story.asOf, dateText(asOf)]);
  for (let year = 2023; year <= yearOf(asOf); year++) days.add(dateText(lastBusinessDayOfYear(year)));
  for (const day of [...days].toSorted()) {
    if (day > dateText(asOf)) continue;
    const at = String(story.price(day) * 10);
    marks.push(markOf(COIN, day, at));
    if (future !== undefined) marks.push(markOf(future.terms.id, day, at));
  }
  const prices = priceBookOf(USD, marks);
  const lots = matchLots(ledger.events, {
    methodAt: () => 'fifo',
    scope: 'account',
    longTermFrom,
    timeZone: utc,
    prices,
    movements: [],
    chosenLots: ledger.chosenLots,
  });
  return usFactsOf({
    lots,
    events: ledger.events,
    specOf: () => future?.terms,
    prices,
    timeZone: utc,
    asOf,
    elections,
    legs: ledger.legs,
    regimeOf: (leg) => ledger.regimeOf(leg),
    waiting: [],
  });
}

const toCent = (amount: Money): string => toText(roundTo(amount, 2, 'half-even'));

const ways = fc.record({
  order: fc.constantFrom<LotOrder>('fifo', 'hifo', 'min-tax'),
  shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  funding: fc.constantFrom<TaxElectionValues['funding']>(
    'with-position',
    'when-paid',
    'ordinary',
    'capitalise',
  ),
  regime: fc.constantFrom<StraddleRegime | null>(null, 'none', 'identified', 'section-1256d'),
  recorded: fc.boolean(),
  /** Of hedges that are open already; what a new one offsets by another rule than its record is the case's own to say. */
  partialHedge: fc.constantFrom<TaxElectionValues['partialHedge']>('identified', 'pro-rata', 'oldest', 'all'),
});

test('tax of each year, plan and ledger', { timeout: 120_000 }, () => {
  const stories = exitStories({ lots: 6, unitsOfLot: 4, days: 4, steps: 6 });
  fc.assert(
    fc.property(stories, ways, (story, way) => {
      const asked = exitCaseOf(story);
      const partialHedge = story.short?.opened == null ? 'identified' : way.partialHedge;
      const elections = { ...asked.facts.straddles.elections, funding: way.funding, partialHedge };
      const known = before(story, asked);
      const past = way.recorded ? known : { ...known, legs: [] };
      const given = { ...asked, facts: factsOf(story, past, asked, asked.asOf, elections) };
      const days = given.dates.slice(0, way.shares.length).map(({ date }) => date);
      const portions = days.map((date, place) => ({
        date,
        share: rate((way.shares[place] ?? 1) % 2 === 0 ? '0.5' : '0.25'),
      }));
      const [first] = days;
      if (first === undefined) return;
      const plain =
        portions.length === 1 ? allOn(given, first, way.order) : portionsOn(given, portions, way.order);
      const schedule = { ...plain, regime: way.regime };
      const priced = priceSchedule(given, schedule);
      // Coins of a short that no record names would be presumed to hedge what else is held; a case names enough lots.
      if (story.straddles && !namesAll(priced)) return;
      const ledger = after(past, given, priced);
      const facts = factsOf(story, ledger, given, lastDayOfYear(given.lastYear), elections);
      const years = taxYearsOf({
        profile: given.profile,
        facts,
        currentYear: given.lastYear,
        lastYear: given.lastYear,
      });
      const assessed = priced.taxByYear.map(({ year }) => {
        const found = years.years.find(({ input }) => input.year === year);
        return [year, found === undefined ? null : toCent(found.assessment.totalTax)];
      });
      expect(assessed).toEqual(priced.taxByYear.map(({ year, taxWith }) => [year, toCent(taxWith)]));
    }),
    { numRuns: runs(400) },
  );
});
