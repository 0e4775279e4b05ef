import { currentPassphrase, newPassphrase } from '../secrets.ts';
import { reportOf, type Verb } from '../verb.ts';

export const passphrase: Verb = {
  summary: 'changes the passphrase; the recovery key stays as it is',
  usage: '',
  example: 'passphrase --ledger my.ledger',
  options: {},
  run: async (context) => {
    const current = await currentPassphrase(context.terminal);
    if (!current.ok) return current;
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const next = await newPassphrase(context.terminal, 'HEDGEROW_NEW_PASSPHRASE');
    if (!next.ok) return next;
    const change = { current: current.value, next: next.value };
    return await reportOf(calls, 'ledger.changePassphrase', change, () => 'The passphrase is changed.');
  },
};
