/**
 * How a file that nobody has seen is read: which column says what, and what each word in it means. A profile is data: it
 * is kept in the ledger, handed on as a small JSON file, and read by one importer (importers/mapping).
 */
import type { AccountKind } from './account.ts';
import type { IncomeReason, PositionSide, Side } from './event.ts';
import type { Payoff } from './contract-spec.ts';

/** What a column can say. Each at most once; a column may say two things. */
export const MAPPING_ROLES = [
  // every file
  'time',
  'clock', // the hour, where it has a column of its own
  'type',
  'status',
  'id',
  'note',
  // one amount a row
  'amount',
  'asset',
  'balance',
  // two amounts a row
  'received',
  'received-asset',
  'sent',
  'sent-asset',
  // a trade in a market
  'side',
  'pair',
  'base',
  'quote',
  'quantity',
  'price',
  'total',
  // costs
  'fee',
  'fee-asset',
  // futures
  'contract',
  'position-side',
  'profit',
  'profit-asset',
  'funding',
  'opened',
] as const;
export type MappingRole = (typeof MAPPING_ROLES)[number];

/** Of the roles, those whose cells are numbers. */
export const NUMBER_ROLES = [
  'fee',
  'funding',
  'profit',
  'received',
  'sent',
  'price',
  'quantity',
  'total',
  'amount',
  'balance',
] as const satisfies readonly MappingRole[];

/** What a row can be: kinds of events; 'trade' and 'move' by direction; or nothing. */
export const MAPPING_MEANS = [
  'trade', // buy, sell or swap, by what came and went
  'trade-or-move', // by what the row states: both amounts, or one of them
  'move', // deposit or withdrawal, by its sign
  'deposit',
  'withdrawal',
  'income',
  'fee',
  'spend',
  'gift-received',
  'gift-sent',
  'donation',
  'loss',
  'futures-fill',
  'funding',
  'realised-profit',
  'futures-fee',
  'settlement',
  'liquidation',
  'insurance',
  'rebate',
  'closed-position',
  'balance-change',
  'ignore',
] as const;
export type MappingMeans = (typeof MAPPING_MEANS)[number];

/** Why a row is left out: those of the importers' rules that a user can know. */
export const MAPPING_IGNORE_RULES = [
  'not-final',
  'inside-the-account',
  'nothing-moved',
  'fills-follow',
  'heading',
  'states-no-event',
] as const;
export type MappingIgnoreRule = (typeof MAPPING_IGNORE_RULES)[number];

/** What a row is. */
export interface Meaning {
  readonly means: MappingMeans;
  /** Of trades and fills: where no column says it. */
  readonly side?: Side | undefined;
  /** Of fills in accounts that keep longs and shorts apart. */
  readonly positionSide?: PositionSide | undefined;
  /** Of income. */
  readonly reason?: IncomeReason | undefined;
  /** Of rows to ignore: why. */
  readonly rule?: MappingIgnoreRule | undefined;
}

/** What a word of the type column means; words are compared in small letters. */
export interface WordMeaning extends Meaning {
  readonly word: string;
}

export const MAPPING_ASSETS = [
  'asset',
  'base',
  'quote',
  'received-asset',
  'sent-asset',
  'fee-asset',
  'profit-asset',
] as const;
export type MappingAsset = (typeof MAPPING_ASSETS)[number];

