/** What is found about lots: what is missing, what is assumed, what the law or the records do not allow. */
export const lotErrors = {
  'lots/insufficient': {
    message:
      '{missing} {asset} {what} ({event}). Up to then {arrived} {asset} had arrived there and {left} {asset} had left. {consequence}',
    fix: 'Most likely {cause}. Import what is missing, or write a row of the purchase or the transfer in a Hedgerow CSV (docs/formats/hedgerow-csv.md) and import that.',
  },
  'lots/more-than-account-held': {
    message:
      '{more} {asset} more left "{account}" than the files show arriving there ({event}). Up to then {arrived} {asset} had arrived there and {left} {asset} had left. One list of lots holds for all accounts then, so lots of other accounts were used, which are missing there later.',
    fix: 'Most likely {cause}. Import what is missing, or write a row of the purchase or the transfer in a Hedgerow CSV (docs/formats/hedgerow-csv.md) and import that.',
  },
  'lots/unknown-origin': {
    message:
      '{quantity} {asset} arrived in "{account}" and nothing shows what they cost ({event}). {consequence}',
    fix: 'Import the account they came from; or say what they cost and when they were bought, under Import, "Transfers" (in the terminal: hedgerow transfers cost ARRIVAL --cost AMOUNT --acquired DATE; hedgerow transfers shows the id).',
  },
  'lots/left-without-arrival': {
    message:
      '{quantity} {asset} left "{account}" and arrived in no known account ({event}). They are shown elsewhere and count in no total, weight or hedge; no gain is taken.',
    fix: 'Import the account they went to; or say which arrival it is, under Import, "Transfers" (in the terminal: hedgerow transfers same DEPARTURE ARRIVAL; hedgerow transfers shows the ids). If they were spent or given away, write a spend or gift-sent row in a Hedgerow CSV (docs/formats/hedgerow-csv.md), with this event under Replaces, and import it.',
  },
  'lots/unexplained': {
    message:
      'The balance of "{account}" fell by {quantity} {asset} for no stated reason ({event}). The units are taken away without gain or loss.',
    fix: 'Say what happened under Import, "Review" (in the terminal: hedgerow imports review EVENT --as KIND). What that list does not offer takes a row in a Hedgerow CSV (docs/formats/hedgerow-csv.md) with this event under Replaces.',
  },
  'lots/loss-not-deducted': {
    message: '{quantity} {asset} were lost ({event}). No loss is deducted.',
    fix: 'Ask an adviser whether a theft or casualty loss can be deducted in your case.',
  },
  'lots/not-identified': {
    message:
      'The sale {event} names {quantity} {asset} of lot "{lot}", but "{account}" holds only {held} of it then. The rest is chosen by the method.',
    fix: 'Name lots that the account holds at the time of the sale.',
  },
  'lots/order-kept-elsewhere': {
    message:
      'Sales of {year} are matched {method} by an order that was recorded here only on {recorded}. You stated that books kept elsewhere show it was made by {from}.',
    fix: 'Keep those books with the return for {year}: without them the law takes the oldest first (Reg. 1.1012-1(j)).',
  },
  'lots/broker-not-told': {
    message:
      'From 2027-01-01 an exchange has to be told before the sale which units are sold (Reg. 1.1012-1(j)(3)), and by your records "{account}" was not told of {what}. Sales there in {year} are matched {instead}.',
    fix: 'Tell the exchange, most of them have a setting for it; then record it here again with the mark that it was told. It counts for sales after that.',
  },
  'lots/method-not-in-law': {
    message:
      'The method "{method}" is not one that the law of {country} allows ({law}). The figures are for comparison only.',
    fix: 'Use one of: {known}.',
  },
  'lots/scope-not-in-law': {
    message: 'In {country} basis is kept {kept} ({law}). The figures are for comparison only.',
    fix: 'Leave basisScope out to have what the law says.',
  },
  'lots/scope-without-effect': {
    message: 'basisScope has no effect on the method "{method}": it looks at all accounts together ({law}).',
    fix: 'Leave basisScope out.',
  },
  'lots/allocation-not-met': {
    message:
      'The allocation gives {quantity} {asset} of the lot "{lot}" to "{account}", but only {placed} {asset} of it could be placed there: no more of the lot was left on that day, or the account held no more. The rest was divided as the units lie.',
    fix: 'Name only what was left of the lot and what the account held at the start of that day.',
  },
  'lots/allocation-unknown': {
    message: 'The allocation names {what}, which no event knows. It was passed over.',
    fix: 'Name lots and accounts that the events hold.',
  },
  'lots/identified-too-late': {
    message:
      'The lots of {event} were named on {recorded}, after the sale: that does not count ({law}). The method decided.',
    fix: 'Name the lots of the next sale before it, or give a standing order.',
  },
  'lots/identified-without-effect': {
    message: 'The lots named for {event} have no effect: by {law} there is no choice of units.',
    fix: 'Leave the lots out.',
  },
  'lots/broker-must-know': {
    message:
      'The lots of {event} are named for a sale from 2027-01-01 on: at an exchange that counts only if the exchange was told by the time of the sale (Reg. §1.1012-1(j)(3)).',
    fix: 'Tell the exchange before you sell; in your own wallet your books are enough.',
  },
  'lots/can-still-change': {
    message:
      'The result of {event} can still change: what happens with {asset} up to {date} counts for it ({law}).',
    fix: 'Compute it again after {date}.',
  },
  'lots/loss-denied': {
    message: '{amount} of the loss of {event} is denied and added to what the replacement cost ({law}).',
    fix: 'A loss counts where nothing is bought from 30 days before to 30 days after, or nothing is held then.',
  },
  'lots/order-account-unknown': {
    message: 'A standing order names the account "{account}", which no event knows. It was passed over.',
    fix: 'Name an account that the events hold, as they write it.',
  },
  'lots/allocation-lot-later': {
    message:
      'The allocation names the lot "{lot}", which was not there yet at the start of {date}. It was passed over.',
    fix: 'Name lots that were held when that day began.',
  },
} as const;
