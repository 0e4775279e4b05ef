import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { RealisedYear } from '../../../engine/tax/realised-years.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { standingIssues } from '../standing-issues.ts';
import { sourcesOf } from './event-sources.ts';
import type { SourceOf } from './event-sources.ts';

type Answer = CallAnswer<'holdings.gains'>;

export const readGainsHandlers: HandlersOf<'holdings.gains'> = {
  'holdings.gains': async ({ year }, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { lots, taxYears } = derived.value;
    const sourceOf = sourcesOf(derived.value);
    const isAsked = (one: number): boolean => year === undefined || one === year;
    return ok({
      years: taxYears.realised.filter((one) => isAsked(one.year)).map(yearText),
      disposals: numbered(lots.disposals)
        .filter(({ disposal }) => isAsked(yearOf(disposal.disposedDate)))
        .map(({ disposal, number }) => disposalText(disposal, number, sourceOf)),
      issues: issueTexts(
        [...standingIssues(derived.value), ...lots.issues, ...taxYears.futures.issues],
        derived.value,
      ),
    });
  },
};

/** Each disposal with its place among those of its event, from one: what `explain` ids say. */
function numbered(disposals: readonly Disposal[]): readonly { disposal: Disposal; number: number }[] {
  const counts = new Map<EventId, number>();
  return disposals.map((disposal) => {
    const number = (counts.get(disposal.event) ?? 0) + 1;
    counts.set(disposal.event, number);
    return { disposal, number };
  });
}

function yearText(year: RealisedYear): Answer['years'][number] {
  return {
    year: year.year,
    proceeds: toText(year.proceeds),
    costBasis: toText(year.costBasis),
    shortTermGain: toText(year.shortTermGain),
    longTermGain: toText(year.longTermGain),
    section1256Gain: toText(year.section1256Gain),
    otherFuturesGain: toText(year.otherFuturesGain),
    income: toText(year.income),
  };
}

function disposalText(disposal: Disposal, number: number, sourceOf: SourceOf): Answer['disposals'][number] {
  const { file, line } = sourceOf(disposal.event);
  return {
    event: disposal.event,
    asset: disposal.asset,
    account: disposal.account,
    quantity: toText(disposal.quantity),
    lot: disposal.lot,
    acquired: dateText(disposal.acquiredDate),
    disposed: dateText(disposal.disposedDate),
    proceeds: toText(disposal.proceeds),
    costBasis: toText(disposal.costBasis),
    gain: toText(disposal.gain),
    term: disposal.term,
    cause: disposal.cause,
    basisUnknown: disposal.basisUnknown,
    file,
    line,
    explain: `disposal:${disposal.event}/${number}`,
  };
}
