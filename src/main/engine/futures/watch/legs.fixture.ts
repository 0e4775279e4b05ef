import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractId, ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { EventId, Side } from '../../../../shared/domain/event.ts';
import type { HedgeLeg, HedgeLegId } from '../../../../shared/domain/hedge.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { specOf as anySpec } from '../../../../../test/properties/futures.fixture.ts';
import type { LegFill } from './leg-fill.ts';

/** Two expiries of one coin and an inverse perpetual, in an account of its own. */
export const june = dated('BTC_JUN', '2026-06-26');
export const september = dated('BTC_SEP', '2026-09-25');
export const inverse = anySpec('inverse', { id: contractId('test', 'INV') });
export const account = accountId('venue');

const specs = new Map<ContractId, ContractSpec>([june, september, inverse].map((spec) => [spec.id, spec]));
export const specOf = (id: ContractId): ContractSpec | undefined => specs.get(id);

function dated(symbol: string, expiry: string): ContractSpec {
  return anySpec('linear', {
    id: contractId('test', symbol),
    symbol,
    kind: 'dated',
    expiry: localDate(expiry),
  });
}

/** "sell 0.06 @ 80000" of a contract at a time. */
export function fill(id: string, spec: ContractSpec, time: string, order: string, fee = '0'): LegFill {
  const [side = '', amount = '', , at = ''] = order.split(' ');
  return {
    id: id as EventId,
    time: instantFromIso(time),
    legs: fee === '0' ? [] : [{ account, asset: assetId('USD'), quantity: quantity(fee), role: 'fee' }],
    source: { file: 'fills.csv', line: 1, format: 'test' },
    fill: {
      account,
      contract: spec.id,
      side: side as Side,
      quantity: quantity(amount),
      price: price(at),
      positionSide: 'one-way',
    },
  };
}

export function leg(spec: ContractSpec, fills: readonly string[] = [], amount = '0.06'): HedgeLeg {
  return {
    id: 'leg-1' as HedgeLegId,
    asset: assetId('BTC'),
    contract: spec.id,
    side: 'sell',
    quantity: quantity(amount),
    price: price('80000'),
    notional: money('4800'),
    wanted: null,
    lots: [],
    fills: fills as readonly EventId[],
  };
}
