/** The catalogue of contracts, and what users set in it. */
export const contractErrors = {
  'contracts/not-corrected': {
    message: 'You have set no value of your own for "{field}" of {contract}. Nothing was changed.',
    fix: 'Look at the contract: fields that you have set are marked as yours.',
  },
  'contracts/not-own': {
    message: 'You have added no contract "{contract}". Nothing was changed.',
    fix: 'Only contracts that you added yourself can be removed; of the others, take back what you corrected.',
  },
} as const;
