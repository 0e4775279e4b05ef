import type { reconcileCalls } from '../../../../shared/contract/reconcile-calls.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';

/** What files say of the same things, and what is still open. Answers are filled in one by one. */
export const reconcileHandlers: HandlersOf<keyof typeof reconcileCalls> = {
  'imports.reconcile': async () => ok({ pairs: [] }),
  'imports.coverage': async () => ok({ accounts: [] }),
  'imports.review': async () => ok({ total: 0, rows: [] }),
  'imports.classify': async () => fail('call/invalid-input', { field: 'event', reason: 'not yet' }),
  'holdings.balanceCheck': async (_, context) => {
    const derived = await derivedOf(context);
    return derived.ok ? ok({ asOf: dateText(derived.value.asOf), holds: true, balances: [] }) : derived;
  },
};
