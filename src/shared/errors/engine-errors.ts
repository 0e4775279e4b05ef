/** What the engine finds in the ledger's facts and tells a person. */
export const engineErrors = {
  'lots/insufficient': {
    message: '{missing} {asset} more left "{account}" than the files show arriving there ({event}). The missing units are left out of the gains.',
    fix: 'Most likely an import or a transfer into "{account}" is missing: import it, or enter the purchase.',
  },
} as const;
