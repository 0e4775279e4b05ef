import { planTerms } from './glossary-plans.ts';

/**
 * The field's words, one sentence and one example each. `<Term>` and the command palette show them;
 * `docs/glossary.md` mirrors them (a test compares).
 */
export interface GlossaryEntry {
  readonly word: string;
  /** One sentence that a beginner understands. */
  readonly meaning: string;
  readonly example: string;
}

export const glossary = {
  'auto-deleveraging': {
    word: 'auto-deleveraging (ADL)',
    meaning:
      'An exchange closes positions that are in profit, without asking, to pay for others that went bankrupt.',
    example:
      'Bitcoin crashes: your winning short is closed at the low, and your coins stand unhedged after it.',
  },
  haircut: {
    word: 'haircut',
    meaning: 'The part of collateral that a venue does not count as margin.',
    example: 'With a haircut of 5%, coins worth $1,000 count as $950 of margin.',
  },
  depeg: {
    word: 'depeg',
    meaning: 'A stablecoin is no longer worth the money that it stands for.',
    example: 'A dollar stablecoin trades at $0.95: prices in it rise by 5.3%, and shorts in it lose as much.',
  },
  carry: {
    word: 'carry',
    meaning: 'What holding a futures position earns or costs over time: funding, or the basis as it shrinks.',
    example: 'A short of $10,000 that receives funding of 5% a year earns a carry of about $500 a year.',
  },
  event: {
    word: 'event',
    meaning:
      'One thing that happened to an account, such as a trade, a transfer, a fee or a funding payment.',
    example: 'A row of an exchange’s export that says “bought 0.1 BTC” becomes one event.',
  },
  exit: {
    word: 'exit',
    meaning: 'Closing the futures of an overlay, on the date that the plan names.',
    example: 'The plan’s exit is 15 January 2027: that day the short is bought back.',
  },
  'identification-record': {
    word: 'identification record',
    meaning:
      'A dated entry that says which lots a hedge belongs to, chained to the one before so that a later change shows.',
    example: 'Record 3 says that the short of 0.1 BTC hedges the lot bought on 5 May 2024.',
  },
  plan: {
    word: 'plan',
    meaning: 'Proposed futures trades that were saved, with dated steps up to the exit.',
    example: 'A plan says: short 0.1 BTC today, look at it in a week, close it on 15 January 2027.',
  },
  leverage: {
    word: 'leverage',
    meaning: 'How many times the money that stands behind a futures position the position is worth.',
    example: 'A short of $15,000 with $5,000 at the venue has a leverage of 3.',
  },
  percentile: {
    word: 'percentile',
    meaning: 'The share of past values that were lower than the one of today.',
    example: 'Funding at the 90th percentile was lower on 90 of 100 days of the last year.',
  },
  residual: {
    word: 'residual',
    meaning: 'The part of a wanted hedge that is left over because contracts come in whole steps.',
    example: 'You want to be short 0.1234 BTC and steps are 0.001 BTC: the residual is 0.0004 BTC.',
  },
  spot: {
    word: 'spot',
    meaning: 'Buying or selling the coin itself, for delivery at once, as opposed to futures on it.',
    example: 'Buying 0.1 BTC on Coinbase is a spot trade: the coins are yours at once.',
  },
  'basis-of-futures': {
    word: 'basis (of futures)',
    meaning: 'The difference between a futures price and the price of the coin itself.',
    example: 'Bitcoin costs $60,000 and a December contract trades at $61,200: the basis is $1,200, or 2%.',
  },
  carryforward: {
    word: 'carryforward',
    meaning: 'Losses of earlier years that were too large to use then and reduce the gains of a later year.',
    example: 'You lost $10,000 and could use $3,000 of it: $7,000 is carried forward to next year.',
  },
  'contract-size': {
    word: 'contract size',
    meaning: 'How much of the coin (or how many dollars of it) one futures contract stands for.',
    example: 'One contract of 0.1 BTC moves by $100 when Bitcoin moves by $1,000.',
  },
  'cost-basis': {
    word: 'cost basis',
    meaning: 'What you paid for coins, fees included: the tax gain is the sale price less this.',
    example: 'You bought 1 ETH for $2,000 and paid a $10 fee: its cost basis is $2,010.',
  },
  'term-countdown': {
    word: 'term countdown',
    meaning: 'The days until a lot has been held for more than a year and its gain becomes long-term.',
    example: 'A lot bought on 1 March 2026 turns long-term on 2 March 2027.',
  },
  disposal: {
    word: 'disposal',
    meaning:
      'Anything that ends your ownership of coins for tax: a sale, a swap for another coin, a payment.',
    example: 'Swapping BTC for ETH is a disposal of the BTC, even though no dollars moved.',
  },
  drift: {
    word: 'drift',
    meaning: 'How far an asset’s share has moved away from its target.',
    example: 'Bitcoin is 65% of the portfolio and its target is 50%: its drift is +15 points.',
  },
  'effective-exposure': {
    word: 'effective exposure',
    meaning: 'What really moves with an asset’s price: the coins you hold plus your futures on it.',
    example: 'You hold 1 BTC and are short 0.3 BTC of futures: your effective exposure is 0.7 BTC.',
  },
  fifo: {
    word: 'first in, first out (FIFO)',
    meaning: 'A rule for sales: the coins bought first count as sold first.',
    example: 'You bought 1 BTC in 2023 and 1 BTC in 2025, then sell 1: the one from 2023 was sold.',
  },
  funding: {
    word: 'funding',
    meaning: 'A payment between holders of long and short perpetual futures, usually every eight hours.',
    example: 'At a rate of 0.01%, a short of $10,000 receives $1 each time while the rate is positive.',
  },
  hedge: {
    word: 'hedge',
    meaning: 'A trade that gains when something you own loses, so that the two offset each other.',
    example: 'Shorting 0.5 BTC of futures offsets price moves of 0.5 of the BTC you hold.',
  },
  'after-tax-ratio': {
    word: 'after-tax hedge ratio',
    meaning:
      'How much to hedge so that your wealth after tax is the same at every price, because coins and futures are taxed at different rates.',
    example:
      'Coins are taxed at 20% and the futures at 26.8%: a hedge of 109% leaves you after tax where you were.',
  },
  'cross-hedge': {
    word: 'cross hedge',
    meaning: 'Hedging one coin with futures on another, because the first has none or costs more.',
    example: 'You hold SOL and short ether futures: it helps only as far as the two move together.',
  },
  'minimum-variance': {
    word: 'minimum-variance ratio',
    meaning: 'The hedge ratio that made the value of coin and futures together move least in the past.',
    example: 'When SOL moved 1.4% for each 1% of ether, $1,400 of ether futures hedged $1,000 of SOL best.',
  },
  'entry-order': {
    word: 'order of entry',
    meaning:
      'In which order and slices the legs of an overlay are opened, so that little is open on one side at any time.',
    example: 'Selling and buying by turns in fifths, at most a fifth of the trade is open on one side.',
  },
  'margin-buffer': {
    word: 'margin buffer',
    meaning: 'What a futures account can still lose before a position in it is closed by force.',
    example: 'The account stands at $5,000 and $800 have to be kept: the buffer is $4,200.',
  },
  'reduce-only': {
    word: 'reduce-only',
    meaning: 'An order that may only make a position smaller: it can never open one on the other side.',
    example: 'You are short 0.1 BTC and send a reduce-only order for 0.2 BTC: only 0.1 BTC is bought back.',
  },
  'stale-price': {
    word: 'stale price',
    meaning: 'A price that is older than you allow, so that everything computed from it may be wrong by now.',
    example: 'The price of Bitcoin was typed nine days ago: the hedge ratio shown is that of nine days ago.',
  },
  convexity: {
    word: 'convexity',
    meaning: 'The number of coins that an inverse contract moves changes as the price changes.',
    example: 'A short of $10,000 moves 0.2 BTC at $50,000, and 0.1 BTC at $100,000.',
  },
  'hedge-ratio': {
    word: 'hedge ratio',
    meaning: 'What your futures move, compared with what would bring the asset to its target: 100% fits.',
    example:
      'To reach your target you would sell 0.5 BTC, and you are short 0.4 BTC: the hedge ratio is 80%.',
  },
  hifo: {
    word: 'highest cost first',
    meaning:
      'A rule for sales: the coins with the highest cost basis count as sold first, so the gain is smallest.',
    example: 'Lots cost $20,000 and $50,000 a coin; selling one coin uses the lot that cost $50,000.',
  },
  'inverse-contract': {
    word: 'inverse contract',
    meaning: 'A futures contract whose margin and profit are in the coin instead of in dollars.',
    example: 'A short of $10,000 in an inverse contract earns BTC when Bitcoin falls.',
  },
  liquidation: {
    word: 'liquidation',
    meaning: 'The exchange closes a futures position by force because its margin no longer covers the loss.',
    example: 'A short with 20% margin is liquidated when the price has risen a little under 20%.',
  },
  'long-term': {
    word: 'long-term',
    meaning: 'Held for more than one year before it is sold; in the United States such gains are taxed less.',
    example: 'Bought on 1 March 2025: sold on 2 March 2026 or later, the gain is long-term.',
  },
  lot: {
    word: 'lot',
    meaning: 'Coins bought together, with one date and one cost: gains are counted lot by lot.',
    example: 'Buying 0.5 BTC in May and 0.2 BTC in June makes two lots.',
  },
  margin: {
    word: 'margin',
    meaning: 'Money locked up at the exchange to cover possible losses of a futures position.',
    example: 'A position of $10,000 with 10% margin locks up $1,000.',
  },
  'mark-price': {
    word: 'mark',
    meaning: 'The price at which an open futures position is valued.',
    example: 'You went short at $62,000 and the mark is $60,000: the open profit is $2,000 per coin.',
  },
  'net-investment-income-tax': {
    word: 'net investment income tax',
    meaning: 'A United States tax of 3.8% on investment income above a yearly income limit.',
    example: 'A single person with income above $200,000 pays it on gains beyond that limit.',
  },
  notional: {
    word: 'notional',
    meaning: 'The full value that a futures position stands for, far more than the margin that it locks up.',
    example: '3 contracts of 0.1 BTC at $60,000 have a notional of $18,000.',
  },
  overlay: {
    word: 'overlay',
    meaning:
      'Futures laid over the coins you keep, so that the mix behaves as if you had rebalanced without a sale.',
    example: 'Short $15,000 of BTC and long $15,000 of ETH turns 65/35 into an effective 50/50.',
  },
  perpetual: {
    word: 'perpetual',
    meaning: 'A futures contract without an end date, held near the coin’s price by funding payments.',
    example: 'BTCUSDT on Binance is a perpetual; it never expires, but it pays or costs funding.',
  },
  roll: {
    word: 'roll',
    meaning: 'Closing a futures contract that is about to end and opening the next one.',
    example: 'Selling the March contract as the December one expires keeps the hedge in place.',
  },
  'section-1256': {
    word: 'section 1256 contract',
    meaning:
      'A futures contract of a regulated United States exchange, taxed as if sold at every year’s end.',
    example: 'A CME bitcoin future is one; a perpetual on an overseas exchange is not.',
  },
  'short-term': {
    word: 'short-term',
    meaning: 'Held for one year or less before it is sold; such gains are taxed like wages.',
    example: 'Bought on 1 March 2026 and sold on 1 March 2027, the gain is still short-term.',
  },
  'sixty-forty': {
    word: '60/40 rule',
    meaning:
      'Gains of section 1256 contracts count as 60% long-term and 40% short-term, however long they were held.',
    example: 'A gain of $1,000 on a CME future is $600 long-term and $400 short-term.',
  },
  straddle: {
    word: 'straddle',
    meaning:
      'Two positions that offset each other; tax law may then delay losses and stop the clock of the holding period.',
    example: 'Holding BTC for six months and shorting BTC futures can restart the year needed for long-term.',
  },
  'tolerance-band': {
    word: 'tolerance band',
    meaning: 'How far a share may move from its target before anything needs to be done.',
    example: 'A target of 50% with a band of 5 points means: act below 45% or above 55%.',
  },
  'band-together': {
    word: 'band together',
    meaning:
      'How far all coins of an exit plan together may stand off what is wanted: what stands above makes up for what stands below.',
    example:
      'With 2,000 allowed, BTC may stand 10,000 above while ETH stands 9,000 below: together that is 1,000.',
  },
  'average-cost': {
    word: 'average cost',
    meaning:
      'A rule for sales: every coin costs the average of all coins that are held; some countries require it, the United States do not allow it for coins.',
    example: 'You bought 1 BTC for $20,000 and 1 BTC for $40,000: each costs $30,000.',
  },
  'assumed-cost': {
    word: 'assumed cost',
    meaning:
      'Nothing in your files shows what these coins cost, so a cost of zero is assumed and the gain is as large as it can be.',
    example:
      'Coins came from a wallet without a record: until you import it, all of their value counts as gain.',
  },
  'unknown-cost': {
    word: 'unknown cost',
    meaning:
      'Nothing in your files shows what these coins cost, and you chose that their sales are left out of the gains until it is found; until they are sold, a cost of zero is shown.',
    example:
      'Coins came from a wallet without a record: you sold them, and no gain counts until you import that wallet.',
  },
  lifo: {
    word: 'last in, first out (LIFO)',
    meaning: 'A rule for sales: the coins bought last count as sold first.',
    example: 'You bought 1 BTC in 2023 and 1 BTC in 2025, then sell 1: the one from 2025 was sold.',
  },
  lofo: {
    word: 'lowest cost first',
    meaning:
      'A rule for sales: the coins with the lowest cost basis count as sold first, so the gain is largest.',
    example: 'Lots cost $20,000 and $50,000 a coin; selling one coin uses the lot that cost $20,000.',
  },
  'lowest-tax': {
    word: 'lowest tax first',
    meaning:
      'A rule for sales: the coins whose sale is taxed the least count as sold first, losses before gains.',
    example: 'A long-term gain of $1,000 goes before a short-term gain of $900, because it is taxed less.',
  },
  'specific-identification': {
    word: 'specific identification',
    meaning: 'Saying before a sale which lots are sold: only what was on record by then counts.',
    example: 'You record that you will sell the lot of 5 May 2024, and then sell: that lot was sold.',
  },
  'standing-order': {
    word: 'standing order',
    meaning: 'A rule that you put on record once and that decides for every later sale which lots it uses.',
    example: 'From today on, each sale in Coinbase uses the lots that cost the most first.',
  },
  'hedge-leg': {
    word: 'hedge leg',
    meaning:
      'One futures position of a hedge, from the day it is planned until it is closed, with the trades that belong to it.',
    example: 'Short 0.1 BTC for your bitcoin is one leg; long 2 ETH beside it is another.',
  },
  'maintenance-margin': {
    word: 'maintenance margin',
    meaning: 'What must stay on the account: below it the exchange closes the position by force.',
    example: 'A position of $10,000 with 0.5% maintenance margin needs $50 to stay open.',
  },
  'initial-margin': {
    word: 'initial margin',
    meaning:
      'What opening a futures position ties up, at the largest leverage that the exchange allows or as your broker asks.',
    example: 'At 20 times leverage a position of $10,000 ties up $500.',
  },
  'liquidation-price': {
    word: 'liquidation price',
    meaning: 'The price at which an exchange closes a futures position by force; some positions have none.',
    example: 'A short at $60,000 with $6,000 of margin is closed a little under $66,000.',
  },
  'margin-call': {
    word: 'margin call',
    meaning:
      'A broker asks for money because what stands behind a futures position fell below its maintenance margin.',
    example: 'Bitcoin rises by 10% overnight: your broker wants $3,000 more for your short by the morning.',
  },
  'margin-ratio': {
    word: 'margin ratio',
    meaning: 'Maintenance margin as a share of what stands behind a position: at 100% it is closed by force.',
    example: 'With $5,000 behind it and $500 of maintenance margin, the ratio is 10%.',
  },
  'margin-tier': {
    word: 'margin tier',
    meaning:
      'A step of an exchange’s margin table: the larger the position, the larger the share that must stay behind it.',
    example: 'Up to $50,000 the maintenance margin is 0.4%, beyond that 0.5%.',
  },
  'margin-mode': {
    word: 'cross or isolated margin',
    meaning:
      'Cross: all money of the account stands for the position; isolated: only what was set aside for it.',
    example: 'With $5,000 on the account and $500 isolated, at most the $500 can be lost.',
  },
  'open-position': {
    word: 'open position',
    meaning: 'Futures that were opened and not closed yet: their profit still changes with the price.',
    example: 'You sold 3 contracts and bought back 1: a short of 2 contracts is open.',
  },
  'stress-test': {
    word: 'stress test',
    meaning: 'Playing through what a crash, a squeeze or a lost exchange would do to all that you hold.',
    example:
      'If every coin fell by 30% in a day, your wealth would fall by $20,000 and no hedge would be lost.',
  },
  'usual-daily-move': {
    word: 'usual daily move',
    meaning:
      'How far a price moves on an ordinary day (its daily standard deviation): two days of three stay within it.',
    example: 'Bitcoin’s is about 2.5%: a forced close 25% away is 10 usual daily moves off.',
  },
  'open-interest': {
    word: 'open interest',
    meaning: 'How many contracts are open in a market, counted on one side.',
    example: 'An open interest of 90,000 BTC means that longs and shorts of 90,000 BTC face each other.',
  },
  'market-depth': {
    word: 'depth',
    meaning: 'How much rests in the order book up to some distance from the middle of the market.',
    example: 'A depth of 100 BTC within 1% means that buying 100 BTC at once lifts the price by about 1%.',
  },
  'order-book': {
    word: 'order book',
    meaning: 'The list of prices at which others want to buy (bids) and sell (asks), with the amounts.',
    example: 'The best bid is 64,990 and the best ask 65,010: the middle is 65,000.',
  },
  spread: {
    word: 'spread',
    meaning: 'The gap between the best bid and the best ask, of which an order at once pays half.',
    example: 'With a spread of 0.02% an order of $10,000 costs at least $1.',
  },
  slippage: {
    word: 'slippage',
    meaning: 'What an order costs because its average price is worse than the middle of the market.',
    example: 'Buying at 65,065 on average while the middle was 65,000 is a slippage of 0.1%.',
  },
  'market-impact': {
    word: 'market impact',
    meaning: 'How far an order itself moves the price, estimated from its share of the day’s volume.',
    example: 'At a daily move of 3%, an order of 1% of the volume moves the price by about 0.3%.',
  },
  'fear-and-greed': {
    word: 'fear and greed',
    meaning: 'An index of mood from 0 (fear) to 100 (greed) that mostly restates past returns.',
    example: 'A value of 13 is extreme fear: for context only, it changes no figure of a plan.',
  },
  'form-1099-da': {
    word: 'Form 1099-DA',
    meaning:
      'What a broker of digital assets reports to you and to the IRS: the proceeds of your sales, and from 2026 on the cost of what was bought there.',
    example:
      'You sold 0.1 BTC at Coinbase: its form shows $6,500 of proceeds and, where you bought it there, what it cost.',
  },
  'form-8949': {
    word: 'Form 8949',
    meaning:
      'The form that lists each sale of the year in boxes, by how long it was held and what the broker reported.',
    example: 'A sale of BTC held for two years at a broker that sent no form stands in Part II, box L.',
  },
  'form-6781': {
    word: 'Form 6781',
    meaning: 'The form for section 1256 contracts (Part I) and for straddles (Parts II and III).',
    example: 'A gain of $1,000 on a CME future is split in Part I into $600 long-term and $400 short-term.',
  },
  election: {
    word: 'election',
    meaning:
      'A choice that the law leaves to you, often with a day by which it has to be made and sometimes for good.',
    example: 'Whether a loss of section 1256 contracts goes back to earlier years is an election.',
  },
  'wash-sale': {
    word: 'wash sale',
    meaning:
      'A sale at a loss with the same thing bought back within 30 days, whose loss does not count yet.',
    example:
      'You sell shares of a bitcoin trust at a loss and buy them back a week later: the loss is added to their cost, while coins themselves are not covered today.',
  },
  'constructive-sale': {
    word: 'constructive sale',
    meaning: 'A hedge so complete that the law taxes what it hedges as if it had been sold.',
    example: 'You short as many shares of a bitcoin trust as you hold with a gain: that gain is taxed now.',
  },
  'identified-straddle': {
    word: 'identified straddle',
    meaning:
      'A straddle that you put on record as one on the day it began, so that its losses are added to the cost of what it hedged.',
    example:
      'A short future opened against one lot loses $500, and that lot then counts as having cost $500 more.',
  },
  'mixed-straddle': {
    word: 'mixed straddle',
    meaning: 'A straddle of which one side is a section 1256 contract and the other is not.',
    example: 'BTC on one side and a CME future sold short on the other.',
  },
  'working-paper': {
    word: 'working paper',
    meaning: 'A list or sum that helps to fill in a form and is not filed itself.',
    example: 'The list of your sales by box, from which Form 8949 is filled in.',
  },
  'effective-rate': {
    word: 'effective tax rate',
    meaning: 'The share of all income of a year that goes to tax.',
    example: 'Income of $150,000 and tax of $30,000 make an effective rate of 20%.',
  },
  'marginal-rate': {
    word: 'marginal tax rate',
    meaning:
      'The share of the next bit of income or gain that goes to tax: it differs from the share of all income.',
    example: 'At a marginal rate of 15% on long-term gains the next $1,000 of such gain costs $150.',
  },
  'deferred-loss': {
    word: 'loss that waits',
    meaning: 'A loss on one side of a straddle that counts only once the gain on the other side is taxed.',
    example:
      'Your short lost $4,000 while your coins have an untaxed gain of $9,000: the loss waits until you sell those coins.',
  },
  'unrecognised-gain': {
    word: 'unrecognised gain',
    meaning: 'A gain on something that you still hold and that is not taxed yet.',
    example: 'Bitcoin bought for $20,000 and worth $60,000 has an unrecognised gain of $40,000.',
  },
  'tax-deferral': {
    word: 'tax deferral',
    meaning: 'Paying a tax in a later year: it is still due, but the money can work for you until then.',
    example: 'Tax of $10,000 paid a year later is worth about $400 less today at 4% a year.',
  },
  'alternative-minimum-tax': {
    word: 'alternative minimum tax',
    meaning:
      'A second way to compute United States income tax that counts when it comes out higher, as it can in a year of large gains.',
    example:
      'A year with a gain of $1,000,000 can lose the exemption of the second computation, and then owe more.',
  },
  projection: {
    word: 'projection',
    meaning: 'Tax years that have not happened yet, computed from what is planned at assumed prices.',
    example:
      'With a sale planned for 2027, the projection shows what 2027 would owe if prices stayed as they are.',
  },
  'state-tax': {
    word: 'state income tax',
    meaning: 'Income tax of the state you live in, taken here as a plain rate on federal taxable income.',
    example: 'A rate of 5% on $100,000 of taxable income adds $5,000.',
  },
  carryback: {
    word: 'carryback',
    meaning:
      'Setting a loss on section 1256 contracts against such gains of the three years before, if you choose so.',
    example: 'A loss of $20,000 this year brings back tax paid on futures gains two years ago.',
  },
  'authoritative-file': {
    word: 'authoritative file',
    meaning:
      'Of several files that tell of the same trades, transfers or payments, the one that counts; the others are compared with it.',
    example:
      'The trade history counts for your trades; the statement, which lists them without prices, is compared with it.',
  },
  mapping: {
    word: 'mapping',
    meaning:
      'What the columns and words of a file mean that Hedgerow does not know by itself, said once by you.',
    example:
      'You say that “Qty” is the quantity and that “B” buys: every file with these columns is read so.',
  },
  ticker: {
    word: 'ticker',
    meaning: 'The short name that an exchange gives a coin; another exchange may use it for another coin.',
    example: 'LUNA was one coin until May 2022, and has been another one since then.',
  },
  'computed-balance': {
    word: 'computed balance',
    meaning:
      'What an account holds by the sum of all imported rows, as against the balance that its file states.',
    example: 'Your rows add up to 1.5 BTC and the exchange states 1.6: a deposit of 0.1 BTC is missing.',
  },
  coverage: {
    word: 'coverage',
    meaning: 'Which months of an account your imported files reach over, and which they do not.',
    example: 'Files for January to March and for May leave a gap in coverage: April.',
  },
  reconcile: {
    word: 'reconcile',
    meaning:
      'To compare what two files say of the same things, and to show every difference with both figures.',
    example:
      'The trade history says that you paid $5,000, the statement $5,001: both are shown with their lines.',
  },
  'closed-position': {
    word: 'closed position',
    meaning:
      'One row of an export that sums up a futures position from opening to closing: its profit, and often its fees and funding.',
    example:
      'Bybit’s “Closed P&L” has one row for each closed position; the trades that it consists of stand in the trade history.',
  },
  'import-number': {
    word: 'import number',
    meaning:
      'The number that each import gets, so that files of one name can be told apart and each can be taken back alone.',
    example:
      'Two files are called Export.csv: “Export.csv (import 3)” is the one that Undo beside import 3 takes back.',
  },
  ...planTerms,
} as const satisfies Record<string, GlossaryEntry>;

export type TermId = keyof typeof glossary;

export function glossaryEntries(): readonly (GlossaryEntry & { readonly id: TermId })[] {
  return (Object.keys(glossary) as TermId[]).map((id) => ({ id, ...glossary[id] }));
}
