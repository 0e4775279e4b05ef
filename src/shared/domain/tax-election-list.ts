/** Every choice that the law leaves open about futures and straddles, in words. Adding one: an entry, a line in `taxElectionsOf`. */
import type { TaxElection } from './tax-elections.ts';

const yesNo = (yes: string, no: string): TaxElection['options'] => [
  { value: 'yes', words: yes },
  { value: 'no', words: no },
];

/** What a position on a return asks for: no form, no date, but the same reading every year. */
const POSITION =
  'No form and no date: it is how you read the law on your return. Keep to one reading in all years, and change it only with your adviser.';

export const CARRYBACK_ID = 'carryback';

export const TAX_ELECTIONS: readonly TaxElection[] = [
  {
    id: 'straddle-regime',
    group: 'straddles',
    title: 'How new hedges are identified',
    sentence:
      'A short against coins that you hold is a straddle: two positions, of which one gains what the other loses. By default a loss of one waits until the gain of the other is taxed. The law knows other ways, and each counts only for a hedge that was marked so in your records on the day it began. What you choose here is written down for every hedge that you record from now on.',
    law: '26 U.S.C. 1092(a)(2), 1092(b)(2), 1256(d); Reg. 1.1092(b)-3T(d), 1.1092(b)-4T',
    deadline:
      'Before the day ends on which a hedge begins, by the clock of where you live: a choice made today holds for hedges recorded from now on, never for older ones. A mixed straddle account had to be chosen by the due date, not extended, of the return of the year before.',
    kind: 'options',
    options: [
      { value: 'none', words: 'Nothing special: losses of a hedge wait while the coins have a gain' },
      {
        value: 'identified',
        words:
          'Identified straddle: no loss waits, but it is never deducted; it is added to the cost of the coins',
      },
      {
        value: 'section-1256d',
        words:
          'Leave section 1256 for the hedge’s futures: no 60/40 and no year-end mark for them; binds later years',
      },
      {
        value: 'straddle-by-straddle',
        words: 'Straddle by straddle: futures and coins are netted before 60/40 is applied',
      },
      {
        value: 'account',
        words:
          'Mixed straddle account: would tax your coins at each day’s price. Hedgerow only warns of it, and computes as if nothing was chosen',
      },
    ],
    defaultValue: 'none',
  },
  {
    id: 'partial-hedge',
    group: 'straddles',
    title: 'A hedge smaller than the holding',
    sentence:
      'When you hold 2 coins and are short 1, no rule says which coins are hedged. The hedged coins’ gain holds back losses of the short, and their clock can start anew. With records of the day, the lots named there are the hedged ones; the other readings spread the hedge over more coins.',
    law: '26 U.S.C. 1092(c)(2); no regulations; PLR 199925044 (binds nobody but the taxpayer that asked)',
    deadline: `${POSITION} The lots named by a record count only if it was written on the day the hedge began.`,
    kind: 'options',
    options: [
      { value: 'identified', words: 'The lots that your records name' },
      { value: 'pro-rata', words: 'A share of every lot of the coin' },
      { value: 'oldest', words: 'The lots held longest, first' },
      { value: 'all', words: 'All lots of the coin (the most careful reading)' },
    ],
    defaultValue: 'identified',
  },
  {
    id: 'cross-asset-straddle',
    group: 'straddles',
    title: 'Hedging one coin with futures of another',
    sentence:
      'A short of ether against bitcoin is a straddle only if it takes away much of the risk. No rule presumes that for two different coins; how closely their prices moved together decides. The second way counts them as a straddle where daily changes over a year went together by 0.8 or more.',
    law: '26 U.S.C. 1092(c)(1), (2), (3)',
    deadline: POSITION,
    kind: 'options',
    options: [
      { value: 'never', words: 'Never a straddle' },
      { value: 'if-correlated', words: 'A straddle where the two moved together by 0.8 or more over a year' },
      { value: 'always', words: 'Always a straddle' },
    ],
    defaultValue: 'never',
  },
  {
    id: 'actively-traded',
    group: 'straddles',
    title: 'Straddle rules for coins',
    sentence:
      'The straddle rules are for property that is actively traded. Coins with futures on a regulated exchange fit the wording, and most advisers take it so; the tax office has not ruled on it.',
    law: '26 U.S.C. 1092(d)(1); Reg. 1.1092(d)-1',
    deadline: POSITION,
    kind: 'options',
    options: yesNo(
      'Straddle rules for coins: they are actively traded',
      'No straddle rules for coins: they are not',
    ),
    defaultValue: 'yes',
  },
  {
    id: 'long-term-loss-1256',
    group: 'straddles',
    title: 'Losses of 60/40 futures against long-held coins',
    sentence:
      'A loss on a futures short that was opened against coins held for more than a year turns fully long-term, by the wording of the regulation also where the future is a section 1256 contract (60 % long, 40 % short). A long-term loss is worth less where you have short-term gains. No example in the regulation settles it for 1256 contracts.',
    law: 'Reg. 1.1092(b)-2T(b)(1)',
    deadline: POSITION,
    kind: 'options',
    options: yesNo('Such losses turn 100 % long-term', 'They stay 60 % long-term and 40 % short-term'),
    defaultValue: 'yes',
  },
  {
    id: 'funding',
    group: 'futures',
    title: 'Funding and fees of other futures',
    sentence:
      'Perpetual futures pay funding between longs and shorts every few hours. For contracts outside section 1256 no rule says what these payments are. (For section 1256 contracts they are part of the daily result.) Paid while hedging, they may have to be added to the cost of the hedged coins.',
    law: '26 U.S.C. 263(g), 1001, 1234A, 67(g); Reg. 1.446-3; no guidance on perpetuals',
    deadline: `${POSITION} A change of method in a later year can need the tax office’s consent (26 U.S.C. 446(e)).`,
    kind: 'options',
    options: [
      { value: 'with-position', words: 'Part of the position’s gain or loss, when it is closed' },
      { value: 'when-paid', words: 'A short-term gain or loss on the day of each payment' },
      { value: 'ordinary', words: 'Ordinary income when received; not deductible when paid' },
      {
        value: 'capitalise',
        words: 'Added to the cost of the hedged coins when paid while hedging; else with the position',
      },
      {
        value: 'notional-principal',
        words: 'Taxed like a swap: the year’s payments are ordinary, the end of the position is capital',
      },
    ],
    defaultValue: 'with-position',
  },
  {
    id: CARRYBACK_ID,
    group: 'losses',
    title: 'Carry a loss of 60/40 futures back',
    sentence:
      'A net loss of section 1256 contracts can be taken against gains of such contracts in the three years before, the oldest first: tax paid then comes back now. Without the election the loss goes forward like any other.',
    law: '26 U.S.C. 1212(c); Form 6781, box D',
    deadline:
      'With Form 1045 within a year after the end of the loss year, or by amended returns within three years after the due date of the loss year’s return.',
    kind: 'by-year',
    options: yesNo('Carry it back', 'Carry it forward'),
    defaultValue: 'no',
  },
  {
    id: 'wash-sales-from',
    group: 'future-law',
    title: 'Wash sales of coins (not law as of 2026-11-22)',
    sentence:
      'Today a coin may be sold at a loss and bought again at once; for stocks and securities the loss would be disallowed for 30 days. H.R. 9172 (2026-06-08), H.R. 8899 (2026-05-19) and S. 2207 (2025-06-30) would bring this rule to coins; none of them was found enacted as of 2026-11-22. Type the day from which it holds, should one become law. Shares of a trust that holds coins are securities: for them the rule holds today, whatever is chosen here.',
    law: '26 U.S.C. 1091; H.R. 9172, H.R. 8899, S. 2207 (119th Congress, bills)',
    deadline: 'Not a choice of yours but of Congress: set the date that a law names, or try one.',
    kind: 'date-or-off',
    options: [{ value: 'off', words: 'Not law: coins are not covered' }],
    defaultValue: 'off',
  },
  {
    id: 'constructive-sales-from',
    group: 'future-law',
    title: 'Constructive sales of coins (not law as of 2026-11-22)',
    sentence:
      'A short that takes away nearly all risk of a stock with a gain counts as a sale of the stock. Coins are not covered today, which is why a futures hedge of coins is not a sale. H.R. 9172 (2026-06-08) would cover them, and H.R. 8899 and S. 2207 are open too; none was found enacted as of 2026-11-22. Type the day from which it holds, should one become law. Shares of a trust that holds coins count as stock: for them the rule holds today.',
    law: '26 U.S.C. 1259; H.R. 9172, H.R. 8899, S. 2207 (119th Congress, bills)',
    deadline: 'Not a choice of yours but of Congress: set the date that a law names, or try one.',
    kind: 'date-or-off',
    options: [{ value: 'off', words: 'Not law: coins are not covered' }],
    defaultValue: 'off',
  },
];

