/** The choices about futures, straddles and losses as answers carry them. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { TAX_ELECTIONS, taxElectionNamed } from '../../../../shared/domain/tax-election-list.ts';
import { TAX_ELECTION_GROUPS } from '../../../../shared/domain/tax-elections.ts';
import type { TaxElection } from '../../../../shared/domain/tax-elections.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText, localDate, parseLocalDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { electionDeadline } from '../../../engine/tax/jurisdictions/us/elections/election-deadline.ts';
import type { Derived } from '../../derived.ts';

type TaxElectionText = CallAnswer<'elections.read'>['taxElections'][number];

/** A choice with its id in the ledger, which may name a year. */
export interface NamedElection {
  readonly id: string;
  readonly election: TaxElection;
  readonly year: number | null;
}

/** Every choice that this ledger has: one by year once for each year with a loss, and for each that was chosen. */
export function namedElections(derived: Derived): readonly NamedElection[] {
  const chosen = derived.facts.elections.flatMap(({ id }) => taxElectionNamed(id)?.year ?? []);
  const years = [...new Set([...section1256LossYears(derived), ...chosen])].toSorted((a, b) => a - b);
  return TAX_ELECTION_GROUPS.flatMap((group) => TAX_ELECTIONS.filter((one) => one.group === group)).flatMap(
    (election): readonly NamedElection[] =>
      election.kind === 'by-year'
        ? years.map((year) => ({ id: `${election.id}:${year}`, election, year }))
        : [{ id: election.id, election, year: null }],
  );
}

/** Years in which section 1256 contracts brought a net loss, as assessed; else by their results alone. */
export function section1256LossYears({ taxYears }: Derived): readonly number[] {
  const assessed = new Map(taxYears.years.map(({ input }) => [input.year, input.section1256Gain]));
  const realised = taxYears.realised.map(
    ({ year, section1256Gain }) => [year, assessed.get(year) ?? section1256Gain] as const,
  );
  return realised.flatMap(([year, gain]) => (isNegative(gain) ? [year] : []));
}

/** In: `today`, the taxpayer's real local day. */
export function taxElectionText(
  { id, election, year }: NamedElection,
  derived: Derived,
  today: LocalDate,
): TaxElectionText {
  const { title, sentence, law, deadline, group, kind, options, defaultValue } = election;
  const { elections, timeZone } = derived.facts;
  const made = elections.find((one) => one.id === id && isValueOf(election, one.value));
  const madeOn = made === undefined ? null : localDateOf(made.madeAt, timeZone);
  const value = made?.value ?? defaultValue;
  return {
    id,
    title: year === null ? title : `${title}: ${year}`,
    sentence,
    law,
    deadline,
    group,
    kind,
    year,
    options: options.map((option) => ({ ...option })),
    value,
    defaultValue,
    madeAt: made === undefined ? null : toIso(made.madeAt),
    late: lateWords({ id: election.id, value, year }, options, madeOn, today),
  };
}

/** The bills are of 2025 and 2026: none reaches back before the year of the first. */
const BEFORE_ANY_BILL = localDate('2025-01-01');
const LAST_DATE = localDate('2999-12-31');

/** Whether a value answers a choice. */
export function isValueOf({ kind, options }: TaxElection, value: string): boolean {
  if (options.some((option) => option.value === value)) return true;
  const date = parseLocalDate(value);
  return kind === 'date-or-off' && date !== undefined && date >= BEFORE_ANY_BILL && date <= LAST_DATE;
}

function lateWords(
  chosen: { readonly id: string; readonly value: string; readonly year: number | null },
  options: TaxElection['options'],
  madeOn: LocalDate | null,
  today: LocalDate,
): string | null {
  const day = madeOn ?? today;
  const ofChosen = madeOn === null ? null : electionDeadline(chosen, day);
  if (ofChosen !== null && ofChosen.date < day)
    return `It was chosen here on ${dateText(day)}, after ${dateText(ofChosen.date)}; your own records are said to show that you made it in time.`;
  const open = options
    .filter(({ value }) => value !== chosen.value)
    .flatMap((option) => {
      const deadline = electionDeadline({ ...chosen, value: option.value }, today);
      return deadline !== null && deadline.date < today ? [{ option, deadline }] : [];
    });
  const [first] = open;
  if (first === undefined) return null;
  return `“${first.option.words}” could be chosen until ${dateText(first.deadline.date)}: ${first.deadline.why}`;
}
