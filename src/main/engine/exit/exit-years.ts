/** A case's tax years: with nothing done, and with actions carried out. Contracts that nobody plans for end on their expiry. */
import { yearOf } from '../../../shared/time/local-date.ts';
import type { PlannedAction } from '../tax/jurisdictions/us/actions/planned-action.ts';
import { withActions } from '../tax/jurisdictions/us/actions/with-actions.ts';
import type { TaxPositionId } from '../tax/jurisdictions/us/straddles/straddle-case.ts';
import { taxYearsOf } from '../tax/tax-years.ts';
import type { TaxYears } from '../tax/tax-years.ts';
import type { ExitCase } from './exit-case.ts';

const kept = new WeakMap<ExitCase, TaxYears>();

/** The years as they come if the plan does nothing; computed once for a case. */
export function yearsWithout(given: ExitCase): TaxYears {
  let years = kept.get(given);
  if (years === undefined) kept.set(given, (years = yearsOfActions(given, expiries(given, new Set()))));
  return years;
}

/** The years with actions carried out. In: actions by day. */
export function yearsWith(given: ExitCase, actions: readonly PlannedAction[]): TaxYears {
  const own = new Set(
    given.futures.filter(({ isOpen, part }) => isOpen && part === null).map(({ position }) => position),
  );
  return yearsOfActions(given, [...actions, ...expiries(given, own)]);
}

function yearsOfActions(given: ExitCase, actions: readonly PlannedAction[]): TaxYears {
  const { profile, facts, book, lastYear, asOf } = given;
  const ahead = withActions(facts, actions, book, lastYear);
  return taxYearsOf({ profile, facts: ahead, currentYear: yearOf(asOf), lastYear });
}

/** Positions of the ledger that end within the years counted, each closed on that day at its assumed price. */
function expiries(
  { facts, book, asOf, lastYear }: ExitCase,
  except: ReadonlySet<TaxPositionId>,
): PlannedAction[] {
  return [...facts.stretches.values()].flatMap(({ id, spec, open }): PlannedAction[] => {
    const { expiry } = spec;
    if (open === null || expiry === null || except.has(id)) return [];
    if (expiry < asOf || yearOf(expiry) > lastYear) return [];
    const price = book.contractPriceOn(spec, expiry);
    return price === null ? [] : [{ kind: 'close', date: expiry, position: id, price }];
  });
}
