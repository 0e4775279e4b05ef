/** Records about lots in a line each, for tests. */
import { accountId } from '../../../../shared/domain/account.ts';
import type { AccountKind } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId, LotMethod } from '../../../../shared/domain/lot.ts';
import type { LotChoice, LotIdentification, StandingOrder } from '../../../../shared/domain/lot-records.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { timeZone } from '../../../../shared/time/time-zone.ts';
import type { RecordContext } from './broker-identification.ts';

const kinds: Readonly<Record<string, AccountKind>> = {
  coinbase: 'exchange',
  binance: 'exchange',
  margin: 'futures',
  nano: 'wallet',
};

/** Coinbase, binance and margin are brokers, nano is a wallet; days are New York's. */
export const recordContext: RecordContext = {
  kindOf: (account) => kinds[account],
  timeZone: timeZone('America/New_York'),
};

/** An order that was recorded when it began to hold, for all accounts where none is named. */
export function order(
  method: LotMethod,
  from: string,
  extras: { account?: string; recordedAt?: string; toldBroker?: boolean; keptElsewhere?: boolean } = {},
): StandingOrder {
  const { account, recordedAt = from, toldBroker = false, keptElsewhere = false } = extras;
  return {
    account: account === undefined ? null : accountId(account),
    method,
    from: instantFromIso(from),
    recordedAt: instantFromIso(recordedAt),
    toldBroker,
    keptElsewhere,
  };
}

/** "a 1.5" → units of lot a. */
function choice(words: string): LotChoice {
  const [lot = '', amount = ''] = words.split(' ');
  return { lot: lot as LotId, quantity: quantity(amount) };
}

export function identification(
  sequence: number,
  recordedAt: string,
  place: string,
  lots: readonly string[],
  toldBroker = false,
): LotIdentification {
  const [account = '', asset = ''] = place.split(' ');
  return {
    sequence,
    account: accountId(account),
    asset: assetId(asset),
    lots: lots.map(choice),
    recordedAt: instantFromIso(recordedAt),
    toldBroker,
  };
}
