import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { Firing } from '../../../engine/rebalance/policy/firings.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { storedDecisions } from './policy-decisions.ts';
import type { StoredDecision } from './policy-decisions.ts';
import { policyHistory } from './policy-history.ts';
import type { PolicyHistory } from './policy-history.ts';

type Log = CallAnswer<'policy.log'>;

/** When rules fired, derived day by day from ledger and prices, and what was decided, from the records. */
export const readPolicyLog: Handler<'policy.log'> = async ({ from }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const history = await policyHistory(derived.value, context);
  const decisions = storedDecisions(derived.value.facts.records);
  const since = from === undefined ? null : localDate(from);
  const shown = history.firings.filter(({ firedOn }) => since === null || firedOn >= since).toReversed();
  const ids = new Set(history.firings.map(({ id }) => id));
  const first = history.days[0];
  const last = history.days.at(-1);
  return ok({
    firings: shown.map((firing) => firingText(firing, decisions)),
    decisions: decisions
      .filter(({ firings }) => !firings.some((id) => ids.has(id)))
      .map(({ text }) => text)
      .toReversed(),
    days: history.days.length,
    from: first === undefined ? null : dateText(first.date),
    to: last === undefined ? null : dateText(last.date),
    notes: notesOf(history),
  });
};

function firingText(firing: Firing, decisions: readonly StoredDecision[]): Log['firings'][number] {
  const { id, rule, of, words, firedOn, until, version, drift, lines } = firing;
  const answers = decisions.filter(({ firings }) => firings.includes(id)).map(({ text }) => text);
  return {
    id,
    rule,
    of,
    words,
    firedOn: dateText(firedOn),
    until: until === null ? null : dateText(until),
    version,
    drift: drift === null ? null : toText(drift),
    weights: lines.map((line) => ({
      of: line.of,
      target: toText(line.target),
      effectiveWeight: toText(line.effectiveWeight),
    })),
    state: answers.length > 0 ? 'decided' : until === null ? 'open' : 'passed',
    decisions: answers,
  };
}

function notesOf({ days, supposed }: PolicyHistory): string[] {
  return [
    ...(supposed
      ? ['This is a sample, whose day lies in the past: its targets are taken as a year old on that day.']
      : []),
    ...(days.length === 0
      ? ['There is no day yet with a price of every coin that has a target, so nothing could fire.']
      : [
          'Days without a price of every coin that has a target are left out: nobody knows what stood where.',
        ]),
  ];
}
