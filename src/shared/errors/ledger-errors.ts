/** The encrypted ledger file and its key slots. */
export const ledgerErrors = {
  'ledger/locked': {
    message: 'The ledger is locked. Nothing was read or changed.',
    fix: 'Unlock it with your passphrase or recovery key.',
  },
} as const;
