import { ok } from '../../../shared/errors/failure.ts';
import { countText } from '../numbers.ts';
import type { Verb } from '../verb.ts';

export const verify: Verb = {
  summary: 'opens the ledger with all its checks and computes the chain of records anew',
  usage: '',
  example: 'verify --ledger my.hedgerow',
  options: {},
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const status = await calls.value.call('ledger.status', {});
    if (!status.ok) return status;
    const records = await calls.value.call('plan.records', {});
    if (!records.ok) return records;
    const { path, events, ledgerHash } = status.value;
    const chain = records.value.intact ? 'are unbroken' : 'HAVE BEEN CHANGED after they were written';
    return ok({
      document: { status: status.value, records: records.value },
      text: () =>
        [
          `${path ?? 'The ledger'} opens; its pages are whole.`,
          `${countText(events)} events, content hash ${ledgerHash ?? '-'}`,
          `${countText(records.value.records.length)} identification records ${chain}.`,
        ].join('\n'),
    });
  },
};
