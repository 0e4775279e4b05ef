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
} as const;
