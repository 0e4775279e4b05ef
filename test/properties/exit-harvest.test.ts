import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventId } from '../../src/shared/domain/event.ts';
import type { OpenLot } from '../../src/shared/domain/lot.ts';
import { instantFromIso } from '../../src/shared/time/instant.ts';
import { compare, negate, subtract, sum } from '../../src/shared/num/arithmetic.ts';
import { zeroMoney } from '../../src/shared/num/types.ts';
import type { Money } from '../../src/shared/num/types.ts';
import { dateText, yearOf } from '../../src/shared/time/local-date.ts';
import type { ExitCase } from '../../src/main/engine/exit/exit-case.ts';
import { harvestGains, lowBrackets } from '../../src/main/engine/exit/harvest/harvest-gains.ts';
import type { HarvestCase } from '../../src/main/engine/exit/harvest/harvest-case.ts';
import { harvestLosses } from '../../src/main/engine/exit/harvest/harvest-losses.ts';
import type { Harvest } from '../../src/main/engine/exit/harvest/harvest-of.ts';
import { withActions } from '../../src/main/engine/tax/jurisdictions/us/actions/with-actions.ts';
import type { PlannedAction } from '../../src/main/engine/tax/jurisdictions/us/actions/planned-action.ts';
import { taxYearsOf } from '../../src/main/engine/tax/tax-years.ts';
import { runs } from '../runs.ts';
import { COIN, exitCaseOf, exitStories } from './exit-stories.fixture.ts';

// Without a short: hedged lots are not harvested, and nothing else is paid or marked.
const stories = exitStories({ lots: 6, unitsOfLot: 8, days: 3, steps: 3 }).map((story) => ({
  ...story,
  short: null,
  regimes: [],
}));

function caseOf(given: ExitCase): HarvestCase {
  const lots = (given.goals[0]?.lots ?? []).flatMap(({ lot, account, quantity, costBasis }): OpenLot[] => {
    const life = given.book.lotOf(lot);
    if (life === undefined) return [];
    const { acquired } = life.lot;
    const from = {
      event: lot as unknown as EventId,
      acquired: instantFromIso(`${dateText(acquired)}T12:00:00Z`),
    };
    const terms = { acquiredDate: acquired, longTermFrom: life.longTermFrom, basisUnknown: false };
    return [{ id: lot, asset: COIN, account, quantity, costBasis, ...from, ...terms }];
  });
  return { given, plan: [], lots };
}

/** The tax of the years counted by a walk of its own: the ledger's years with the trades and without them. */
function savedByEngine({ given }: HarvestCase, { lots, date, boughtBack }: Harvest): Money {
  const taxOf = (actions: readonly PlannedAction[]): Money => {
    const facts = withActions(given.facts, actions, given.book, given.lastYear);
    const { years } = taxYearsOf({
      profile: given.profile,
      facts,
      currentYear: yearOf(given.asOf),
      lastYear: given.lastYear,
    });
    const counted = years.filter(
      ({ input: { year } }) => year >= yearOf(given.asOf) && year <= given.lastYear,
    );
    return sum(
      counted.map(({ assessment }) => assessment.totalTax),
      zeroMoney,
    );
  };
  const share = given.costs.spotFee;
  const trades = lots.flatMap(({ lot, quantity, price }, place): PlannedAction[] => {
    const fee = feeOf(quantity as unknown as bigint, price as unknown as bigint, share as unknown as bigint);
    const sell = { kind: 'sell' as const, date, lot: lot.id, quantity, price, fee };
    return [
      sell,
      { ...sell, kind: 'buy', date: boughtBack, lot: `mine-${place}` as OpenLot['id'], asset: lot.asset },
    ];
  });
  return subtract(taxOf([]), taxOf(trades));
}

/** Half-even twice, as amounts are rounded to 18 decimals. */
function feeOf(quantity: bigint, price: bigint, share: bigint): Money {
  const one = 10n ** 18n;
  return ((((quantity * price) / one) * share) / one) as unknown as Money;
}

test('what a harvest saves is the difference of the tax engine, and never less than it costs', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const of = caseOf(exitCaseOf(story));
      const losses = await harvestLosses(of, of.given.asOf, async () => {});
      const gains = lowBrackets(of).flatMap((room) =>
        room.year === yearOf(of.given.asOf) ? (harvestGains(of, room, of.given.asOf) ?? []) : [],
      );
      for (const harvest of [...(losses === null ? [] : [losses]), ...gains]) {
        found += 1;
        expect(harvest.saved).toBe(savedByEngine(of, harvest));
        expect(
          sum(
            harvest.byYear.map(({ saved }) => saved),
            zeroMoney,
          ),
        ).toBe(harvest.saved);
        expect(harvest.net).toBe(subtract(harvest.savedToday, harvest.cost));
        for (const { gain, term } of harvest.lots) {
          expect(compare(gain, zeroMoney)).toBe(harvest.kind === 'loss' ? -1 : 1);
          if (harvest.kind === 'gain') expect(term).toBe('long');
        }
      }
      if (losses !== null) expect(compare(losses.net, zeroMoney)).toBe(1);
      for (const { gain } of gains) {
        const [bracket] = lowBrackets(of);
        expect(compare(gain, bracket?.room ?? negate(gain))).not.toBe(1);
      }
    }),
    { numRuns: runs(400) },
  );
  expect(found).toBeGreaterThan(3);
});
