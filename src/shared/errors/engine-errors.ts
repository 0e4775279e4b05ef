/** What the engine finds in the ledger's facts and tells a person. */
export const engineErrors = {
  'prices/missing': {
    message:
      'There is no price of {asset} within a day of {date}. No gain is taken there, and units received that day count as costing nothing.',
    fix: 'Import a price file with {asset} on {date}, or type the price.',
  },
  'prices/none': {
    message: 'There is no price of {asset} up to the day asked about. It is left out of values and weights.',
    fix: 'Type a price of {asset} or import a price file.',
  },
  'prices/no-contract-mark': {
    message:
      'Neither {contract} nor its underlying has a price up to the day asked about. The position in "{account}" is left out of the exposure.',
    fix: 'Type the price of {contract}.',
  },
  'prices/contract-mark-apart': {
    message:
      'The newest price of {contract} is of {date}, more than a day from that of {underlying}, so the position in "{account}" is valued at the price of {underlying}.',
    fix: 'Type the price of {contract} of the same day.',
  },
  'balances/below-zero': {
    message:
      'By your files "{account}" holds {quantity} {asset}: less than nothing. The figures count it as it stands.',
    fix: 'A deposit into "{account}" or an account is missing: import it, or write a deposit row in a Hedgerow CSV (docs/formats/hedgerow-csv.md) and import that. What was bought straight by bank or card has no deposit in any file: write one there, too.',
  },
  'events/rows-apart': {
    message:
      'Rows that state parts of one event could not be put together: {count}, the first in line {line} of "{file}". Each changes the balance as it says; what they mean for tax is open.',
    fix: 'Import the file that holds their other rows; or say under "Review" what each of them is (in the terminal: hedgerow imports review).',
  },
  'events/correction-without-row': {
    message:
      'Corrections count for nothing while a row that they replace is not in the ledger: {count}, the first in line {line} of "{file}". The import of that row was taken back, or the row was forced out.',
    fix: 'Import the file of that row again. If it is read otherwise now, take the correction back and say anew what the row is (in the terminal: hedgerow imports lists the correction, hedgerow imports undo takes it back).',
  },
  'events/profit-after-fees': {
    message:
      'The broker states profits of futures after the commissions of opening and closing. For {count} of them, the first in line {line} of "{file}", the ledger does not hold all that opening cost, in the same money: what it lacks stays taken off.',
    fix: 'Import the file that holds the trades that opened these positions; nothing has to be taken back first.',
  },
  'transfers/no-such-side': {
    message: 'No withdrawal or deposit of {asset} is known by "{event}". Nothing was changed.',
    fix: 'Take both rows from the list of transfers (in the terminal: hedgerow transfers): first the one that left, then the one that arrived.',
  },
  'imports/not-in-review': {
    message: 'No row of the review list has the id "{event}". Nothing was changed.',
    fix: 'Look at the list again (in the terminal: hedgerow imports review): the row may have been classified, or its import taken back.',
  },
  'imports/kind-does-not-fit': {
    message: 'The row cannot be said to be "{kind}". Nothing was changed.',
    fix: 'Choose one of: {known}. Another kind takes a row in a Hedgerow CSV (docs/formats/hedgerow-csv.md) with this row under Replaces.',
  },
  'imports/not-one-trade': {
    message:
      'Together the rows come to {sum}: a trade is one asset in and one out, and at most one fee. Nothing was changed.',
    fix: 'Name all rows of the trade and no others. Of several coins that were turned into one, each takes a row in a Hedgerow CSV (docs/formats/hedgerow-csv.md).',
  },
  'imports/others-needed': {
    message: 'A trade of several rows needs the other rows. Nothing was changed.',
    fix: 'Choose the rows that are of the same trade (in the terminal: --with OTHER, once for each).',
  },
  'imports/other-account': {
    message:
      'The row "{event}" is of "{other}", not of "{account}": a trade happens in one account. Nothing was changed.',
    fix: 'Choose rows of one account. Coins that went from one account to another are a transfer: say of each row that it is a withdrawal or a deposit.',
  },
  'imports/money-needed': {
    message: 'What was paid or received outside is not said. Nothing was changed.',
    fix: 'Say the amount and the currency (in the terminal: --for "92 EUR").',
  },
  'imports/not-money': {
    message: '"{money}" is no amount of money of a state that Hedgerow knows. Nothing was changed.',
    fix: 'Write an amount above zero and a currency, such as 92.50 EUR. For anything else write a row in a Hedgerow CSV (docs/formats/hedgerow-csv.md) with this row under Replaces.',
  },
  'imports/answer-too-long': {
    message: 'The answer "{kind}" takes no {what}. Nothing was changed.',
    fix: 'Leave it away, or choose the answer that takes it.',
  },
  'balances/differs': {
    message:
      'In line {line} of "{file}" the file states {stated} {asset} in "{account}"; computed are {computed}: rows before it are missing, or one counts twice.',
    fix: 'Import the files that reach to the beginning of the account; then look for gaps under Import, "Coverage", and for differences between files under "Differences" (in the terminal: hedgerow imports coverage, hedgerow imports reconcile).',
  },
  'balances/went-below-zero': {
    message: 'After line {line} of "{file}" "{account}" holds {balance} {asset}: less than nothing.',
    fix: 'A deposit or a purchase before that line is missing: import the file that has it, or write it in a Hedgerow CSV (docs/formats/hedgerow-csv.md) and import that.',
  },
  'transfers/cost-known': {
    message: 'No arrival without a known origin goes by "{event}". Nothing was changed.',
    fix: 'Take it from the list of what arrived from nowhere (in the terminal: hedgerow transfers). A cost that was said before is taken back by undoing its import.',
  },
  'transfers/no-cost-needed': {
    message:
      '{asset} is money or a stablecoin: it carries no lots, so it has no cost to say. Nothing was changed.',
    fix: 'Only coins that arrived from nowhere have a cost to say: Import, "Transfers" names them (in the terminal: hedgerow transfers).',
  },
  'transfers/ambiguous': {
    message:
      'A withdrawal of {asset} from "{account}" fits deposits in several accounts equally well ({event}). It was paired with none of them.',
    fix: 'Say which it is, under Import, "Transfers" (in the terminal: hedgerow transfers same DEPARTURE ARRIVAL; hedgerow transfers shows both ids).',
  },
  'profile/no-time-zone': {
    message:
      'No tax profile is set, so days are those of {zone}: a trade near midnight can fall on another day, and at the turn of the year in another tax year.',
    fix: 'Enter your time zone in the tax details (in the terminal: hedgerow profile set).',
  },
  'explain/unknown': {
    message: 'There is no figure "{id}" in this ledger as of that day.',
    fix: 'Use an id that stands beside a figure, such as "holding:BTC", "lot:…", "disposal:…/1", "position:…" or "year:2026".',
  },
  'calc/jurisdiction-unknown': {
    message: 'The law of "{jurisdiction}" is not built in. Nothing was computed.',
    fix: 'Use one of: {known}.',
  },
  'calc/kind-not-in-law': {
    message:
      'The event "{event}" is a "{kind}": the law of "{jurisdiction}" as built here knows no such event. Nothing was computed.',
    fix: 'Leave the event out; futures and perpetuals are not short sales of coins.',
  },
} as const;
