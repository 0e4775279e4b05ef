/** Everything on the calendar of a ledger: what the facts say, and what its plans mean to do. */
import { isZero } from '../../../../shared/num/arithmetic.ts';
import { lastDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { calendarOf } from '../../../engine/exit/calendar/calendar-of.ts';
import type { CalendarFilter } from '../../../engine/exit/calendar/calendar-of.ts';
import type { CalendarEntry } from '../../../engine/exit/calendar/calendar-entry.ts';
import { contractEntries } from '../../../engine/exit/calendar/contract-entries.ts';
import type { EndingContract } from '../../../engine/exit/calendar/contract-entries.ts';
import { electionEntries } from '../../../engine/exit/calendar/election-entries.ts';
import { longTermEntries } from '../../../engine/exit/calendar/long-term-entries.ts';
import { paymentEntries } from '../../../engine/exit/calendar/payment-entries.ts';
import { reviewEntries } from '../../../engine/exit/calendar/review-entries.ts';
import { stepEntries } from '../../../engine/exit/calendar/step-entries.ts';
import { yearEndEntries } from '../../../engine/exit/calendar/year-end-entries.ts';
import type { MarkedContract } from '../../../engine/exit/calendar/year-end-entries.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { openExitPlans } from '../close-out/exit-plans-of.ts';
import { section1256LossYears } from '../elections/tax-election-texts.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import { YEARS_AHEAD, projectionBase } from '../projection/projection-base.ts';
import { exitPlansOnCalendar, exitTaxesOf, markedByExitPlans } from './exit-plans-on-calendar.ts';
import { turningUnits } from './turning-units.ts';
import { windowsOf } from './windows-of.ts';

/** The last day that a calendar has where nobody says another: the end of next year, or of the year of the last plan. */
export function lastDayShown({ asOf, facts }: Derived): LocalDate {
  const exits = openExitPlans(facts.settings).flatMap(({ days }) => days.map(({ date }) => date));
  const years = [...facts.plans.map(({ plan }) => plan.exitDate), ...exits].map(yearOf);
  return lastDayOfYear(Math.max(yearOf(asOf) + 1, ...years));
}

export function entriesOf(derived: Derived, filter: CalendarFilter): readonly CalendarEntry[] {
  return calendarOf(allEntries(derived, filter.to), filter);
}

/** All of a calendar as long as it is usually shown: what a what-if finds its steps in. */
export function everyEntry(derived: Derived): readonly CalendarEntry[] {
  return allEntries(derived, lastDayShown(derived));
}

const made = keptFor((_: Derived) => new Map<LocalDate, readonly CalendarEntry[]>());

function allEntries(derived: Derived, to: LocalDate): readonly CalendarEntry[] {
  const known = made(derived);
  let entries = known.get(to);
  if (entries === undefined) known.set(to, (entries = makeEntries(derived, to)));
  return entries;
}

function makeEntries(derived: Derived, to: LocalDate): readonly CalendarEntry[] {
  const { asOf, facts, prices, at, taxElections } = derived;
  const { planned } = projectionBase(derived, YEARS_AHEAD);
  const { years } = planned;
  const { currency } = facts;
  const openings = planned.steps.filter(({ kind, plan }) => kind === 'open' && plan !== null);
  return [
    ...longTermEntries({
      asOf,
      currency,
      years,
      turning: turningUnits(derived, years.straddles.holdingPeriods),
      priceOf: (asset) => prices.latest(asset, at)?.price ?? null,
    }),
    ...yearEndEntries({ asOf, to, marked: markedOf(derived) }),
    ...contractEntries(endingOf(derived), asOf),
    ...windowsOf(derived, planned),
    ...stepEntries(
      facts.plans.map(({ plan }) => ({ plan: plan.id, steps: plan.steps })),
      planned.steps,
    ),
    ...exitPlansOnCalendar(derived),
    ...reviewEntries({ asOf, to, plans: reviewedOf(derived), policy: facts.policy?.calendar ?? null }),
    ...paymentEntries({ asOf, to, currency, years, exitTaxes: exitTaxesOf(derived) }),
    ...electionEntries({
      asOf,
      elections: taxElections,
      lossYears: section1256LossYears(derived),
      hasHedges: derived.positions.positions.length > 0 || facts.plans.length > 0,
      openings: openings.map(({ id, date, plan }) => ({
        id,
        date,
        of: plan === null ? [] : [{ kind: 'plan', id: plan }],
      })),
    }),
  ];
}

/** Open dated contracts, and those of legs that nothing has opened yet. */
function endingOf(derived: Derived): readonly EndingContract[] {
  const open = derived.positions.positions.flatMap((position): EndingContract[] => {
    const { side, spec, account, contract } = position;
    if (side === 'flat' || spec.expiry === null) return [];
    const id = positionKey(position);
    return [
      {
        id,
        symbol: spec.symbol,
        asset: spec.underlying,
        expiry: spec.expiry,
        side,
        accountName: derived.accountName(account),
        of: [
          { kind: 'position', id },
          { kind: 'contract', id: contract },
        ],
      },
    ];
  });
  const meant = legLivesOf(derived).flatMap(({ leg, plan, terms, state }): EndingContract[] => {
    if (state !== 'planned' || terms === undefined || terms.expiry === null) return [];
    return [
      {
        id: leg.id,
        symbol: terms.symbol,
        asset: leg.asset,
        expiry: terms.expiry,
        side: leg.side === 'sell' ? 'short' : 'long',
        accountName: null,
        of: [
          { kind: 'plan', id: plan.id },
          { kind: 'contract', id: leg.contract },
        ],
      },
    ];
  });
  return [...open, ...meant];
}

/** Section 1256 contracts: positions that are open, until the plan that has them closes them, and legs that are meant. */
function markedOf(derived: Derived): readonly MarkedContract[] {
  const lives = legLivesOf(derived).filter(({ state }) => state !== 'closed');
  const exits = new Map(
    lives.flatMap(({ open, plan }) => open.map(({ part }) => [positionKey(part), plan.exitDate] as const)),
  );
  const open = derived.positions.open.flatMap((position): MarkedContract[] => {
    const { spec } = position;
    if (!spec.section1256.status) return [];
    const id = positionKey(position);
    const { symbol, expiry } = spec;
    const until = earlier(expiry, exits.get(id) ?? null);
    return [{ symbol, of: { kind: 'position', id }, from: derived.asOf, until, expiry, planned: false }];
  });
  const meant = lives.flatMap(({ terms, plan, leg, from }): MarkedContract[] => {
    if (terms?.section1256.status !== true) return [];
    const of = { kind: 'contract', id: leg.contract } as const;
    const { symbol, expiry } = terms;
    return [{ symbol, of, from, until: plan.exitDate, expiry, planned: true }];
  });
  return [...open, ...meant, ...markedByExitPlans(derived)];
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Plans of which something is open; the first check is the step that says so, or the day the plan began. */
function reviewedOf(derived: Derived): Parameters<typeof reviewEntries>[0]['plans'] {
  const open = legLivesOf(derived).filter((life) => life.open.some(({ part }) => !isZero(part.open.size)));
  return [...new Map(open.map(({ plan, from }) => [plan.id, { plan, from }])).values()].map(
    ({ plan, from }) => ({
      plan: plan.id,
      firstCheck: plan.steps.find(({ text }) => text.startsWith('Import'))?.date ?? from,
      exit: plan.exitDate,
    }),
  );
}
