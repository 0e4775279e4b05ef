import type { CallName } from '../../shared/contract/contract.ts';
import { fail } from '../../shared/errors/failure.ts';
import type { Handler } from './call-context.ts';

/** A handler that needs an open ledger: says so on its registration line, and is not even started without one. */
export function withLedger<Name extends CallName>(handler: Handler<Name>): Handler<Name> {
  return async (request, context) =>
    context.session.ledger === null ? fail('ledger/locked', {}) : await handler(request, context);
}
