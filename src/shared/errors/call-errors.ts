/** Calls between screens or terminal and the core. */
export const callErrors = {
  'call/invalid-input': {
    message: 'The field "{field}" is not valid: {reason}. Nothing was changed.',
    fix: 'Correct the field and try again.',
  },
  'call/unknown': {
    message: 'The call "{name}" does not exist. Nothing was changed.',
    fix: 'This is a fault in Hedgerow: please report it with the name of the call.',
  },
  'call/foreign-page': {
    message: 'The call came from a page that is not Hedgerow’s own. Nothing was read or changed.',
    fix: 'Close the window and start Hedgerow again.',
  },
  'call/cancelled': {
    message: 'The work was cancelled. Nothing was stored.',
    fix: 'Start it again whenever you like.',
  },
  'call/internal': {
    message: 'Hedgerow made a mistake of its own while answering "{name}". Nothing was stored.',
    fix: 'Lock and open the ledger again; if it happens twice, please report it.',
  },
  'call/core-ended': {
    message: 'The part of Hedgerow that holds the ledger has ended. What was stored before is safe.',
    fix: 'Open the ledger again.',
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
  'calc/claim-possible': {
    message: '{claim} The event {event} is computed without it.',
    fix: 'Ask an adviser whether it applies to you.',
  },
  'calc/law-not-covered': {
    message:
      'From {date} the law of {country} has {what}: not computed here. Figures from that day on are incomplete.',
    fix: 'Use the figures only for sales before {date}.',
  },
} as const;
