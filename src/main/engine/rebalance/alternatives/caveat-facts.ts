import type { Money } from '../../../../shared/num/types.ts';
import type { AlternativesCase, PricedWay } from './alternatives-case.ts';

/** A rule that the figures do not hold, in a whole sentence. */
export interface WayCaveat {
  readonly code: string;
  readonly text: string;
  readonly law: string;
}

export interface CaveatFacts {
  readonly given: AlternativesCase;
  readonly selling: PricedWay | null;
  readonly hedging: PricedWay | null;
  /** Cost of the hedge as if its futures and the coins were taxed apart; null without a hedge. */
  readonly apart: Money | null;
}