export interface MappingProfile {
  /** Of the layout of this document. */
  readonly hedgerowMapping: 1;
  /** Names are unique in a ledger, and what rows are known again by: a profile keeps its name. */
  readonly name: string;
  /** The columns' names in small letters, zones in brackets left out: a file with just these is read by it. */
  readonly header: readonly string[];
  readonly account: { readonly name: string; readonly kind: AccountKind; readonly venue: string | null };
  /** Of times that carry none; where left out the file says it, or UTC is assumed. */
  readonly timeZone?: string | undefined;
  /** Of dates such as 01/02/2025; where left out all rows are looked at. */
  readonly dateOrder?: 'year-first' | 'day-first' | 'month-first' | undefined;
  /** Where left out it follows from what parts the cells. */
  readonly decimalMark?: '.' | ',' | undefined;
  readonly columns: Readonly<Partial<Record<MappingRole, string>>>;
  /** Coins that no column names: one for all rows. */
  readonly assets: Readonly<Partial<Record<MappingAsset, string>>>;
  /** How a market is written: what stands before it ("cmt_"), and what parts coin and money ("" where nothing does). */
  readonly pair: { readonly prefix: string; readonly separator: string };
  readonly meanings: readonly WordMeaning[];
  /** Rows whose word is not listed, or without a type column; null: the balance changes, with a warning. */
  readonly otherwise: Meaning | null;
  /** Words of the side column, in small letters. */
  readonly sides: { readonly buy: readonly string[]; readonly sell: readonly string[] };
  /** Words of the status column that count, in small letters. */
  readonly finalStatus: readonly string[];
  /** Words of it that do not, besides the usual ones ("cancelled"): those rows are ignored. Rows with others are refused. */
  readonly notFinalStatus?: readonly string[] | undefined;
  readonly fees: {
    readonly sign: 'positive-is-cost' | 'negative-is-cost';
    /** Whether the amount already holds the fee: then the fee is taken out of it. null: nobody has said. */
    readonly inside: boolean | null;
  };
  /** What a funding above zero is. null: nobody has said, which a file with such a column cannot be read with. */
  readonly funding: 'positive-is-received' | 'positive-is-paid' | null;
  /** Whether the profit column has fees and funding, or fees alone, taken off. null as above: it is never presumed. */
  readonly profit: 'gross' | 'net' | 'net-of-fees' | null;
  /** Of futures: the key of the venue in contract ids ("weex"), and how its contracts pay; null as above. */
  readonly contract: { readonly venue: string; readonly payoff: Payoff | null } | null;
}

/** In words, for screen and terminal. */
export const mappingRoleWords: Readonly<Record<MappingRole, string>> = {
  time: 'When it happened (date and time)',
  clock: 'The time of day, where it has a column of its own',
  type: 'What kind of row it is',
  status: 'Whether it is final',
  id: 'The id of the row (trade id, order id)',
  note: 'A note',
  amount: 'The amount that moved',
  asset: 'The coin of the amount',
  balance: 'The balance after the row',
  received: 'The amount that came in',
  'received-asset': 'The coin that came in',
  sent: 'The amount that went out',
  'sent-asset': 'The coin that went out',
  side: 'Buy or sell',
  pair: 'The market, such as BTC/USDT',
  base: 'The coin that is traded',
  quote: 'What the coin is paid with',
  quantity: 'How many coins or contracts',
  price: 'The price of one',
  total: 'The whole amount paid or received',
  fee: 'The fee',
  'fee-asset': 'The coin of the fee',
  contract: 'The futures contract',
  'position-side': 'Long or short',
  profit: 'The profit or loss',
  'profit-asset': 'The coin of the profit',
  funding: 'The funding',
  opened: 'When the position was opened',
};

export const mappingMeansWords: Readonly<Record<MappingMeans, string>> = {
  trade: 'A trade: coins bought, sold or swapped',
  'trade-or-move': 'A trade where something came and went, else a deposit or a withdrawal',
  move: 'A deposit or a withdrawal, by its sign',
  deposit: 'A deposit: it came from elsewhere',
  withdrawal: 'A withdrawal: it left for elsewhere',
  income: 'Income: staking, interest, a reward',
  fee: 'A fee',
  spend: 'Paid for goods or services',
  'gift-received': 'A gift to you',
  'gift-sent': 'A gift from you',
  donation: 'A donation',
  loss: 'Lost or stolen',
  'futures-fill': 'A futures trade',
  funding: 'Funding of a futures position',
  'realised-profit': 'Profit or loss of futures, without its trade',
  'futures-fee': 'A futures fee, without its trade',
  settlement: 'Settlement of a futures contract',
  liquidation: 'Liquidation',
  insurance: 'Paid to or by the insurance fund',
  rebate: 'A rebate: fees given back',
  'closed-position': 'A futures position, from opening to closing',
  'balance-change': 'Something else: only the balance changes',
  ignore: 'Nothing: leave the row out',
};
