import type { CalcEvent } from '../../../../shared/contract/calc-gains.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { compare } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { invalidField } from './calc-gains-invalid-field.ts';

type Traded = Extract<CalcEvent, { kind: 'buy' | 'sell' | 'swap' }>;

/** What cannot be bought, sold or swapped, or not at that fee. Errors: `call/invalid-input`. */
export function refusedTrade(event: Traded, path: string, currency: string): Failure | undefined {
  return refusedSides(event, path, currency) ?? refusedFee(event, path) ?? refusedFeeOfReceived(event, path);
}

/** A transfer to where the units lie, or one that grows. Errors: `call/invalid-input`. */
export function refusedTransfer(
  { account, toAccount, received, quantity: sent }: Extract<CalcEvent, { kind: 'transfer' }>,
  path: string,
): Failure | undefined {
  if (account === toAccount)
    return invalidField(`${path}.toAccount`, 'the same as account: a transfer is between two accounts');
  return compare(quantity(received), quantity(sent)) > 0
    ? invalidField(`${path}.received`, 'more arrived than was sent')
    : undefined;
}

/** Money of the reporting currency has no lots: its own price never changes. */
function refusedSides(event: Traded, path: string, currency: string): Failure | undefined {
  const { kind, asset } = event;
  if (asset === currency) {
    const instead = kind === 'swap' ? ': write what was got for it as a buy' : '';
    return invalidField(`${path}.asset`, `the reporting currency, which has no lots${instead}`);
  }
  if (kind !== 'swap') return undefined;
  if (event.toAsset === asset)
    return invalidField(`${path}.toAsset`, 'the same as asset: a swap is of one asset for another');
  return event.toAsset === currency
    ? invalidField(`${path}.toAsset`, 'the reporting currency, which has no lots: write it as a sell')
    : undefined;
}

function refusedFee({ fee, feeAsset, feeQuantity, feeValue }: Traded, path: string): Failure | undefined {
  if (feeQuantity !== undefined && feeAsset === undefined) {
    return invalidField(`${path}.feeAsset`, 'missing: it says of what feeQuantity is');
  }
  if (feeQuantity === undefined && (feeAsset !== undefined || feeValue !== undefined)) {
    return invalidField(`${path}.feeQuantity`, 'missing: it says how many units the fee was');
  }
  if (feeQuantity !== undefined && fee !== undefined && feeValue !== undefined && fee !== feeValue) {
    return invalidField(`${path}.fee`, 'given besides feeValue: state the fee once');
  }
  return undefined;
}

/** A fee in units of what was received is taken out of it: something has to be left. */
function refusedFeeOfReceived(event: Traded, path: string): Failure | undefined {
  const { kind, feeAsset, feeQuantity } = event;
  if (kind === 'sell' || feeQuantity === undefined) return undefined;
  const [asset, got] = kind === 'buy' ? [event.asset, event.quantity] : [event.toAsset, event.toQuantity];
  return feeAsset === asset && compare(quantity(feeQuantity), quantity(got)) >= 0
    ? invalidField(
        `${path}.feeQuantity`,
        `no less than the ${got} ${asset} that were received: nothing would be left`,
      )
    : undefined;
}
