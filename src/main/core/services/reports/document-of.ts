/** A paper of the open ledger: what each kind is made of. Adding one: a builder and a line. */
import type { ReportKind } from '../../../../shared/domain/report-kind.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { version } from '../../../../shared/version.ts';
import { carryback } from '../../../reports/forms/carryback.ts';
import { carryoverWorksheet } from '../../../reports/forms/carryover-worksheet.ts';
import { form6781 } from '../../../reports/forms/form-6781.ts';
import { form8949 } from '../../../reports/forms/form-8949.ts';
import { scheduleD } from '../../../reports/forms/schedule-d.ts';
import { electionsPaper } from '../../../reports/papers/elections-paper.ts';
import { disposalsPaper, journalPaper, lotsPaper } from '../../../reports/papers/ledger-lists.ts';
import { identificationsPaper } from '../../../reports/papers/records-paper.ts';
import type { ReportDocument, ReportHead } from '../../../reports/report-document.ts';
import { kindWords } from '../../../reports/report-kinds.ts';
import type { CallContext } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { clockWords, longTermDateOf, lotClocksOf } from '../holdings/lot-clocks.ts';
import { sourcesOf } from '../holdings/event-sources.ts';
import { choicesInForce } from './choices-in-force.ts';
import type { ChoicesInForce } from './choices-in-force.ts';
import { disposalsLeaving, eventsOfYear } from './ledger-years.ts';
import { memoOf } from './memo-of.ts';
import { missingOf } from './possible.ts';
import { yearFactsOf } from './year-facts-of.ts';

export interface Paper {
  readonly head: ReportHead;
  readonly document: ReportDocument;
}

/** Everything that a builder may ask for. */
export interface PaperRequest {
  readonly year: number;
  readonly derived: Derived;
  readonly context: CallContext;
  readonly choices: ChoicesInForce;
}

type Builder = (request: PaperRequest) => ReportDocument | Promise<ReportDocument>;

const names = (derived: Derived): Omit<Parameters<typeof lotsPaper>[1], 'clockOf'> => ({
  accountName: (account) => derived.accountName(account),
  placeOf: sourcesOf(derived),
});

function clockOf(derived: Derived): Parameters<typeof lotsPaper>[1]['clockOf'] {
  const clocks = lotClocksOf(derived);
  return (lot) => {
    const clock = clocks.get(lot.id);
    return {
      longTermFrom: longTermDateOf(lot, clocks),
      words: clock === undefined ? null : clockWords(lot, clock),
    };
  };
}

const builders: { readonly [Kind in ReportKind]: Builder } = {
  'form-8949': ({ year, derived }) => form8949(yearFactsOf(derived, year)),
  'schedule-d': ({ year, derived }) => scheduleD(yearFactsOf(derived, year)),
  'form-6781': ({ year, derived }) => form6781(yearFactsOf(derived, year)),
  'carryover-worksheet': ({ year, derived }) => carryoverWorksheet(assessedYear(year, derived)),
  carryback: ({ year, derived }) => carryback(yearFactsOf(derived, year)),
  identifications: async ({ derived, context }) => {
    const check = await context.session.ledger?.read.verifyRecords();
    return identificationsPaper(derived.facts.records, check?.intact ?? false);
  },
  elections: ({ choices }) => electionsPaper(choices.lots, choices.taxes, choices.orders),
  'close-out-memo': memoOf,
  lots: ({ derived }) => lotsPaper(derived.lots.openLots, { ...names(derived), clockOf: clockOf(derived) }),
  disposals: ({ year, derived }) =>
    disposalsPaper(year, disposalsLeaving(derived.lots, year), names(derived)),
  journal: ({ year, derived }) =>
    journalPaper(year, eventsOfYear(derived, year), (account) => derived.accountName(account)),
};

/** A year that `missingOf` found nothing missing of. */
function assessedYear(year: number, { taxYears }: Derived): Derived['taxYears']['years'][number] {
  const found = taxYears.years.find(({ input }) => input.year === year);
  if (found === undefined) throw new Error('a year without an assessment');
  return found;
}

/**
 * A paper, with what stands on each of its pages.
 * Errors: `call/invalid-input` (a year is needed, or lies ahead), `reports/not-possible`.
 */
export async function paperOf(
  kind: ReportKind,
  year: number | undefined,
  context: CallContext,
): Promise<Result<Paper>> {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const asked = askedYear(kind, year, derived.value);
  if (!asked.ok) return asked;
  const choices = await choicesInForce(context);
  if (!choices.ok) return choices;
  const request = { year: asked.value, derived: derived.value, context, choices: choices.value };
  const document = await builders[kind](request);
  return ok({ head: headOf(derived.value, choices.value), document: withIssues(document, request) });
}

function askedYear(kind: ReportKind, year: number | undefined, derived: Derived): Result<number> {
  const { title, perYear } = kindWords[kind];
  const running = yearOf(derived.asOf);
  if (!perYear) return ok(running);
  if (year === undefined)
    return fail(
      'call/invalid-input',
      { field: 'year', reason: 'this paper is of one year: say which' },
      { field: 'year' },
    );
  if (year > running)
    return fail(
      'call/invalid-input',
      { field: 'year', reason: `nothing has happened in ${year} yet` },
      { field: 'year' },
    );
  const missing = missingOf(kind, year, derived);
  if (missing === null) return ok(year);
  return fail('reports/not-possible', {
    title: `${title} of ${year}`,
    why: missing.text,
    remedy: missing.fix,
  });
}

function headOf({ asOf, facts }: Derived, { sentences }: ChoicesInForce): ReportHead {
  return {
    asOf,
    currency: facts.currency,
    ledger: facts.ledgerHash.slice(0, 12),
    program: `Hedgerow ${version}`,
    elections: sentences,
  };
}

/** What the figures of a year rest on and leave open. */
function withIssues(document: ReportDocument, { derived, year }: PaperRequest): ReportDocument {
  if (document.year === null) return document;
  const { taxYears } = derived;
  const known = [...taxYears.facts.issues, ...taxYears.straddles.issues];
  const ofYears = known.filter((issue) => issue.year === undefined || issue.year <= year);
  const errors = derived.lots.issues.filter(({ severity }) => severity === 'error');
  const assessed = taxYears.years.find(({ input }) => input.year === year);
  const running =
    year === yearOf(derived.asOf)
      ? [`${year} is not over: this is how the year stands on the day of this paper.`]
      : [];
  return {
    ...document,
    notes: [...document.notes, ...running, ...(assessed?.notes ?? [])],
    issues: [...document.issues, ...errors, ...ofYears],
  };
}
