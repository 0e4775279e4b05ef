/** MEXC's futures markets: coins parted by a line, below or in the middle. */
import { type ContractId, contractId } from '../../../shared/domain/contract-spec.ts';
import { slashPair } from '../table/slash-pair.ts';

export interface MexcContract {
  readonly contract: ContractId;
  /** What profit is paid in: contracts in dollars pay in their coin. */
  readonly settle: string;
}

export function mexcContract(symbol: string): MexcContract | null {
  const pair = slashPair(symbol);
  if (pair === null) return null;
  const { base, quote } = pair;
  return { contract: contractId('mexc', `${base}_${quote}`), settle: quote === 'USD' ? base : quote };
}
