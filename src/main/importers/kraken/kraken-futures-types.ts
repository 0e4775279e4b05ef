/**
 * What the types of the account log of Kraken Futures mean for the rows that move money.
 * Source: Kraken, "How to interpret Derivatives logs", and the types of its API's account log.
 */
import type { EventKind } from '../../../shared/domain/event.ts';

export type FuturesLogMeaning =
  /** Profit, fee and funding stand in columns of their own; the row may belong to a fill. */
  | { readonly shape: 'result'; readonly kind: EventKind | null; readonly isConfirmed: boolean }
  /** One half of a conversion between currencies. */
  | { readonly shape: 'conversion' }
  /** Between wallets of Kraken Futures: both rows stand in the log, and cancel. */
  | { readonly shape: 'between-wallets' }
  | { readonly shape: 'move' }
  /** In: income; out: a cost. */
  | { readonly shape: 'interest' }
  | { readonly shape: 'unclear' };

const fill: FuturesLogMeaning = { shape: 'result', kind: null, isConfirmed: true };
/** The type is known; no file was published that shows such rows. */
function unseen(kind: EventKind): FuturesLogMeaning {
  return { shape: 'result', kind, isConfirmed: false };
}
const move: FuturesLogMeaning = { shape: 'move' };
const unclear: FuturesLogMeaning = { shape: 'unclear' };

export const futuresLogMeanings: ReadonlyMap<string, FuturesLogMeaning> = new Map<string, FuturesLogMeaning>([
  ['futures trade', fill],
  ['futures liquidation', unseen('liquidation')],
  ['futures partial liquidation', unseen('liquidation')],
  ['covered liquidation', unseen('liquidation')],
  ['liquidation', unseen('liquidation')],
  ['futures assignor', unseen('liquidation')],
  ['futures assignee', unseen('futures-fee')],
  ['futures_unwind', unseen('liquidation')],
  ['futures unwind bankrupt', unseen('liquidation')],
  ['unwind bankrupt', unseen('liquidation')],
  ['futures unwind counterparty', unseen('liquidation')],
  ['unwind counterparty', unseen('liquidation')],
  ['settlement', unseen('settlement')],
  ['funding rate change', { shape: 'result', kind: 'funding', isConfirmed: true }],
  ['kfee applied', { shape: 'result', kind: 'futures-fee', isConfirmed: true }],
  ['conversion', { shape: 'conversion' }],
  ['interest payment', { shape: 'interest' }],
  ['transfer', { shape: 'between-wallets' }],
  ['cross-exchange transfer', move],
  ['subaccount transfer', move],
  ['admin transfer', unclear],
  ['conversion credit', unclear],
  ['futures tax withheld', unclear],
  ['futures tax refund', unclear],
]);
