/** The format that a preview names where a file is a whole ledger, as `hedgerow export` writes it. */
export const FULL_EXPORT = 'hedgerow-export';
