import type { CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { startOfDay, timeZone, utc } from '../../../shared/time/time-zone.ts';
import { askedDate } from '../../../shared/contract/texts.ts';
import { LOT_METHODS } from '../../../shared/domain/lot.ts';
import { lotMethodWords } from '../../../shared/domain/lot-method-words.ts';
import { accountNamed } from '../account-named.ts';
import { reportOf, textOption, wrongUsage, type Calls, type Verb } from '../verb.ts';

type Order = CallInput<'elections.order'>;

/** What can be ordered for coins: the law of no ledger yet takes average cost or a pool. The core has the last word. */
const OFFERED = LOT_METHODS.filter((method) => method !== 'average' && method !== 'section-104');

export const lotsOrder: Verb = {
  summary: `records which lots are sold first from now on: ${OFFERED.join(', ')}`,
  usage: 'METHOD [--account ACCOUNT] [--from TIME --kept-elsewhere] [--told-broker]',
  example: 'lots order hifo --account coinbase --told-broker',
  options: {
    account: {
      type: 'string',
      help: 'only in this account, by its name or id (default: all without an own order)',
    },
    from: {
      type: 'string',
      help: 'from when it holds: a day such as 2026-12-01, your time, or 2026-12-01T09:30:00Z (default: from now)',
    },
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
    if (method === undefined) return wrongUsage('METHOD', `expected one of ${OFFERED.join(', ')}`);
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const named = textOption(context, 'account');
    const account = named === undefined ? ok(null) : await accountNamed(calls.value, named);
    if (!account.ok) return account;
    const from = await startOf(textOption(context, 'from'), calls.value);
    if (!from.ok) return from;
    const input: Order = {
      account: account.value,
      method,
      toldBroker: context.options['told-broker'] === true,
      keptElsewhere: context.options['kept-elsewhere'] === true,
      ...(from.value === undefined ? {} : { from: from.value }),
    };
    return await reportOf(calls, 'elections.order', input, (answer) => recordedText(answer, method));
  },
};

/** An instant as it was given; a day is its first instant where the taxpayer lives. */
async function startOf(given: string | undefined, calls: Calls): Promise<Result<string | undefined>> {
  if (given === undefined || given.includes('T')) return ok(given);
  const date = askedDate.safeParse(given);
  if (!date.success)
    return wrongUsage(
      'from',
      'expected a day such as 2026-12-01, or an instant such as 2026-12-01T09:30:00Z',
    );
  const read = await calls.call('plan.profile', {});
  if (!read.ok) return read;
  const { profile } = read.value;
  return ok(toIso(startOfDay(localDate(date.data), profile === null ? utc : timeZone(profile.timeZone))));
}

function recordedText(
  { sequence, from }: { sequence: number; from: string },
  method: Order['method'],
): string {
  return `Record ${sequence}: from ${from} on, lots are sold ${lotMethodWords[method]}. What was sold before stays as it was.`;
}
