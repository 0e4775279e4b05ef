import { newPassphrase } from '../secrets.ts';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { reportOf, type Verb } from '../verb.ts';

export const init: Verb = {
  summary: 'makes a new encrypted ledger and shows its recovery key once',
  usage: '[--ledger FILE]',
  example: 'init --ledger my.hedgerow',
  options: {},
  run: async (context) => {
    const calls = context.core();
    const known = await calls.call('ledger.known', {});
    if (!known.ok) return known;
    const passphrase = await newPassphrase(context.terminal, 'HEDGEROW_PASSPHRASE');
    if (!passphrase.ok) return passphrase;
    const path = context.ledger ?? known.value.defaultPath;
    return await reportOf(ok(calls), 'ledger.create', { path, passphrase: passphrase.value }, createdText);
  },
};

function createdText({ status, recoveryKey }: CallAnswer<'ledger.create'>): string {
  return [
    `Made ${status.path ?? 'the ledger'}.`,
    `Recovery key, shown only now: ${recoveryKey}`,
    'Print it or write it down, away from this computer. It opens the ledger when the passphrase is lost; nothing else does.',
  ].join('\n');
}
