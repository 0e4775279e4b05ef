/** What law leaves open about taxes on futures and straddles: each choice with its words, its law and its default. */
import type { Election } from './hedge.ts';
import { parseLocalDate } from '../time/local-date.ts';
import type { LocalDate } from '../time/local-date.ts';

/**
 * How a straddle of coins and futures is treated. Valid only for straddles that were identified on the day they were
 * acquired; any other is treated as `none`.
 */
export const STRADDLE_REGIMES = [
  'none', // loss deferral, restarted clocks, character rules; 1256 contracts marked each year
  'identified', // 1092(a)(2): no deferral, the loss goes into the basis of what it offsets; for 1256 contracts with 1256(d)
  'section-1256d', // 1256 switched off for the straddle's contracts
  'straddle-by-straddle', // 1092(b)(2)(A)(i)(I): legs netted before 60/40
  'account', // mixed straddle account: it would mark the coins; only warned of, treated as none
] as const;
export type StraddleRegime = (typeof STRADDLE_REGIMES)[number];

/** What the funding and the fees of a futures position outside section 1256 are. */
export const FUNDING_TREATMENTS = [
  'with-position', // part of the position's gain or loss, recognised when it is closed
  'when-paid', // each payment a short-term gain or loss of its day
  'ordinary', // received: ordinary income; paid: not deductible (67(g))
  'capitalise', // paid while hedging: added to the cost of the hedged coins (263(g)); else with the position
  'notional-principal', // Reg. 1.446-3: net of the year ordinary; termination capital
] as const;
export type FundingTreatment = (typeof FUNDING_TREATMENTS)[number];

/** The elections in force, one value each. Registry with words: `TAX_ELECTIONS`. */
export interface TaxElectionValues {
  /** E4: false switches 1092 off for coins. */
  readonly activelyTraded: boolean;
  /** E5: hedges of one coin with futures of another. `if-correlated`: 0.8 or more over a year of daily changes. */
  readonly crossAsset: 'never' | 'if-correlated' | 'always';
  /** E6: which units a short that is smaller than the holding offsets. */
  readonly partialHedge: 'identified' | 'pro-rata' | 'oldest' | 'all';
  /** E7: whether Reg. 1.1092(b)-2T(b)(1) also turns losses of section 1256 contracts long-term. */
  readonly longTermLoss1256: boolean;
  /** E8, E9: what new straddles are identified as; each may have a record of its own. */
  readonly straddleRegime: StraddleRegime;
  /** E11, E12. */
  readonly funding: FundingTreatment;
  /** E10: loss years for which 1212(c) is elected. */
  readonly carrybackYears: ReadonlySet<number>;
  /** E14: from when 1091 covers coins; null: not (law of today). Trust shares are covered whatever it says. */
  readonly washSalesFrom: LocalDate | null;
  /** E14: from when 1259 covers coins; null: not. */
  readonly constructiveSalesFrom: LocalDate | null;
}

export const defaultTaxElections: TaxElectionValues = {
  activelyTraded: true,
  crossAsset: 'never',
  partialHedge: 'identified',
  longTermLoss1256: true,
  straddleRegime: 'none',
  funding: 'with-position',
  carrybackYears: new Set(),
  washSalesFrom: null,
  constructiveSalesFrom: null,
};

/** Under which heading a choice is asked. */
export const TAX_ELECTION_GROUPS = ['straddles', 'futures', 'losses', 'future-law'] as const;
export type TaxElectionGroup = (typeof TAX_ELECTION_GROUPS)[number];

/** A choice with words. `date-or-off`: a date as text, or "off". `by-year`: its id carries a year, "carryback:2026". */
export interface TaxElection {
  readonly id: string;
  readonly group: TaxElectionGroup;
  readonly title: string;
  /** What is open and what the choice means, for a beginner. */
  readonly sentence: string;
  readonly law: string;
  /** When it had to be made, a whole sentence; what is too late says so. */
  readonly deadline: string;
  readonly kind: 'options' | 'date-or-off' | 'by-year';
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly defaultValue: string;
}

/**
 * The elections in force.
 * In: the latest choice of each, as the ledger keeps them; others and values that this program does not know are passed
 * over.
 */
export function taxElectionsOf(made: readonly Election[]): TaxElectionValues {
  const value = (id: string): string | undefined => made.findLast((one) => one.id === id)?.value;
  const among = <T extends string>(id: string, known: readonly T[], fallback: T): T =>
    known.find((one) => one === value(id)) ?? fallback;
  const from = (id: string): LocalDate | null => parseLocalDate(value(id) ?? '') ?? null;
  return {
    activelyTraded: value('actively-traded') !== 'no',
    crossAsset: among('cross-asset-straddle', ['never', 'if-correlated', 'always'], 'never'),
    partialHedge: among('partial-hedge', ['identified', 'pro-rata', 'oldest', 'all'], 'identified'),
    longTermLoss1256: value('long-term-loss-1256') !== 'no',
    straddleRegime: among('straddle-regime', STRADDLE_REGIMES, 'none'),
    funding: among('funding', FUNDING_TREATMENTS, 'with-position'),
    carrybackYears: new Set(
      made.flatMap(({ id, value: chosen }) =>
        id.startsWith('carryback:') && chosen === 'yes' ? [Number(id.slice('carryback:'.length))] : [],
      ),
    ),
    washSalesFrom: from('wash-sales-from'),
    constructiveSalesFrom: from('constructive-sales-from'),
  };
}
