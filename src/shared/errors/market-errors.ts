/** Market data that somebody types or pastes. */
export const marketErrors = {
  'market/book-unreadable': {
    message: 'Line {line} of the order book cannot be read ("{text}"). Nothing was stored.',
    fix: 'Write one level a line, price and size, under the words "bids" and "asks"; or begin each line with bid or ask.',
  },
  'market/book-empty': {
    message: 'The order book has no levels. Nothing was stored.',
    fix: 'Paste lines of price and size under the words "bids" and "asks".',
  },
  'market/book-crossed': {
    message: 'The best bid is not below the best ask, so the two sides are mixed up. Nothing was stored.',
    fix: 'Bids are what others pay, asks what they want: bids stand below asks.',
  },
  'market/bid-without-ask': {
    message: 'Bid and ask stand together: the spread is between them. Nothing was stored.',
    fix: 'Give both, read at the same time.',
  },
  'market/bid-above-ask': {
    message: 'The bid {bid} is not below the ask {ask}. Nothing was stored.',
    fix: 'The bid is the lower of the two.',
  },
  'market/rate-implausible': {
    message:
      'A funding rate of {rate} for {hours} hours is {perYear} a year, which no market pays. Nothing was stored.',
    fix: 'Check the unit: 0.01 % is 0.01 as percent, 1 as bp and 0.0001 as fraction.',
  },
  'market/unit-needs-contract': {
    message: 'Contracts of {of} cannot be turned into coins: its terms are not known. Nothing was stored.',
    fix: 'Give the amount in coins, or add the contract under "Contracts".',
  },
  'market/unit-needs-price': {
    message: 'Money cannot be turned into coins: no price of {of} is known. Nothing was stored.',
    fix: 'Give the amount in coins, or type bid and ask with it.',
  },
  'market/nothing-typed': {
    message: 'There is nothing to store: only a name was given.',
    fix: 'Give at least one number, such as a funding rate with its hours.',
  },
  'market/size-needed': {
    message: 'The order has no size. Nothing was computed.',
    fix: 'Give either a quantity in order units or a notional in money, not both.',
  },
  'market/no-price': {
    message: 'No price of {contract} is known, so its order has no size in coins. Nothing was computed.',
    fix: 'Type bid and ask, import klines, or set a price of the coin.',
  },
} as const;
