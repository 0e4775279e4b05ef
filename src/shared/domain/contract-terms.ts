import type { Money, Quantity } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Confidence, ContractId, ContractSpec } from './contract-spec.ts';
import type { LiquidationModel, MarginTable } from './margin-table.ts';

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

/** The local time of day at which a dated contract's final price is fixed. */
export interface Fixing {
  /** "16:00" */
  readonly time: string;
  /** IANA name: "Europe/London", "UTC". */
  readonly zone: string;
}

/** One entry of the contract catalogue: a contract, or the template of a series of dated ones (`expiry` null). */
export interface ContractTerms extends ContractSpec {
  readonly series: ContractSeries | null;
  /** Smallest order in quote money; null where not known. */
  readonly minNotional: Money | null;
  /** Largest order in order units; null where not known. */
  readonly maxQuantity: Quantity | null;
  /** 150 means 150 times; null where not known. */
  readonly maxLeverage: number | null;
  /** What the exchange and clearing take for one contract and side, in quote money; null where fees are a share. */
  readonly feePerContract: Money | null;
  /** `coins`: delivered in kind. */
  readonly settlement: 'cash' | 'coins';
  readonly settlementIndex: string | null;
  /** null for perpetual contracts. */
  readonly fixing: Fixing | null;
  /**
   * When the venue settles open profit and goes on from the settlement price: `never` until closed, `daily`
   * (variation margin), or at each `settlement` row of the export.
   */
  readonly resets: 'never' | 'daily' | 'settlement';
  /** null where not known: then the user types what the broker asks. */
  readonly margin: MarginTable | null;
  /** null where not known. */
  readonly liquidation: LiquidationModel | null;
  /** Where each field that is not null comes from; every such field is in just one entry. */
  readonly evidence: readonly FieldEvidence[];
  /** What a person who uses the contract should know. */
  readonly notes: string | null;
}

/** The fields that rest on a fact about the venue, each with its evidence. */
export const EVIDENT_FIELDS = [
  'multiplier',
  'quantityUnit',
  'quantityStep',
  'minQuantity',
  'maxQuantity',
  'minNotional',
  'priceTick',
  'expiryRule',
  'settlement',
  'settlementIndex',
  'fixing',
  'resets',
  'takerFee',
  'makerFee',
  'feePerContract',
  'fundingIntervalHours',
  'margin',
  'maxLeverage',
  'liquidation',
  'section1256',
  'usPersons',
] as const satisfies readonly (keyof ContractTerms)[];
export type EvidentField = (typeof EVIDENT_FIELDS)[number];

export interface FieldEvidence {
  readonly fields: readonly EvidentField[];
  /** `theirs`: the user's own correction. */
  readonly confidence: Confidence | 'theirs';
  /** Addresses or names of what was read; the user's own words for a correction. */
  readonly sources: readonly string[];
  /** Where it differs from the entry's own date. */
  readonly asOf?: LocalDate;
}

/** What a user set against the catalogue: text of each field as typed, and when. */
export interface ContractCorrection {
  readonly contract: ContractId;
  readonly field: EvidentField;
  /** Canonical text of the value: decimal text, a word, or JSON of a margin table. */
  readonly value: string;
  readonly source: string;
  readonly setAt: Instant;
}