/** A choice that is made in another place, or that Hedgerow does not offer: named, so that the list is whole. */
export interface ElsewhereElection {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** Where it is made; null: not offered. */
  readonly place: 'lot-orders' | 'tax-details' | 'lot-choices' | 'contracts' | null;
  /** The terminal's command; null: none. */
  readonly command: string | null;
}

export const ELSEWHERE_ELECTIONS: readonly ElsewhereElection[] = [
  {
    id: 'lot-method',
    title: 'Which coins are sold first',
    sentence:
      'Lot method and standing orders, for each account: set with your lots. An order counts for sales after it is recorded.',
    place: 'lot-orders',
    command: 'hedgerow lots order METHOD',
  },
  {
    id: 'time-zone',
    title: 'Time zone',
    sentence:
      'It decides on which day a sale or a hedge falls, and when the day ends: set in your tax details.',
    place: 'tax-details',
    command: 'hedgerow profile set FILE',
  },
  {
    id: 'section-1256',
    title: 'Which futures are section 1256 contracts',
    sentence:
      'By contract: futures on a regulated exchange of the United States usually are, futures of other exchanges are not. Set with each contract.',
    place: 'contracts',
    command: 'hedgerow contracts set ID section1256=VALUE --source TEXT',
  },
  {
    id: 'transfer-fee',
    title: 'Network fees of transfers',
    sentence: 'Coins sold, or a cost of what you keep: one of the choices about lots.',
    place: 'lot-choices',
    command: 'hedgerow elections set transfer-fee VALUE',
  },
  {
    id: 'profile',
    title: 'Filing status, other income, losses brought along',
    sentence:
      'Also losses of earlier years and straddle losses that wait from before: set in your tax details.',
    place: 'tax-details',
    command: 'hedgerow profile set FILE',
  },
  {
    id: 'trader',
    title: 'Trader in securities or commodities (section 475(f))',
    sentence:
      'Traders can choose to have everything taxed at each year’s end as ordinary income. Hedgerow does not support it: every figure is for an investor. If you made that election, do not use these figures for your return.',
    place: null,
    command: null,
  },
];

/** The choice that an id names, a year's own included; undefined for others. */
export function taxElectionNamed(
  id: string,
): { readonly election: TaxElection; readonly year: number | null } | undefined {
  const plain = TAX_ELECTIONS.find((one) => one.id === id && one.kind !== 'by-year');
  if (plain !== undefined) return { election: plain, year: null };
  const [, name, year] = /^(.+):(\d{4})$/u.exec(id) ?? [];
  const dated = TAX_ELECTIONS.find((one) => one.id === name && one.kind === 'by-year');
  return dated === undefined ? undefined : { election: dated, year: Number(year) };
}
