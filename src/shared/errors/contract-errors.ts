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
  'contracts/nothing-to-confirm': {
    message: 'Every known field of {contract} is confirmed already. Nothing was changed.',
    fix: 'Name the field to confirm it all the same, or set one that is not known.',
  },
  'contracts/several': {
    message: 'Several contracts have the symbol "{contract}": {found}. Nothing was changed.',
    fix: 'Write the one that you mean with its venue in front.',
  },
  'contracts/bad-value': {
    message: 'What you typed for the {field} cannot be used: {reason}. Nothing was changed.',
    fix: 'Type it as the field’s hint says, with its unit where one is asked for.',
  },
  'contracts/do-not-fit': {
    message: 'The terms of {contract} would not fit together: {problems}. Nothing was changed.',
    fix: 'Correct what is named; the exchange’s own contract page says which of them is right.',
  },
  'contracts/exists': {
    message: 'There is a contract "{contract}" already. Nothing was changed.',
    fix: 'Correct single fields of a shipped contract; one that you added yourself you can replace.',
  },
  'contracts/needs-terms': {
    message: 'A contract cannot be added without {fields}. Nothing was changed.',
    fix: 'Look it up on the exchange’s contract page, and leave out only what nobody knows.',
  },
  'contracts/no-value-in': {
    message:
      'The value of {contract} is stated in {asset}, and that is none of {known}. Nothing was compared.',
    fix: 'Choose the asset that the exchange’s statement shows the value in.',
  },
} as const;
