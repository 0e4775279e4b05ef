import { accountId } from '../../../../shared/domain/account.ts';
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { StandingOrder } from '../../../../shared/domain/lot-records.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { instantFromIso, toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { lotLaws } from '../../../engine/lots/law/lot-laws.ts';
import { standingOrderBody } from '../../../ledger/repositories/lot-record-bodies.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import type { Facts } from '../../facts.ts';
import { knownAccount } from './known-account.ts';

/**
 * Records which lots are sold first from a moment on.
 * Errors: `elections/account-unknown`, `elections/method-not-in-law`, `elections/order-earlier`, those of writing.
 */
export const recordOrder: Handler<'elections.order'> = async (request, { session, clock }) => {
  const facts = await factsOf(session);
  if (!facts.ok) return facts;
  if (session.ledger === null) return fail('ledger/locked', {});
  const order = orderOf(request, facts.value, clock);
  if (!order.ok) return order;
  const body = standingOrderBody(order.value);
  const stored = await session.ledger.write.appendRecord({
    kind: 'standing-lot-order',
    body,
    recordedAt: clock,
  });
  return stored.ok ? ok({ sequence: stored.value.sequence, from: toIso(order.value.from) }) : stored;
};

function orderOf(
  request: CallRequest<'elections.order'>,
  facts: Facts,
  clock: Instant,
): Result<Omit<StandingOrder, 'recordedAt'>> {
  const { account, method, toldBroker = false, keptElsewhere = false } = request;
  if (account !== null) {
    const known = knownAccount(account, facts);
    if (!known.ok) return known;
  }
  const { rule: allowed, law } = lotLaws[facts.profile?.jurisdiction ?? 'us'].methods;
  if (!allowed.includes(method)) {
    const known = allowed.join(', ');
    return fail('elections/method-not-in-law', { method, known, law }, { field: 'method' });
  }
  const from = request.from === undefined ? clock : instantFromIso(request.from);
  const isEarlier = from < clock;
  if (isEarlier && !keptElsewhere)
    return fail('elections/order-earlier', { from: toIso(from) }, { field: 'from' });
  return ok({
    account: account === null ? null : accountId(account),
    method,
    from,
    toldBroker,
    // An order that holds from now needs no books but these.
    keptElsewhere: isEarlier,
  });
}
