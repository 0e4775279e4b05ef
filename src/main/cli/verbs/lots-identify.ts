import type { CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { accountNamed } from '../account-named.ts';
import { lotReference, type LotReference } from '../lot-reference.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

type Named = CallInput<'elections.identify'>['lots'][number] & LotReference;

export const lotsIdentify: Verb = {
  summary: 'names the lots that the next sales of a coin in an account are of; before you sell',
  usage: 'ACCOUNT ASSET LOT=QUANTITY… [--told-broker]',
  example: 'lots identify ledger-nano BTC 3f2a…-0=0.25    # `lots --ids` shows the ids of lots',
  options: {
    'told-broker': {
      type: 'boolean',
      help: 'the exchange was told; from 2027-01-01 it counts there only then',
    },
  },
  run: async (context) => {
    const [account, asset, ...words] = context.positionals;
    if (account === undefined)
      return wrongUsage('ACCOUNT', 'say where the coins lie, by name or id: `hedgerow lots` shows it');
    if (asset === undefined) return wrongUsage('ASSET', 'say which coin, such as BTC');
    const lots = lotsOf(words);
    if (!lots.ok) return lots;
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const known = await accountNamed(calls.value, account);
    if (!known.ok) return known;
    const elsewhere = lots.value.find((one) => one.account !== undefined && one.account !== known.value);
    if (elsewhere !== undefined)
      return wrongUsage(
        'LOT=QUANTITY',
        `the lot ${elsewhere.lot} lies in ${elsewhere.account}, and you name those of ${known.value}`,
      );
    const input = {
      account: known.value,
      asset: asset.toUpperCase(),
      lots: lots.value.map(({ lot, quantity }) => ({ lot, quantity })),
      toldBroker: context.options['told-broker'] === true,
    };
    return await reportOf(
      calls,
      'elections.identify',
      input,
      ({ sequence, recordedAt }) =>
        `Record ${sequence} of ${recordedAt}: the next sales of ${input.asset} in ${input.account} are of these lots, until they are used up. For a sale that has happened it is too late.`,
    );
  },
};

/** "LOT=0.25", or "lot:LOT=0.25" and "lot:LOT@account=0.25" as lists and explanations show it. */
function lotsOf(words: readonly string[]): Result<readonly Named[]> {
  if (words.length === 0) return wrongUsage('LOT=QUANTITY', 'name at least one lot with its quantity');
  const lots: Named[] = [];
  for (const word of words) {
    const [, reference, quantity] = /^(.+)=([^=]+)$/u.exec(word) ?? [];
    if (reference === undefined || quantity === undefined)
      return wrongUsage('LOT=QUANTITY', `expected a lot and a quantity such as 3f2a…-0=0.25, not ${word}`);
    lots.push({ ...lotReference(reference), quantity });
  }
  return ok(lots);
}
