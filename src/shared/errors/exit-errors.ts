/** Exit plans: what stands in their way, and which of the limits a schedule breaks. */
export const exitErrors = {
  'exit/several': {
    message: '{count} things stand in the way of an exit plan: {problems} Nothing was computed or stored.',
    fix: '{fixes}',
  },
  'exit/horizon-past': {
    message:
      'The last day of the plan, {date}, is not after today ({today}). Nothing was computed: a plan is of days ahead.',
    fix: 'Choose a later day, or leave it out for the end of the year after next.',
  },
  'exit/horizon-far': {
    message: 'The last day of the plan, {date}, lies more than {years} years ahead. Nothing was computed.',
    fix: 'Choose a day before {last}.',
  },
  'exit/price-missing': {
    message:
      'No price of {assets} is known, so that selling, buying or hedging it has no amount. Nothing was computed.',
    fix: 'Import or type a price of {assets}, or give the plan the price itself (on the screen: Suppose) (in the terminal: --price).',
  },
  'exit/margin-missing': {
    message:
      'How much margin {contracts} asks for is not known, and the cash for margin is to be watched. Nothing was computed.',
    fix: 'Type the margin in the contract’s terms, under Targets & hedge › Contracts (in the terminal: hedgerow contracts set), or leave the cash unwatched.',
  },
  'exit/margin-unknown': {
    message:
      'How much margin {contract} asks for is not known: the money that it ties up, and what that would have earned, are not in the figures.',
    fix: 'Type the margin in the contract’s terms, under Targets & hedge › Contracts (in the terminal: hedgerow contracts set).',
  },
  'exit/fee-unknown': {
    message: 'The fee of {contract} is not known: none is counted.',
    fix: 'Type the fee in the contract’s terms, under Targets & hedge › Contracts (in the terminal: hedgerow contracts set).',
  },
  'exit/slippage-unknown': {
    message:
      'What trading {contract} costs beyond its fee (slippage) is not known: none is counted, so that opening and closing it is dearer than shown.',
    fix: 'Import or type an order book or a spread of {contract}, or give the plan a share: Slippage of futures, under More (in the terminal: --futures-slippage).',
  },
  'exit/nothing-to-do': {
    message: 'There is nothing to sell and nothing to buy: {why}. No plan was made.',
    fix: 'Change the targets, or name the coins to sell or buy (“goals”).',
  },
  'exit/goal-both': {
    message:
      '{asset} is to be sold and to be bought, or neither: a goal has one of the two. Nothing was computed.',
    fix: 'Give “sell” or “buy” an amount above zero.',
  },
  'exit/goal-twice': {
    message: '{asset} has two goals. Nothing was computed.',
    fix: 'Put them together in one.',
  },
  'exit/goal-not-held': {
    message: '{quantity} {asset} should be sold, and {held} can be: {why}. Nothing was computed.',
    fix: 'Sell less, or free more lots.',
  },
  'exit/goal-money': {
    message: '{asset} is money: it is what coins are sold into, so it has no lots and no goal of its own.',
    fix: 'Name the coins to sell or to buy instead.',
  },
  'exit/no-such-lot': {
    message: 'These lots are not in this ledger or hold nothing: {lots}. Nothing was computed.',
    fix: 'The lots list (in the terminal: hedgerow lots --ids) names every lot that is held.',
  },
  'exit/asset-unknown': {
    message: '“{field}” names {asset}, which the plan neither sells, buys nor hedges. Nothing was computed.',
    fix: 'Leave it out, or check how it is written.',
  },
  'exit/assumption-out-of-range': {
    message: '“{field}” is {value}: it has to be {range}. Nothing was computed.',
    fix: 'Give a value in that range.',
  },
  'exit/position-unknown': {
    message:
      'The open position in {contracts} cannot be counted: its terms or its fills are not known. Nothing was computed, because a plan without it would sell or hedge too much.',
    fix: 'Type the contract’s terms (“contracts set”), or import the fills that opened the position.',
  },
  'exit/profile-late': {
    message:
      'The tax details begin with {first}, and the plan begins in {year}: without the income of {year} its tax is not known. Nothing was computed.',
    fix: 'Add the year {year} to the tax details (“profile set”).',
  },
  'exit/price-both': {
    message:
      'The assumed price of {asset} names both a change and a price, or neither. Nothing was computed.',
    fix: 'Give one of the two.',
  },
  'exit/day-outside': {
    message: '{what} on {date} is not between today ({today}) and the plan’s last day ({last}).',
    fix: 'Choose a day in between, or another last day.',
  },
  'exit/no-day-left': {
    message:
      'Every day on which the plan could trade is one on which it must not (“noTrade”). Nothing was computed.',
    fix: 'Leave at least one day free.',
  },
  'exit/limits-conflict': {
    message: 'No plan keeps all limits. {first} and {second} cannot both be kept: {why}.',
    fix: 'Loosen one of the two.',
  },
  'exit/limit-impossible': {
    message: 'No plan keeps all limits: {limit} cannot be kept: {why}.',
    fix: 'Loosen it.',
  },
  'exit/solver-failed': {
    message:
      'The solver (HiGHS) could not work out the model of this plan: {why}. Nothing was computed; the ledger is as it was.',
    fix: 'Ask again with fewer days (“most days”, --max-dates) or an earlier last day. If it stays so, please report it with what you asked.',
  },
  'exit/no-schedule': {
    message:
      'No schedule that keeps all limits was found in the time allowed. That does not prove that there is none.',
    fix: 'Allow more seconds, or loosen a limit.',
  },
  'exit/breaks-band': {
    message:
      'After {date} {asset} stands at {coins} coins, spot and futures together; it is meant to be {wanted}, within {tolerance}.',
    fix: 'Sell or buy on the same days on which the hedge is reduced, or allow a wider band.',
  },
  'exit/breaks-net': {
    message:
      'After {date} all coins of the plan together stand {amount} {side} what is wanted, at today’s prices; at most {tolerance} is allowed.',
    fix: 'Hedge, sell and buy so that what stands above makes up for what stands below, or allow more together (“band together”).',
  },
  'exit/breaks-naked': {
    message: 'After {date} futures are short {short} {asset}, and only {held} coins are still held.',
    fix: 'Reduce the short before or together with the coins.',
  },
  'exit/breaks-steps': {
    message: 'On {date} {position} stands at {steps} whole contracts steps; it may be at most {most}.',
    fix: 'A hedge is opened on the first day and only reduced afterwards.',
  },
  'exit/breaks-per-day': {
    message: 'On {date} {quantity} {asset} are traded; at most {most} a day is allowed.',
    fix: 'Spread it over more days, or allow more a day.',
  },
  'exit/breaks-ticket': {
    message: 'On {date} a ticket of {quantity} {asset} is smaller than the smallest allowed, {least}.',
    fix: 'Put small tickets together.',
  },
  'exit/breaks-cash': {
    message: 'After {date} {amount} of cash is missing for purchases and margin.',
    fix: 'Sell before buying, hedge less, or allow more cash.',
  },
  'exit/breaks-paid': {
    message:
      'Up to {date} coins are bought for {amount} more than sales have brought by then and than all purchases need beyond all sales.',
    fix: 'Sell before buying, or say how much cash there is (“cash”).',
  },
  'exit/breaks-goal': {
    message: '{done} of {asset} are traded in all; the goal is {goal}.',
    fix: 'Trade as much as the goal asks for.',
  },
  'exit/breaks-lot': {
    message: '{quantity} of lot {lot} should be sold; {held} may be.',
    fix: 'Sell less of it; lots that are not in the plan cannot be sold by it.',
  },
  'exit/breaks-date': {
    message: '{date} is not a day on which the plan may trade.',
    fix: 'Trade on one of the candidate days.',
  },
  'exit/breaks-order': {
    message:
      'Lot {lot} is sold before {before}, which the method in force would sell first, and the lots cannot be chosen.',
    fix: 'Identify lots (“lots identify”), or sell in the order of the method.',
  },
  'exit/no-such-entry': {
    message: 'The calendar has no entry “{entry}”. Nothing was computed, and nothing is stored.',
    fix: 'The calendar (in the terminal: hedgerow exit calendar --ids) lists its entries with their ids.',
  },
  'exit/not-movable': {
    message:
      '“{title}” cannot be moved: law, a contract or the past sets its day. Nothing was computed, and nothing is stored.',
    fix: 'Steps of saved plans can be tried on other days.',
  },
  'exit/moved-to-the-past': {
    message:
      '“{title}” cannot be moved to {date}, which lies before today ({today}). Nothing was computed, and nothing is stored.',
    fix: 'Choose {today} or a later day.',
  },
  'exit/no-such-plan': {
    message: 'There is no saved exit plan "{plan}". Nothing was changed.',
    fix: 'Look at the list of saved exit plans (“exit list”).',
  },
  'exit/no-plan': {
    message: 'No exit plan is saved that could have a close-out sheet.',
    fix: 'Plan an exit and save it (“exit save”).',
  },
  'exit/which-plan': {
    message: 'Several exit plans are saved: {plans}. A close-out sheet is of one.',
    fix: 'Say which one.',
  },
  'exit/plan-dropped': {
    message: 'The exit plan "{plan}" was dropped on {date}. Nothing was changed.',
    fix: 'Take a plan that stands, or plan anew.',
  },
  'exit/plan-replaced': {
    message: 'A newer version, "{next}", has taken the place of the exit plan "{plan}". Nothing was changed.',
    fix: 'Take the newer one; or drop it, and the older one stands again.',
  },
  'exit/no-such-day': {
    message: 'The exit plan "{plan}" does nothing on {date}. Its days are: {days}.',
    fix: 'Take one of its days.',
  },
  'exit/all-done': {
    message: 'Everything that the exit plan "{plan}" wanted is done.',
    fix: 'Nothing to do. Name a day to look at its sheet again.',
  },
  'exit/no-such-step': {
    message: 'The exit plan "{plan}" has no step "{step}" that could be meant. Nothing was changed.',
    fix: 'Take the name of a step from the close-out sheet.',
  },
  'exit/nothing-planned': {
    message: 'The schedule does nothing on any day. Nothing was stored.',
    fix: 'Save a plan that sells, buys or changes a hedge.',
  },
  'exit/lot-not-there': {
    message: 'These lots are not in this ledger or hold nothing: {lots}. Nothing was stored.',
    fix: 'Plan again: the ledger has changed, or the plan is of another one.',
  },
  'exit/sheet-price-old': {
    message: 'The price of {asset} is of {time}, more than {hours} hours ago: limits and results rest on it.',
    fix: 'Import or type a newer price before you place orders.',
  },
  'exit/sheet-no-price': {
    message: 'No price of {asset} is known: limits and expected results of its orders are not told.',
    fix: 'Import or type a price of {asset}.',
  },
  'exit/lot-changed': {
    message:
      'Of the lot of {date} the plan sells {quantity} {asset}, and {held} of it are left in {account}.',
    fix: 'Plan what is left again (“exit replan”), or choose other lots.',
  },
  'exit/lot-clock': {
    message:
      'Of the lot of {date}, {quantity} {asset} were to be sold {planned}-term and would be {now}-term now: a hedge has changed their holding period.',
    fix: 'Plan what is left again (“exit replan”).',
  },
  'exit/held-less': {
    message: '{quantity} {asset} are to be sold from {account}, and {held} are there.',
    fix: 'Move the coins there first, or plan what is left again (“exit replan”).',
  },
  'exit/position-less': {
    message:
      '{quantity} of {contract} are to be closed, and {held} are open: a reduce-only order closes only what is there.',
    fix: 'Import the fills that are missing, or plan what is left again (“exit replan”).',
  },
  'exit/position-gone': {
    message: 'The position in {contract} that the plan closes is not open any more.',
    fix: 'Plan what is left again (“exit replan”).',
  },
  'exit/last-business-day': {
    message:
      '{date} is the last business day of the tax year {year}: what is not traded and filled today counts in {next}.',
    fix: 'Place the orders early, and import the fills the same day.',
  },
  'exit/day-not-trading': {
    message: '{date} is a {weekday}: coins trade, and regulated exchanges of futures may be closed.',
    fix: 'Look whether your exchange is open, or act on the business day before.',
  },
  'exit/day-over': {
    message: '{date} is over, and not everything of it was done. Prices, lots and taxes may have moved on.',
    fix: 'Do the rest today, or plan what is left again (“exit replan”).',
  },
  'exit/order-small': {
    message: 'An order of {quantity} {asset} is smaller than the smallest ticket, {least}.',
    fix: 'Ask for fewer slices, or put it together with the next one.',
  },
  'exit/order-below-venue': {
    message: 'An order of {quantity} of {contract} is smaller than its venue takes ({least}).',
    fix: 'Ask for fewer slices.',
  },
  'exit/no-such-scenario': {
    message: 'There is no scenario “{scenario}”. Nothing was changed.',
    fix: 'The list of scenarios (in the terminal: hedgerow exit scenarios) names them with their ids.',
  },
  'exit/scenario-name-taken': {
    message: 'There is a scenario named “{name}” already. Nothing was changed.',
    fix: 'Choose another name, or change the one that is there.',
  },
  'exit/scenario-impossible': {
    message: '“{name}” cannot be: {problems}. Nothing was kept.',
    fix: 'Correct what is named, and keep it again.',
  },
  'exit/scenario-empty': {
    message: 'The scenario assumes nothing otherwise than the ledger. Nothing was kept.',
    fix: 'Give it something to assume: prices, income, costs, dates, sales or choices.',
  },
  'exit/too-many-scenarios': {
    message: 'There are {most} scenarios already, the most that are kept. Nothing was changed.',
    fix: 'Remove one that is not needed any more.',
  },
  'exit/same-scenario-twice': {
    message: '“{scenario}” is asked for twice. Nothing was computed.',
    fix: 'Choose two to four different scenarios; “today” is the ledger as it is.',
  },
  'exit/moves-apart': {
    message:
      'Steps of one plan can be tried on other days at a time. Nothing was computed, and nothing is stored.',
    fix: 'Take back one of the moves, and try the other plan after that.',
  },
  'exit/rest-not-possible': {
    message:
      'What is left of “{name}” cannot be carried out any more as it was planned: lots or positions of it are gone. Nothing was computed.',
    fix: 'Plan what is left again (in the terminal: hedgerow exit replan).',
  },
  'exit/goal-exceeded': {
    message:
      'More of {asset} came in than its step wanted: with the steps that are open {quantity} {asset} more would be {traded} than the plan means to.',
    fix: 'Trade nothing more of it from this sheet: plan what is left again (“exit replan”).',
  },
  'exit/plan-unreadable': {
    message:
      'The exit plan “{name}” ({plan}) was saved by another version of Hedgerow, in a shape that this one cannot read. It is kept as it was written and counted nowhere.',
    fix: 'Find the plan again and save it anew, or open the ledger with the version that saved it.',
  },
  'exit/also-in-plan': {
    message:
      '{what} of this day stand in the exit plan “{name}” ({plan}), too: a trade ticks the plan that was saved first, and what is sold for one is missing for the other.',
    fix: 'Drop one of the two plans (“exit drop”), or plan what is left of one again (“exit replan”).',
  },
  'exit/contract-ends': {
    message:
      '{contract} ends on {expiry}, and the plan closes it on {date}: it has to be rolled into a later contract about ten days before.',
    fix: 'Roll it at your venue, both halves at once; fills in the later contract tick the plan’s steps.',
  },
} as const;
