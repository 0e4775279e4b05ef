/** Contracts, positions, overlays and plans. */
export const futuresErrors = {
  'futures/contract-unknown': {
    message:
      'Hedgerow does not know the terms of {contract}, so its fills are in no position and no exposure. Profits and fees that the files state do count.',
    fix: 'Check the symbol; if it is right, the contract has to be added to the catalogue.',
  },
  'futures/opening-missing': {
    message:
      '{quantity} of {contract} in "{account}" close a position that the files do not open. The profit that the file states counts; no position is made of it.',
    fix: 'Import the earlier export that holds the opening fills.',
  },
  'futures/profit-differs': {
    message:
      'For a fill of {contract} the file states a profit of {stated}, its fills give {computed}. The stated profit counts.',
    fix: 'Most likely a fill is missing between the opening and this one: import the export that covers the whole time.',
  },
  'futures/profit-of-fills-differs': {
    message:
      'The fills of {contract} in "{account}" come to a profit of {computed} {asset}; the closed positions of the same time state {stated}. The balance has what is stated, gains and taxes what the fills come to.',
    fix: 'Look whether the export of fills begins early enough to hold every opening, and whether both exports reach over the same time; import what is missing.',
  },
  'futures/profit-not-in-balance': {
    message:
      'A profit of {amount} {asset} in {contract} was computed from the fills and is not in any file, so the balance of "{account}" does not have it.',
    fix: 'Import the transaction history of "{account}".',
  },
  'futures/open-after-expiry': {
    message:
      '{quantity} of {contract} in "{account}" are open by the files, but the contract ended on {expired} and no file has its settlement. Since then they count in no exposure; the last profit or loss is not in the ledger.',
    fix: 'Import the transaction history of "{account}", or whichever export holds the settlement or the last closing fills.',
  },
  'futures/position-differs': {
    message: 'For {contract} the fills give {computed}, you state {stated}. The fills count.',
    fix: 'Most likely the export begins after the position was opened or ends before it was changed: import the missing part.',
  },
  'futures/entry-differs': {
    message:
      'For {contract} the fills give an average entry of {computed}, you state {stated}. The fills count.',
    fix: 'Venues that settle open profit state the last settlement price: compare with the entry as first opened ({original}). Else a fill is missing, or fees are in the price.',
  },
  'contracts/unknown': {
    message: 'There is no contract "{contract}" in the catalogue. Nothing was computed.',
    fix: 'Write it as venue and symbol, such as cme:MBT, cme:MBT-202612 or binance-um:BTCUSDT, or give its terms.',
  },
  'targets/invalid': {
    message: 'These targets cannot be used: {problems}. Nothing was changed.',
    fix: 'Correct them so that each is between 0 and 100 % and they add up to 100 %.',
  },
  'targets/not-held': {
    message: 'The portfolio does not hold {asset}, so nobody knows its price. Nothing was computed.',
    fix: 'List {asset} in the portfolio, with quantity 0 if none is held, and its price.',
  },
  'targets/nothing-held': {
    message: 'The assets that have targets are worth nothing, so there are no weights to compare.',
    fix: 'Import your holdings, or set targets for assets that you hold.',
  },
  'targets/no-policy': {
    message: 'There are no targets yet, so there is nothing to rebalance to.',
    fix: 'Set what share of each asset you want to hold.',
  },
  'targets/price-missing': {
    message: 'No price of {asset} is known, so its weight and the weights of the others cannot be told.',
    fix: 'Type in a price of {asset}, or import a file of prices.',
  },
  'targets/nothing-to-hedge': {
    message: 'This overlay orders nothing, so there is nothing to save.',
    fix: 'Choose contracts for the assets that are off target, or smaller ones.',
  },
  'targets/no-such-plan': {
    message: 'There is no saved plan "{plan}". Nothing was changed.',
    fix: 'Look at the list of saved plans: it may have been dropped before.',
  },
  'targets/exit-not-ahead': {
    message: 'The exit date {date} is not after today. Nothing was saved or computed.',
    fix: 'Choose a later day.',
  },
  'contracts/other-underlying': {
    message: 'The contract {contract} does not follow {asset}. Nothing was computed.',
    fix: 'Choose a contract of {asset}, or say that you mean to hedge one coin with another (cross hedge).',
  },
  'contracts/not-smaller': {
    message: 'One step of {small} is not smaller than one of {large}. Nothing was computed.',
    fix: 'Name the larger contract first, and as the small one what is ordered in smaller steps.',
  },
  'contracts/expired': {
    message: 'The contract {contract} has expired. Nothing was computed.',
    fix: 'Choose a later expiry.',
  },
  'plan/lots-short': {
    message:
      'For {quantity} {asset} of the sale there is no lot, so they are left out of proceeds and gains.',
    fix: 'Import the purchases that are missing, or correct the balance.',
  },
} as const;
