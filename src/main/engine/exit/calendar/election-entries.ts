/** The last days of choices that law leaves open. */
import { CARRYBACK_ID } from '../../../../shared/domain/tax-election-list.ts';
import type { TaxElectionValues } from '../../../../shared/domain/tax-elections.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { dateOf, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { electionDeadline } from '../../tax/jurisdictions/us/elections/election-deadline.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarEntry, CalendarLink } from './calendar-entry.ts';

/** A hedge that is meant to be opened: how it is treated has to be written down that day. */
export interface HedgeToIdentify {
  readonly id: string;
  readonly date: LocalDate;
  readonly of: readonly CalendarLink[];
}

export interface ElectionInput {
  readonly asOf: LocalDate;
  readonly elections: TaxElectionValues;
  /** Years in which section 1256 contracts brought a net loss. */
  readonly lossYears: readonly number[];
  readonly openings: readonly HedgeToIdentify[];
  /** False for a ledger without coins and futures: nothing to choose about. */
  readonly hasHedges: boolean;
}

export function electionEntries(input: ElectionInput): readonly CalendarEntry[] {
  return [...carrybacks(input), ...straddleAccount(input), ...input.openings.map(identification)];
}

function carrybacks({ lossYears, elections, asOf }: ElectionInput): readonly CalendarEntry[] {
  return lossYears.flatMap((year) => {
    const deadline = electionDeadline({ id: CARRYBACK_ID, value: 'yes', year }, asOf);
    if (deadline === null || deadline.date < asOf || elections.carrybackYears.has(year)) return [];
    return entryOf({
      id: `election:${CARRYBACK_ID}:${year}`,
      date: deadline.date,
      kind: 'election',
      title: `Last day to carry the section 1256 loss of ${year} back`,
      text: `The section 1256 loss of ${year} can be carried back to the three years before until this day.`,
      why: `It is set against section 1256 gains of those years, and their tax is paid back: ${deadline.why}`,
      law: '26 U.S.C. 1212(c), 6411(a), 6511(d)(2)',
      of: [{ kind: 'election', id: `${CARRYBACK_ID}:${year}` }],
    });
  });
}

/** Of the running year, or of the next where that day is over. */
function straddleAccount({ asOf, hasHedges }: ElectionInput): readonly CalendarEntry[] {
  if (!hasHedges) return [];
  const account = { id: 'straddle-regime', value: 'account', year: null };
  const thisYear = electionDeadline(account, asOf);
  const deadline =
    thisYear !== null && thisYear.date < asOf
      ? electionDeadline(account, dateOf(yearOf(asOf) + 1, 1, 1))
      : thisYear;
  if (deadline === null) return [];
  const year = yearOf(deadline.date);
  return [
    entryOf({
      id: `election:straddle-account:${year}`,
      date: deadline.date,
      kind: 'election',
      title: `Last day to choose a mixed straddle account for ${year}`,
      text: `A mixed straddle account for ${year} can be chosen until this day.`,
      why: `Hedgerow only warns of it, because it would tax the coins at each day’s price; ${deadline.why}`,
      law: 'Reg. 1.1092(b)-4T(f)(1)',
      of: [{ kind: 'election', id: 'straddle-regime' }],
    }),
  ];
}

function identification({ id, date, of }: HedgeToIdentify): CalendarEntry {
  return entryOf({
    id: `election:identify:${id}`,
    date,
    kind: 'election',
    title: 'Put the new hedge on record before the day ends',
    text: `When the hedge is opened on ${dateText(date)}: link its fills on that day, so that the lots it hedges and how it is treated are on record.`,
    why: 'Which lots a short hedges, and any special treatment of it, count only if they are in your records before the day ends on which it begins.',
    law: '26 U.S.C. 1092(a)(2)(B); Reg. 1.1092(b)-3T(d)',
    of,
    planned: true,
  });
}
