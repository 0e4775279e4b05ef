import type { CallInput } from '../../../shared/contract/contract.ts';
import { LOT_METHODS } from '../../../shared/domain/lot.ts';
import { lotMethodWords } from '../../../shared/domain/lot-method-words.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Order = CallInput<'elections.order'>;

export const lotsOrder: Verb = {
  summary: 'records which lots are sold first from now on: fifo, lifo, hifo, lofo, lowest-tax, specific',
  usage: 'METHOD [--account ID] [--from INSTANT --kept-elsewhere] [--told-broker]',
  example: 'lots order hifo --account coinbase --told-broker',
  options: {
    account: { type: 'string', help: 'only in this account, by its id (default: all without an own order)' },
    from: { type: 'string', help: 'from when it holds, such as 2026-12-01T00:00:00Z (default: from now)' },
    'kept-elsewhere': {
      type: 'boolean',
      help: 'with a --from that has passed: your own records kept elsewhere show that you made it then',
    },
    'told-broker': {
      type: 'boolean',
      help: 'the exchange was told; from 2027-01-01 an order counts there only then',
    },
  },
  run: async (context) => {
    const [word] = context.positionals;
    const method = LOT_METHODS.find((one) => one === word);
    if (method === undefined) return wrongUsage('METHOD', `expected one of ${LOT_METHODS.join(', ')}`);
    const from = textOption(context, 'from');
    const input: Order = {
      account: textOption(context, 'account') ?? null,
      method,
      toldBroker: context.options['told-broker'] === true,
      keptElsewhere: context.options['kept-elsewhere'] === true,
      ...(from === undefined ? {} : { from }),
    };
    return await reportOf(await context.openLedger(), 'elections.order', input, (answer) =>
      recordedText(answer, method),
    );
  },
};

function recordedText(
  { sequence, from }: { sequence: number; from: string },
  method: Order['method'],
): string {
  return `Record ${sequence}: from ${from} on, lots are sold ${lotMethodWords[method]}. What was sold before stays as it was.`;
}
