/** Hedge legs, the watch over them, and the mistakes that are caught before a plan is saved. */
export const hedgeErrors = {
  'hedge/no-such-leg': {
    message: 'There is no hedge leg "{leg}". Nothing was changed.',
    fix: 'Look at the list of legs: its plan may have been dropped.',
  },
  'hedge/no-such-plan': {
    message: 'There is no saved plan "{plan}". Nothing was changed.',
    fix: 'Look at the list of legs: it names every plan.',
  },
  'hedge/no-such-position': {
    message: 'There is no open futures position "{position}". Nothing was changed.',
    fix: 'Take the name of a position from the list of legs or from the monitor.',
  },
  'hedge/fill-not-linkable': {
    message: 'The fill {fill} cannot belong to {leg}: {why} Nothing was changed.',
    fix: 'Link fills of the leg’s contract or of a later expiry, from the plan’s first day on, that no other leg has.',
  },
  'hedge/nothing-to-link': {
    message: 'No fill was found that belongs to {leg}. Nothing was changed.',
    fix: 'Import the export that holds the fills, or name the fills yourself.',
  },
  'hedge/fill-not-linked': {
    message: 'The fill {fill} is not linked to {leg}. Nothing was changed.',
    fix: 'Look at the fills of the leg.',
  },
  'hedge/nothing-to-adopt': {
    message: 'Every open futures position belongs to a leg. Nothing was changed.',
    fix: 'Import new fills first, or unlink those of a leg.',
  },
  'hedge/position-unpriced': {
    message:
      'No price of {contract} is known, so what it moves and is worth cannot be put on record for good. Nothing was changed.',
    fix: 'Type in a price of {asset} or of {of}, or import a file of prices, and then make the plan of it.',
  },
  'hedge/position-through-zero': {
    message:
      'The fill that opened {contract} also closed what was open before it, and a fill belongs to one leg whole: the leg would be larger than the position. Nothing was changed.',
    fix: 'Watch the position as it stands, without a plan; or give the older fills to a leg of their own first with `hedge link`.',
  },
  'hedge/identified-late': {
    message:
      'What was filled on {date} is linked to {leg} on {today}. What a position hedges has to be on your records by the end of the day on which it is opened (26 U.S.C. 1092(a)(2)); this record is later, and may not count.',
    fix: 'Link fills on the day they happen. For these, keep whatever you wrote down that day, and ask your adviser.',
  },
  'hedge/lots-short': {
    message:
      'The leg {leg} is short {coins} {asset}, and lots of {found} {asset} were found that it can hedge.',
    fix: 'Nothing needs to be done where the rest hedges nothing; else import the purchases that are missing.',
  },
  'hedge/close-unpriced': {
    message: 'No price of {contract} or of {of} is known, so the steps that close it are not told.',
    fix: 'Type in a price of {of}.',
  },
  'hedge/lots-unknown': {
    message:
      'How many {asset} the short {of} of {leg} stands for is not known, because a price is missing. So the lots that it hedges cannot be identified, and the record before stays as it is. Nothing was changed.',
    fix: 'Type in prices of {asset} and of the coin that {of} follows, or import a file of prices; then do it again today.',
  },
  'hedge/fill-gone': {
    message: 'A fill that was linked to {leg} is not in the ledger any more.',
    fix: 'Import its file again, or unlink it.',
  },
  'hedge/position-unclaimed': {
    message:
      '{quantity} of {contract} in "{account}" are open and belong to no plan, so nothing says what they hedge.',
    fix: 'Link the fills to a leg, or make a plan of the position.',
  },
  'hedge/leg-differs': {
    message: 'The fills linked to {leg} leave {linked} open, but the position in "{account}" holds {held}.',
    fix: 'Link the fills that are missing, or unlink those that belong elsewhere.',
  },
  'hedge/sigma-unknown': {
    message: 'No history of closes of {asset} is imported, so distances are not told in days’ movements.',
    fix: 'Import candles of {asset}: thirty days are enough.',
  },

  // Quantity and unit
  'hedge/quantity-not-a-number': {
    message: 'The quantity "{typed}" of {contract} is not a plain number above zero.',
    fix: 'Type digits with a point, such as 0.06. Buy or sell says the direction; the quantity has no sign.',
  },
  'hedge/unit-slip': {
    message:
      '{typed} {unit} of {contract} are worth {notional} {quote}, and {intended} {quote} are meant: about {times}. This looks like {slip}.',
    fix: '{contract} counts {meaning}. For what is meant, {right}.',
  },
  'hedge/size-off': {
    message:
      '{typed} {unit} of {contract} are worth {notional} {quote}, and {intended} {quote} are meant: less than half or more than twice.',
    fix: '{contract} counts {meaning}. For what is meant, {right}.',
  },
  'hedge/off-step': {
    message: '{contract} is ordered in steps of {step}; {typed} is none.',
    fix: 'Type {nearest}.',
  },
  'hedge/below-minimum': {
    message: '{typed} of {contract} is less than the smallest order, which is {least}.',
    fix: 'Order {least} or more, or choose a smaller contract.',
  },
  'hedge/above-maximum': {
    message: '{typed} of {contract} is more than the largest order, which is {most}.',
    fix: 'Divide it into several orders.',
  },
  // Side
  'hedge/wrong-side': {
    message:
      'To {side} {coins} {asset} of {contract} takes {asset} further from its target: it misses it by {before} {asset} now and by {after} {asset} then.',
    fix: 'To reach the target, {right} instead.',
  },
  'hedge/over-hedged': {
    message:
      'To {side} {coins} {asset} of {contract} goes past the target: {asset} misses it by {before} {asset} now and by {after} {asset} on the other side then.',
    fix: 'Order {wanted} {asset} or less.',
  },
  // Closing
  'hedge/wrong-leg': {
    message: 'This closing order names {named}, and nothing is open there. Open are: {open}.',
    fix: 'Close by position: venue, contract, side and margin mode have to be those of what is open.',
  },
  'hedge/closes-more': {
    message:
      'This order closes {typed} of {contract}, and only {open} are open: the rest would open the other side.',
    fix: 'Order at most {open}, reduce-only.',
  },
  'hedge/through-zero': {
    message:
      'This order closes the {open} of {contract} that are open on the other side, and opens {rest} more.',
    fix: 'Place it as two orders: {open} reduce-only first, then {rest}.',
  },
  'hedge/plan-waits': {
    message:
      '{plan} is saved with {side} {quantity} of {contract} for {asset}, and nothing of it is filled yet.',
    fix: 'Carry out one of the two: both together hedge {asset} twice. Drop the plan that is not meant.',
  },
  'hedge/not-reduce-only': {
    message: '{contract} is open on the other side, and this order is not reduce-only.',
    fix: 'Mark it reduce-only, so that it can never open a position.',
  },
  'hedge/position-side-missing': {
    message:
      'The account keeps longs and shorts of {contract} apart, and the order does not say which it is for.',
    fix: 'Say whether it is for the long or the short position.',
  },
  'hedge/margin-mode-missing': {
    message: 'The order for {contract} does not say whether its margin is cross or isolated.',
    fix: 'Look at the venue which it is: the liquidation price depends on it.',
  },
  'hedge/other-margin-mode': {
    message: 'The order for {contract} says {said} margin, and the position that is open there has {known}.',
    fix: 'Say the mode of the position, or correct the position’s mode.',
  },
  // Contract
  'hedge/contract-unlisted': {
    message: 'There is no contract "{contract}" in the catalogue. Nothing can be checked of it.',
    fix: 'Choose a contract from the list; never type one from memory.',
  },
  'hedge/contract-expired': {
    message: '{contract} ended on {expiry}: it cannot be traded any more.',
    fix: 'Choose a later expiry.',
  },
  'hedge/other-coin': {
    message: '{contract} follows {underlying}, not {asset}.',
    fix: 'Choose a contract of {asset}, or say that one coin is to be hedged with another.',
  },
  'hedge/crosses-expiry': {
    message: '{contract} ends on {expiry}, before the exit on {exit}, and no roll is planned.',
    fix: 'Choose a later expiry or a perpetual contract, or plan the roll.',
  },
  'hedge/rolls': {
    message:
      '{contract} ends on {expiry}, before the exit on {exit}: the plan has to roll it {times} time(s).',
    fix: 'Each roll costs two fees and two spreads: a later expiry saves them.',
  },
  'hedge/expiry-near': {
    message: '{contract} ends in {days} days.',
    fix: 'Choose a later expiry: within ten days of its end a contract is to be rolled, within five at once.',
  },
  'hedge/delivered': {
    message:
      '{contract} is delivered in coins at its end: whoever is short has to hand over coins, which is a sale.',
    fix: 'Close or roll it before its last day.',
  },
  'hedge/off-tick': {
    message: 'The price {price} is no step of {tick} of {contract}.',
    fix: 'Type {nearest}.',
  },
  'hedge/price-unit': {
    message:
      'The price {price} of {contract} is {times} its mark of {mark}: most likely it is in another unit.',
    fix: 'Type the price of one {asset}, as the contract quotes it.',
  },
  // Margin and collateral
  'hedge/leverage': {
    message:
      'With {leverage} times leverage {contract} puts up {margin} of its value; a move of 30 % against it needs {needed}. It would be liquidated.',
    fix: 'Use at most {most} times, or put up more margin.',
  },
  'hedge/reserve-short': {
    message:
      'A move of 30 % against {contract} takes {needed} {asset}, and {held} {asset} lie at {venue}. The gain of the coins cannot pay it.',
    fix: 'Keep that much cash at the venue, or hedge less there.',
  },
  'hedge/double-collateral': {
    message:
      '{collateral} {asset} lie in futures accounts as collateral, and this hedge of {coins} {asset} is as large as the wallets alone ({wallets} {asset}).',
    fix: 'Size the hedge on all coins together: collateral moves with the price as well, and counts once.',
  },
  'hedge/coin-margined': {
    message:
      '{contract} takes its margin in {asset}. Those coins move with the price as well: the collateral and the position together move {net} {asset}.',
    fix: 'Count the collateral once, as coins that you hold, and look at the exposure of all of it.',
  },
  // Rates
  'hedge/rate-suffix': {
    message: 'The rate "{typed}" does not say what it is: 0.01 can be 1 % or 0.01 %.',
    fix: 'Write it with its unit: 0.01%, 1bp or 0.0001 fraction.',
  },
  'hedge/rate-implausible': {
    message: 'The rate "{typed}" is {percent} each time, far more than any venue takes.',
    fix: 'Look whether it is a per cent or a fraction.',
  },
  // What is uncertain
  'hedge/unconfirmed': {
    message: 'No source confirms of {contract}: {fields}.',
    fix: 'Compare it with what your venue shows, correct it where it differs, and say that you have read this.',
  },
  'hedge/us-persons': {
    message: '{contract} is not open to United States persons.',
    fix: 'Choose a contract of a regulated United States exchange.',
  },
  'hedge/stale-price': {
    message: 'The price of {of} is {days} days old; what is computed from it is as old.',
    fix: 'Type in or import a price of today.',
  },
  'hedge/price-none': {
    message: 'No price of {of} is known, so its size in money cannot be checked.',
    fix: 'Type in a price of {of}.',
  },
  'hedge/not-acknowledged': {
    message:
      'The plan was not saved: {count} point(s) are uncertain and nobody has said that they are read: {points}.',
    fix: 'Read them in the list of checks and accept them; in the terminal with --acknowledge and their ids, parted by commas.',
  },
} as const;
