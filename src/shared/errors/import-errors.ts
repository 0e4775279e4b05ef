/** Files that come in, and their rows. */
export const importErrors = {
  'import/empty-file': {
    message: 'The file "{file}" is empty. Nothing was imported.',
    fix: 'Download the export again: it should begin with a line of column names.',
  },
} as const;
