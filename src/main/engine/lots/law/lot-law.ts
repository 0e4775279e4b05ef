import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { TermRates } from '../lot-matching.ts';
import type { RuleSequence } from '../rules/asset-units.ts';

/** What the law says of lots: which units leave, for how long they count as held, what leaving means. */
export interface LotLaw {
  /** As it stands in a sentence: "the United Kingdom". */
  readonly country: string;
  readonly defaultMethod: LotMethod;
  readonly defaultScope: 'account' | 'universal';
  /** Methods that a return can be filed with. Others are computed for comparison, and it is said. */
  readonly methods: Cited<readonly LotMethod[]>;
  /** Whether naming the units of a sale counts at a broker only if the broker was told. */
  readonly toldToBroker: boolean;
  readonly scopes: readonly ScopeInLaw[];
  /** null: how long units were held changes nothing. */
  readonly holding: HoldingRule | null;
  readonly taxYear: TaxYearRule;
  readonly departures: { readonly [Kind in 'gift' | 'donation' | 'lost']: DepartureRule };
  /** What a gift received cost: what it cost the giver, with the giver's date; or what it was worth when received. */
  readonly giftsReceived: Cited<'carried' | 'value'> & {
    /** Whether a loss counts from what they were worth when given, where that was less than they cost the giver. */
    readonly lossesFromValue: boolean;
  };
  /** Methods that look at other days than the sale's own: rules in a sequence in place of an order. */
  readonly sequences: { readonly [Method in LotMethod]?: RuleSequence };
  /** The highest rates of a tax year, by the year in which it begins: what `lowest-tax` goes by where nothing else is said. */
  readonly topRates: (year: number) => TermRates;
  /** From when on the law says more than is computed here, in order. */
  readonly notCoveredFrom: readonly { readonly date: LocalDate; readonly what: string }[];
}

/** What a law says, and where it says so. */
export interface Cited<Rule> {
  readonly rule: Rule;
  readonly law: string;
}

/** Whether basis is kept by account or in one pool, and until when. */
export interface ScopeInLaw {
  readonly scope: 'account' | 'universal';
  /** The day from which it does not hold any more; null where it holds still. */
  readonly until: LocalDate | null;
  readonly law: string;
}

export interface HoldingRule {
  /** The first date on which a disposal is long-term. */
  readonly longTermFrom: (acquired: LocalDate) => LocalDate;
  /** What long-term gains are: taxed at another rate (or with a discount), or not taxed at all. */
  readonly long: 'other-rate' | 'exempt';
  readonly law: string;
}

/** The day on which a tax year begins. */
export interface TaxYearRule {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly law: string;
}

/**
 * What it is for the law when units leave without a price. `sale`: as if sold for what they were worth. `no-gain`:
 * neither gain nor loss.
 */
export interface DepartureRule {
  readonly is: 'sale' | 'no-gain';
  readonly law: string;
  /** Where the taxpayer may be able to claim more than is computed: a whole sentence. */
  readonly claim?: string;
}
