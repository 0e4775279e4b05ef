/** What the law and the request give to say besides what the engine found. */
import type { CalcEvent, CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { wordsOf } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { LotLaw } from '../../../engine/lots/law/lot-law.ts';
import { brokerMustBeToldFrom } from '../../../engine/lots/records/broker-identification.ts';
import type { CalcGains } from './calc-gains-figures.ts';
import { namedInTime, namesLots } from './calc-gains-named-lots.ts';
import { methodsNamed } from './calc-gains-options.ts';
import type { Computable } from './calc-gains-refusals.ts';
import { accountsOf, scopeIssues } from './calc-gains-scope-issues.ts';
import { instantOf } from './calc-gains-times.ts';
import { worthFieldOf } from './calc-gains-worth.ts';

/** All issues of an answer: the engine's, then those of the request as a whole, then those of events in order. */
export function issuesOfRequest(
  request: CalcGainsInput,
  gains: CalcGains,
  { law, timeZone }: Computable,
): readonly Issue[] {
  const known = new Set(gains.disposals.map(({ event }) => event));
  const events = request.events.filter(({ id }) => known.has(id as EventId));
  return [
    ...gains.issues.map((issue) => worthIssue(issue, request)),
    ...methodIssues(request, law),
    ...orderIssues(request),
    ...scopeIssues(request, gains, timeZone),
    ...notCoveredIssues(gains),
    ...deniedIssues(gains),
    ...events.flatMap((event) => [
      ...identificationIssues(event, gains, timeZone),
      ...claimIssues(event, law),
    ]),
  ];
}

function methodIssues(request: CalcGainsInput, law: LotLaw): readonly Issue[] {
  const known = law.methods.rule.join(', ');
  return methodsNamed(request, law)
    .filter((method) => !law.methods.rule.includes(method))
    .map((method) => {
      const words = { method, country: law.country, law: law.methods.law, known };
      return issueOf('lots/method-not-in-law', 'warning', words);
    });
}

/** Names that mean nothing here: typing errors, mostly. */
function orderIssues({ standingOrders = [], events }: CalcGainsInput): readonly Issue[] {
  const known = accountsOf(events);
  const named = new Set(standingOrders.flatMap(({ account }) => account ?? []));
  return [...named]
    .filter((account) => !known.has(account))
    .map((account) => issueOf('lots/order-account-unknown', 'warning', { account }));
}

/** Here nobody can import a price: what is missing is a field of the event. */
function worthIssue(issue: Issue, { events }: CalcGainsInput): Issue {
  const event = issue.code === 'prices/missing' ? events.find(({ id }) => id === issue.event) : undefined;
  if (event === undefined || issue.asset === undefined) return issue;
  return {
    ...issue,
    ...wordsOf('calc/worth-missing', { event: event.id, asset: issue.asset, field: worthFieldOf(event) }),
  };
}

/** Once for each change of the law that a disposal comes after. */
function notCoveredIssues({ law, disposals }: CalcGains): readonly Issue[] {
  return law.notCoveredFrom.flatMap(({ date, what }) => {
    const first = disposals.find(({ disposedDate }) => disposedDate >= date);
    if (first === undefined) return [];
    const words = { date: dateText(date), country: law.country, what };
    return [issueOf('calc/law-not-covered', 'warning', words, { event: first.event })];
  });
}

function deniedIssues({ denied, disposals }: CalcGains): readonly Issue[] {
  return [...denied].flatMap(([place, { amount, law }]) => {
    const event = disposals[place]?.event;
    if (event === undefined) return [];
    return [issueOf('lots/loss-denied', 'note', { amount: toText(amount), event, law }, { event })];
  });
}

function identificationIssues(event: CalcEvent, gains: CalcGains, zone: TimeZone): readonly Issue[] {
  if (!namesLots(event)) return [];
  const place = { event: event.id as EventId };
  const { law, sequence } = gains;
  const averaged = gains.disposals.some((one) => one.event === event.id && one.reason === 'average');
  if (sequence !== null || averaged) {
    const rule = sequence?.law ?? 'average cost';
    return [issueOf('lots/identified-without-effect', 'warning', { ...place, law: rule }, place)];
  }
  if (!namedInTime(event, zone)) {
    const recorded = event.identifiedAt ?? '';
    return [
      issueOf('lots/identified-too-late', 'warning', { ...place, recorded, law: law.methods.law }, place),
    ];
  }
  const soldOn = localDateOf(instantOf(event.time, zone), zone);
  const isTold = law.toldToBroker && soldOn >= brokerMustBeToldFrom;
  return isTold ? [issueOf('lots/broker-must-know', 'note', { ...place }, place)] : [];
}

function claimIssues({ kind, id }: CalcEvent, { departures }: LotLaw): readonly Issue[] {
  if (kind !== 'gift' && kind !== 'donation' && kind !== 'lost') return [];
  const { claim } = departures[kind];
  const event = id as EventId;
  return claim === undefined ? [] : [issueOf('calc/claim-possible', 'note', { claim, event }, { event })];
}
