import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { knownAccount } from '../elections/known-account.ts';
import { brokerFormKey } from './broker-forms.ts';

/** What the broker of an account reported for a year, as its form says. Errors: `elections/account-unknown`. */
export const setBrokerForm: Handler<'reports.setBrokerForm'> = async (
  { account: id, year, form },
  context,
) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const account = knownAccount(id, derived.value.facts);
  if (!account.ok) return account;
  const document = form === null ? null : JSON.stringify(form);
  const saved = await ledger.write.saveSetting(
    brokerFormKey(account.value.id, year),
    document,
    context.clock,
  );
  return saved.ok ? ok({}) : saved;
};
