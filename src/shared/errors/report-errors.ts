/** Forms and documents. */
export const reportErrors = {
  'reports/not-possible': {
    message: '{title} was not made: {why} Nothing was written.',
    fix: '{remedy}',
  },
} as const;
