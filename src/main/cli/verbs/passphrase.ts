import { currentPassphrase, newPassphrase, recoveryKey } from '../secrets.ts';
import { reportOf, type Verb } from '../verb.ts';

export const passphrase: Verb = {
  summary: 'changes the passphrase; the recovery key stays as it is',
  usage: '[--recovery]',
  example: 'passphrase --ledger my.hedgerow',
  options: {
    recovery: { type: 'boolean', help: 'the passphrase is lost: ask for the recovery key in its place' },
  },
  async run(context) {
    const { terminal, options } = context;
    const key =
      options['recovery'] === true ? await recoveryKey(terminal) : await currentPassphrase(terminal);
    if (!key.ok) return key;
    const calls = await context.openLedger(key.value);
    if (!calls.ok) return calls;
    const next = await newPassphrase(terminal, 'HEDGEROW_NEW_PASSPHRASE');
    if (!next.ok) return next;
    const current = 'passphrase' in key.value ? key.value.passphrase : key.value.recoveryKey;
    const change = { current, next: next.value };
    return await reportOf(calls, 'ledger.changePassphrase', change, () => 'The passphrase is changed.');
  },
};
