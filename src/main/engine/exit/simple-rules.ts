/** What one would do without a plan: five rules on the same facts, each with its price or with the limit that it breaks. */
import { rate } from '../../../shared/num/parse.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase } from './exit-case.ts';
import { SIMPLE_RULES } from './exit-plan.ts';
import type { RuleOutcome, SimpleRule } from './exit-plan.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import { feasibility } from './feasibility.ts';
import { priceSchedule } from './price-schedule.ts';
import { allOn, portionsOn } from './rule-schedules.ts';

const TITLES: Readonly<Record<SimpleRule, string>> = {
  'fifo-now': 'First in, first out, all today',
  'hifo-now': 'Highest cost first, all today',
  'min-tax-now': 'Lowest tax first, all today',
  'next-year': 'Hedged now, all on the first day of next year',
  'half-and-half': 'Half today, half next year, lowest tax first',
};

/** What a rule is called. Where one may not trade today, its first day is not today. */
export function ruleTitle(rule: SimpleRule, { asOf, dates }: Pick<ExitCase, 'asOf' | 'dates'>): string {
  const title = TITLES[rule];
  const first = dates[0]?.date;
  if (first === undefined || first <= asOf) return title;
  return title
    .replace('all today', 'all on the first day')
    .replace('Half today', 'Half on the first day')
    .replace('Hedged now', 'Hedged on the first day');
}

const HALF = rate('0.5');
const ALL = rate('1');

/** Every rule in its fixed order, priced by the tax engine; one that breaks a limit says which. */
export function simpleRules(given: ExitCase): readonly RuleOutcome[] {
  return SIMPLE_RULES.map((rule) => outcomeOf(rule, given));
}

function outcomeOf(rule: SimpleRule, given: ExitCase): RuleOutcome {
  const schedule = ruleSchedule(rule, given);
  if (typeof schedule === 'string') return { rule, priced: null, why: schedule };
  const [broken] = feasibility(given, schedule);
  return broken === undefined
    ? { rule, priced: priceSchedule(given, schedule), why: null }
    : { rule, priced: null, why: broken.issue.message };
}

/** The rule's schedule; in words why there is none. */
export function ruleSchedule(rule: SimpleRule, given: ExitCase): ExitSchedule | string {
  const first = given.dates[0]?.date;
  if (first === undefined) return 'There is no day on which to trade.';
  switch (rule) {
    case 'fifo-now':
      return allOn(given, first, 'fifo');
    case 'hifo-now':
      return allOn(given, first, 'hifo');
    case 'min-tax-now':
      return allOn(given, first, 'min-tax');
    case 'next-year':
    case 'half-and-half': {
      const next = firstOfNextYear(given, first);
      if (next === null) return 'The plan has no day to trade on in the next year.';
      return rule === 'next-year'
        ? allOn(given, next, 'min-tax')
        : portionsOn(
            given,
            [
              { date: first, share: HALF },
              { date: next, share: ALL },
            ],
            'min-tax',
          );
    }
  }
}

function firstOfNextYear({ dates }: ExitCase, first: LocalDate): LocalDate | null {
  return dates.find(({ date }) => yearOf(date) > yearOf(first))?.date ?? null;
}
