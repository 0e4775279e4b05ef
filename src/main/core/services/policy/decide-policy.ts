import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { Firing } from '../../../engine/rebalance/policy/firings.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { decisionOf, storedDecisions } from './policy-decisions.ts';
import type { DecisionBody } from './policy-decisions.ts';
import { policyHistory } from './policy-history.ts';

/**
 * Records what was decided when rules fired, at the end of the chain of records.
 * Errors: `targets/no-policy`, `policy/no-such-firing`, those of writing.
 */
export const decidePolicy: Handler<'policy.decide'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  if (derived.value.facts.policy === null) return fail('targets/no-policy', {});
  const { firings } = await policyHistory(derived.value, context);
  const answered = answeredBy(request, firings, derived.value);
  if (!answered.ok) return answered;
  const body: DecisionBody = {
    decided: request.decided,
    date: dateText(derived.value.asOf),
    note: request.note ?? null,
    firings: answered.value.map(({ id, words }) => ({ id, words })),
  };
  const stored = await ledger.write.appendRecord({
    kind: 'policy-decision',
    body: canonicalJson(body),
    recordedAt: context.clock,
  });
  return stored.ok ? ok(decisionOf(stored.value).text) : stored;
};

/** Those named, or all that hold and that nothing was decided about. */
function answeredBy(
  { firings: ids }: CallRequest<'policy.decide'>,
  firings: readonly Firing[],
  { facts }: Derived,
): Result<readonly Firing[]> {
  if (ids === undefined) {
    const decided = new Set(storedDecisions(facts.records).flatMap((one) => one.firings));
    return ok(firings.filter(({ id, until }) => until === null && !decided.has(id)));
  }
  const named: Firing[] = [];
  for (const id of new Set(ids)) {
    const found = firings.find((firing) => firing.id === id);
    if (found === undefined) return fail('policy/no-such-firing', { firing: id }, { field: 'firings' });
    named.push(found);
  }
  return ok(named);
}
