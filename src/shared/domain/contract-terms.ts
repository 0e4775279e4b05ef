import type { Money } from '../num/types.ts';
import type { ContractSpec } from './contract-spec.ts';

/** Which Fridays a series expires on. */
export type ExpiryCycle = 'friday-weekly' | 'last-friday-monthly' | 'last-friday-quarterly';

/** How a venue writes the expiry into a symbol: 261225, 202612, 25DEC26, Z26. */
export type ExpiryNaming = 'yymmdd' | 'yyyymm' | 'dmmmyy' | 'month-code';

/** Dated contracts that differ in nothing but the expiry. */
export interface ContractSeries {
  /** What stands before the expiry in the symbol: "BTCUSDT_". */
  readonly prefix: string;
  readonly naming: ExpiryNaming;
  readonly cycle: ExpiryCycle;
  /** Where the Friday is a holiday: the day before (United States and London), or the Friday all the same. */
  readonly holidays: 'day-before' | 'none';
}

/** One entry of the contract catalogue: a contract, or the template of a series of dated ones (`expiry` null). */
export interface ContractTerms extends ContractSpec {
  readonly series: ContractSeries | null;
  /** Smallest order in quote money; null where not known. */
  readonly minNotional: Money | null;
  /** Fields that stand on general knowledge, not on a source that was read. */
  readonly unconfirmed: readonly (keyof ContractSpec)[];
  /** What a person who uses the contract should know. */
  readonly notes: string | null;
}
