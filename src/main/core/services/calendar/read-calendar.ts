import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { CalendarEntry } from '../../../engine/exit/calendar/calendar-entry.ts';
import type { CalendarFilter } from '../../../engine/exit/calendar/calendar-of.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { openExitPlans } from '../close-out/exit-plans-of.ts';
import { targetedAssets } from '../policy/policy-history.ts';
import { issueTexts } from '../issue-text.ts';
import { standingIssues } from '../standing-issues.ts';
import { traceText } from '../trace-text.ts';
import { entriesOf, lastDayShown } from './calendar-entries.ts';

type Asked = CallRequest<'calendar.read'>;
type EntryText = CallAnswer<'calendar.read'>['entries'][number];

/** Every date that matters, of facts and plans, in one order. Errors: `ledger/locked`, `call/invalid-input`. */
export const readCalendar: Handler<'calendar.read'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const filter = filterOf(request, derived.value);
  if (!filter.ok) return filter;
  const { asOf, facts } = derived.value;
  return ok({
    asOf: dateText(asOf),
    currency: facts.currency,
    from: dateText(filter.value.from),
    to: dateText(filter.value.to),
    entries: entriesOf(derived.value, filter.value).map(entryText),
    assumptions: assumptionsOf(derived.value),
    issues: issueTexts(standingIssues(derived.value), derived.value),
  });
};

/** Errors: `call/invalid-input` where the span ends before it begins, and for a coin that nobody knows. */
export function filterOf(
  { from, to, kinds, assets }: Pick<Asked, 'from' | 'to' | 'kinds' | 'assets'>,
  derived: Derived,
): Result<CalendarFilter> {
  const first = from === undefined ? derived.asOf : localDate(from);
  const usual = lastDayShown(derived);
  const last = to === undefined ? (usual < first ? first : usual) : localDate(to);
  if (last < first)
    return fail(
      'call/invalid-input',
      { field: 'to', reason: `${dateText(last)} is before the first day, ${dateText(first)}` },
      { field: 'to' },
    );
  const known = knownAssets(derived);
  const unknown = assets?.filter((asset) => !known.has(asset)) ?? [];
  if (unknown.length > 0)
    return fail(
      'call/invalid-input',
      {
        field: 'assets',
        reason: `nothing in the ledger, its targets or its plans is called ${unknown.join(', ')}`,
      },
      { field: 'assets' },
    );
  return ok({
    asOf: derived.asOf,
    from: first,
    to: last,
    kinds: kinds === undefined ? null : new Set(kinds),
    assets: assets === undefined ? null : new Set(assets.map(assetId)),
  });
}

/** What an entry of a calendar can be about. */
function knownAssets({ holdings, positions, facts, lots }: Derived): ReadonlySet<string> {
  const { policy, plans, settings } = facts;
  return new Set([
    ...holdings.holdings.map(({ asset }) => asset),
    ...lots.openLots.map(({ asset }) => asset),
    ...positions.positions.map(({ spec }) => spec.underlying),
    ...plans.flatMap(({ plan }) => plan.legs.map(({ asset }) => asset)),
    ...openExitPlans(settings).flatMap(({ goals }) => goals.map(({ asset }) => asset)),
    ...(policy === null ? [] : targetedAssets(policy)),
  ]);
}

function entryText(entry: CalendarEntry): EntryText {
  const { id, date, until, kind, title, text, why, law, asset, amounts, of, planned, moves } = entry;
  return {
    id,
    date: dateText(date),
    until: until === null ? null : dateText(until),
    kind,
    title,
    text,
    why,
    law,
    asset,
    amounts: amounts.map(({ words, value, unit, trace }) => ({
      words,
      value: toText(value),
      unit,
      trace: trace === null ? null : traceText(trace),
    })),
    of: of.map((link) => ({ ...link })),
    planned,
    movable: moves !== null,
  };
}

function assumptionsOf({ facts, taxElections }: Derived): string[] {
  return [
    'A date of a plan holds if the plan is carried out; amounts are at the latest prices that you entered or imported.',
    'The last business day of a year is its last Monday to Friday; holidays of single exchanges are not known here.',
    ...(facts.profile === null
      ? ['Without tax details nothing can be said about what is due, and what waiting is worth.']
      : [
          'Tax is shown on 15 April, the day that figures count on; on a weekend or a holiday the entry says until when it is in time.',
        ]),
    taxElections.washSalesFrom === null
      ? 'The wash-sale rule of today covers trust shares, not coins: coins have no wash-sale windows here. “Law of tomorrow” under Elections sets a day from which they have.'
      : `Coins have wash-sale windows from ${dateText(taxElections.washSalesFrom)} on, as you chose.`,
  ];
}
