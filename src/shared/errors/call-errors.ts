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
  'calc/claim-possible': {
    message: '{claim} The event {event} is computed without it.',
    fix: 'Ask an adviser whether it applies to you.',
  },
  'calc/law-not-covered': {
    message:
      'From {date} the law of {country} has {what}: not computed here. Figures from that day on are incomplete.',
    fix: 'Use the figures only for sales before {date}.',
  },
  'calc/worth-missing': {
    message:
      'The event {event} does not say what the units of {asset} that paid its fee were worth. No gain is taken on them, and the fee counts as nothing.',
    fix: 'Give "{field}" in the event, and in others of that day that pay a fee in {asset}.',
  },
} as const;
