import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { LEVELS } from '../../../engine/futures/watch/alarms.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { sigmasOf } from './daily-sigmas.ts';
import type { SigmaOf } from './daily-sigmas.ts';
import { dayEndingIssues } from './ending-today.ts';
import { legLivesOf } from './leg-lives.ts';
import { watchLeg, watchPosition } from './leg-watch.ts';
import { legRow, positionRow } from './monitor-row.ts';
import type { MonitorRow } from './monitor-row.ts';
import { thresholdsOf, thresholdsText } from './thresholds-setting.ts';
import { unclaimedIssue, unclaimedOf } from './unclaimed.ts';

type Monitor = CallAnswer<'monitor.read'>;

/**
 * Every leg and every open position that belongs to none, the worst first, as of the prices given.
 * Errors: `hedge/no-such-leg`.
 */
export const readMonitor: Handler<'monitor.read'> = async ({ leg, closed }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const sigmaOf = await sigmasOf(watchedContracts(derived.value), derived.value, context);
  const rows = monitorRows(derived.value, sigmaOf);
  if (leg !== undefined && !rows.some((row) => row.leg === leg || row.position === leg))
    return fail('hedge/no-such-leg', { leg }, { field: 'leg' });
  const shown = rows.filter((row) =>
    leg === undefined ? closed === true || row.state !== 'closed' : row.leg === leg || row.position === leg,
  );
  return ok({
    asOf: dateText(derived.value.asOf),
    currency: derived.value.facts.currency,
    rows: shown,
    header: headerOf(shown),
    defaults: thresholdsText(thresholdsOf(derived.value.facts.settings, 'default')),
    issues: issueTexts(
      [
        ...dayEndingIssues(derived.value, context.clock),
        ...partsUnclaimed(derived.value),
        ...endedUnsettled(derived.value),
        ...sigmasUnknown(derived.value, sigmaOf),
      ],
      derived.value,
    ),
  });
};

/** The contracts of legs and of open positions. */
export function watchedContracts(derived: Derived): readonly ContractSpec[] {
  const contracts = [
    ...legLivesOf(derived).flatMap(({ terms, position }) => [
      ...(terms === undefined ? [] : [terms]),
      ...position.contracts.map(({ spec }) => spec),
    ]),
    ...derived.positions.open.map(({ spec }) => spec),
  ];
  return [...new Map(contracts.map((one) => [one.id, one])).values()];
}

/** Rows by urgency, worst first; among equals in the order of plans. */
function monitorRows(derived: Derived, sigmaOf: SigmaOf): readonly MonitorRow[] {
  const { settings } = derived.facts;
  // Looked at as of a day before a plan was made, what it only intends is no leg yet.
  const lives = legLivesOf(derived).filter(({ from, state }) => state !== 'planned' || from <= derived.asOf);
  const legs = lives.map((life) =>
    legRow(life, watchLeg(life, thresholdsOf(settings, life.leg.id), derived, sigmaOf), derived),
  );
  const positions = unclaimedOf(derived)
    .filter(({ whole }) => whole)
    .map(({ position }) => {
      const limits = thresholdsOf(settings, positionKey(position));
      return positionRow(position, watchPosition(position, limits, derived, sigmaOf), derived);
    });
  return [...legs, ...positions].toSorted((a, b) => b.urgency - a.urgency);
}

function headerOf(rows: readonly MonitorRow[]): Monitor['header'] {
  const count = (level: string): number => rows.filter((row) => row.level === level).length;
  const [worst] = rows;
  const level = LEVELS.find((one) => count(one) > 0) ?? 'calm';
  return {
    level,
    sentence:
      worst === undefined
        ? 'No futures are open and none are planned.'
        : (worst.alarms[0]?.words ??
          (rows.length === 1 ? 'The leg is calm.' : `All ${rows.length} legs are calm.`)),
    next: worst?.next ?? 'Plan an overlay under Targets & hedge, or import the fills of one.',
    counts: {
      danger: count('danger'),
      act: count('act'),
      watch: count('watch'),
      calm: count('calm'),
      stale: rows.filter(({ stale }) => stale).length,
    },
  };
}

/** What of a position no leg has, where legs have the rest: the rows are of whole legs and whole positions. */
function partsUnclaimed(derived: Derived): ReturnType<typeof issueOf>[] {
  return unclaimedOf(derived)
    .filter(({ whole }) => !whole)
    .map((one) => unclaimedIssue(one));
}

/** What has ended is no row here; that its settlement is missing is told all the same. */
function endedUnsettled({ positions }: Derived): readonly Issue[] {
  return positions.issues.filter(({ code }) => code === 'futures/open-after-expiry');
}

/** Distances are told of what is open; what a leg was rolled out of needs no history. */
function sigmasUnknown(derived: Derived, sigmaOf: SigmaOf): ReturnType<typeof issueOf>[] {
  const unknown = derived.positions.open.filter(({ spec }) => sigmaOf(spec) === null);
  return [...new Set(unknown.map(({ spec }) => spec.underlying))].map((asset) =>
    issueOf('hedge/sigma-unknown', 'note', { asset }, { asset }),
  );
}
