import type { CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

type Lots = CallInput<'elections.identify'>['lots'];

export const lotsIdentify: Verb = {
  summary: 'names the lots that the next sales of a coin in an account are of; before you sell',
  usage: 'ACCOUNT ASSET LOT=QUANTITY… [--told-broker]',
  example: 'lots identify ledger-nano BTC 3f2a…-0=0.25    # `lots` shows the ids of lots',
  options: {
    'told-broker': {
      type: 'boolean',
      help: 'the exchange was told; from 2027-01-01 it counts there only then',
    },
  },
  run: async (context) => {
    const [account, asset, ...words] = context.positionals;
    if (account === undefined)
      return wrongUsage('ACCOUNT', 'say where the coins lie: `hedgerow lots` shows it');
    if (asset === undefined) return wrongUsage('ASSET', 'say which coin, such as BTC');
    const lots = lotsOf(words);
    if (!lots.ok) return lots;
    const input = {
      account,
      asset: asset.toUpperCase(),
      lots: lots.value,
      toldBroker: context.options['told-broker'] === true,
    };
    return await reportOf(
      await context.openLedger(),
      'elections.identify',
      input,
      ({ sequence, recordedAt }) =>
        `Record ${sequence} of ${recordedAt}: the next sales of ${input.asset} in ${account} are of these lots, until they are used up. For a sale that has happened it is too late.`,
    );
  },
};

/** "LOT=0.25", or "lot:LOT=0.25" as lists show it. */
function lotsOf(words: readonly string[]): Result<Lots> {
  if (words.length === 0) return wrongUsage('LOT=QUANTITY', 'name at least one lot with its quantity');
  const lots: Lots = [];
  for (const word of words) {
    const [, lot, quantity] = /^(?:lot:)?(.+)=([^=]+)$/u.exec(word) ?? [];
    if (lot === undefined || quantity === undefined)
      return wrongUsage('LOT=QUANTITY', `expected a lot and a quantity such as 3f2a…-0=0.25, not ${word}`);
    lots.push({ lot, quantity });
  }
  return ok(lots);
}
