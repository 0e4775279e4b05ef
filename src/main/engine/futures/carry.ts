import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Rate } from '../../../shared/num/types.ts';
import { zeroRate } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { localDateOf, utc } from '../../../shared/time/time-zone.ts';
import { percentText } from '../words.ts';
import type { FuturesBasis } from './basis.ts';
import type { MeanFunding } from './funding.ts';

/** What holding a contract costs or brings, as far as the ledger tells. */
export interface CarryEstimate {
  /** Share of notional per year; positive is a cost to a short and a gain to a long. */
  readonly costToShort: Rate;
  readonly from: 'funding' | 'basis' | 'none';
  /** Where the rate comes from, a whole sentence. */
  readonly words: string;
}

export interface CarryFacts {
  readonly funding: MeanFunding | null;
  /** Of a dated contract, where its price and its coin's are known for about the same time. */
  readonly basis: Pick<FuturesBasis, 'perYear'> | null;
  /** Why funding that is imported says too little; left out where there is enough, or none. */
  readonly tooLittle?: string;
}

/**
 * The carry of a contract: the mean of its imported funding where there is any, else its basis to expiry, else none,
 * and then said so. A positive funding rate and a futures price above spot both pay a short.
 */
export function carryOf(
  spec: Pick<ContractSpec, 'symbol' | 'kind' | 'expiry'>,
  facts: CarryFacts,
): CarryEstimate {
  if (facts.funding !== null) return fundingCarry(spec.symbol, facts.funding);
  const perYear = facts.basis?.perYear ?? null;
  if (spec.expiry !== null && perYear !== null) return basisCarry(spec.symbol, perYear, spec.expiry);
  const missing = spec.kind === 'perpetual' ? 'no funding of it is imported' : 'its basis is not known';
  const { tooLittle } = facts;
  return {
    costToShort: zeroRate,
    from: 'none',
    words:
      tooLittle === undefined
        ? `${spec.symbol}: ${missing}, so carry is taken as 0.`
        : `${spec.symbol}: ${tooLittle} Carry is taken as 0.`,
  };
}

function fundingCarry(symbol: string, { perYear, payments, first, last }: MeanFunding): CarryEstimate {
  const span = `${payments} payments from ${dateText(localDateOf(first, utc))} to ${dateText(localDateOf(last, utc))}`;
  return {
    costToShort: negate(perYear),
    from: 'funding',
    words: `${symbol}: imported funding averaged ${percentText(perYear)} a year (${span})${whoPays(perYear)}.`,
  };
}

function basisCarry(symbol: string, perYear: Rate, expiry: LocalDate): CarryEstimate {
  return {
    costToShort: negate(perYear),
    from: 'basis',
    words: `${symbol}: its price stands ${percentText(perYear)} a year over spot until ${dateText(expiry)}${whoPays(perYear)}.`,
  };
}

function whoPays(perYear: Rate): string {
  if (isZero(perYear)) return '';
  return isNegative(perYear) ? '; shorts pay, longs receive' : '; longs pay, shorts receive';
}
