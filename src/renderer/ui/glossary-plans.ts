/** Words of policies, ways back to target and exit plans; part of the glossary. */
export const planTerms = {
  policy: {
    word: 'policy',
    meaning:
      'The mix you want and the rules for going back to it, written down before anything happens, so that no mood decides.',
    example: '“Half BTC, half ETH; rebalance when either is more than 10 points off” is a policy.',
  },
  'asset-group': {
    word: 'group of assets',
    meaning:
      'Several assets that share one target, such as all coins that you want to hold only a little of.',
    example: 'With “Small coins: BNB and SOL, 10%” it does not matter which of the two makes up the 10%.',
  },
  'relative-band': {
    word: 'relative band',
    meaning:
      'A band that is a share of the target instead of points, so that small targets get a narrow one.',
    example:
      'With 5/25, a target of 10% may move by 2.5 points (a quarter of it), and one of 50% by 5 points.',
  },
  trigger: {
    word: 'trigger',
    meaning: 'What makes a rule fire: a share leaves its band, or a day of the calendar comes.',
    example:
      '“When any asset is more than 10 points from target” is a trigger by drift; “every quarter” is one by date.',
  },
  'fired-rule': {
    word: 'rule that fired',
    meaning:
      'A rule of your policy says that it is time to act; it stays on your list until you decide what to do.',
    example: 'BTC passed 60% on 3 March: the rule fired, and you decided to hedge.',
  },
  'cost-limit': {
    word: 'cost limit',
    meaning: 'How much going back to target may cost before you would rather wait.',
    example:
      'With a limit of 1% of what is traded, a sale of $10,000 that costs $300 in tax and fees is not done.',
  },
  alternative: {
    word: 'way back',
    meaning:
      'One of the ways from today’s mix to your target: do nothing, sell now, hedge now and leave later, a mix of these, or new money.',
    example: 'Selling $15,000 of BTC and shorting $15,000 of BTC futures are two ways back to 50/50.',
  },
  'break-even': {
    word: 'break-even',
    meaning:
      'The value of one assumption at which two ways cost the same: beyond it the other one is cheaper.',
    example:
      'A break-even funding rate of 7% a year means: if shorts pay more than that, selling is cheaper.',
  },
  'present-value': {
    word: 'today’s money',
    meaning: 'What a payment of a later day is worth now: money that you keep until then can earn something.',
    example: '$1,000 of tax due in a year is $962 in today’s money, if money earns 4% a year.',
  },
  'opportunity-cost': {
    word: 'opportunity cost',
    meaning: 'What money could have earned elsewhere while it is locked up.',
    example: 'Margin of $5,000 locked up for a year costs $200 if it could have earned 4%.',
  },
  horizon: {
    word: 'horizon',
    meaning: 'The last day that a plan or a comparison looks at.',
    example: 'With a horizon of 31 December 2028, taxes of 2026, 2027 and 2028 are counted, and none after.',
  },
  'price-path': {
    word: 'price path',
    meaning: 'How prices are assumed to move from today to a later day.',
    example: 'Along the path “up” Bitcoin rises by 30% until the exit; along “flat” it stays where it is.',
  },
  'close-out-sheet': {
    word: 'close-out sheet',
    meaning:
      'The ordered list of what to do at the venue to leave a hedge, each step small enough to leave little open.',
    example:
      'Step 1: buy back 0.05 BTC of the short, reduce-only; step 2: sell 0.05 BTC of the lot of May 2023.',
  },
  'candidate-date': {
    word: 'candidate date',
    meaning: 'A day on which an exit plan may trade, because something changes around it.',
    example: 'Lots turn long-term on 2 March, a contract ends on 26 March: both are candidate dates.',
  },
  'optimality-gap': {
    word: 'gap (of a plan)',
    meaning: 'How much cheaper than the plan that was found any other plan could be at most.',
    example: 'A gap of 0.1% on a cost of $8,000 means: no plan can save more than $8.',
  },
  regret: {
    word: 'regret',
    meaning: 'How much more a choice costs than the one that would have been best, had one known the prices.',
    example: 'Waiting cost $900 more than selling because Bitcoin rose: the regret of waiting is $900.',
  },
  'loss-harvesting': {
    word: 'tax-loss harvesting',
    meaning: 'Selling coins that stand at a loss, so that the loss makes taxed gains smaller.',
    example: 'A loss of $4,000 on SOL frees a gain of $4,000 on BTC from tax this year.',
  },
  'gain-harvesting': {
    word: 'gain harvesting',
    meaning:
      'Selling coins at a gain in a year in which it is taxed little or not at all, and buying them back.',
    example: 'In a year without wages, a long-term gain of $20,000 may be taxed at 0%.',
  },
  'calendar-file': {
    word: 'iCalendar file',
    meaning: 'A file with dates that any calendar program can read; its name ends in “ics”.',
    example: 'Open the file in your calendar, and the day on which a lot turns long-term stands there.',
  },
  scenario: {
    word: 'scenario',
    meaning: 'A named copy of your plan with other assumptions; it never changes the ledger.',
    example: '“Bitcoin doubles” is a scenario: the same coins and hedge, priced at twice today’s price.',
  },
} as const;
