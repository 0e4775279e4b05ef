import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { countText } from '../numbers.ts';
import type { Verb } from '../verb.ts';

export const verify: Verb = {
  summary: 'opens the ledger with all its checks; computes its content hash and its chain of records anew',
  usage: '',
  example: 'verify --ledger my.hedgerow',
  options: {},
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const status = await calls.value.call('ledger.status', {});
    if (!status.ok) return status;
    const hashes = await calls.value.call('ledger.verify', {});
    if (!hashes.ok) return hashes;
    const whole = expectWhole(hashes.value);
    if (!whole.ok) return whole;
    const records = await calls.value.call('plan.records', {});
    if (!records.ok) return records;
    const { path, events, ledgerHash } = status.value;
    return ok({
      document: { status: status.value, hashes: hashes.value, records: records.value },
      text: () =>
        [
          `${path ?? 'The ledger'} opens. Its content hash, computed anew from all that is stored, is the one it keeps.`,
          `${countText(events)} events, content hash ${ledgerHash ?? '-'}`,
          `${countText(records.value.records.length)} identification records are unbroken.`,
        ].join('\n'),
    });
  },
};

/** Errors: `ledger/tampered`. */
export function expectWhole(hashes: CallAnswer<'ledger.verify'>): Result<void> {
  const { ledgerHash, recomputedHash, recordsIntact, recordsBrokenAt } = hashes;
  const wrong = [
    ...(recomputedHash === ledgerHash ? [] : [`kept ${ledgerHash}, computed ${recomputedHash}`]),
    ...(recordsIntact ? [] : [`record ${recordsBrokenAt ?? '?'}`]),
  ];
  return wrong.length === 0 ? ok(undefined) : fail('ledger/tampered', { what: wrong.join('; ') });
}
