/** Files that come in, and their rows. */
export const importErrors = {
  'import/empty-file': {
    message: 'The file "{file}" is empty. Nothing was imported.',
    fix: 'Download the export again: it should begin with a line of column names.',
  },
  'import/upload-unknown': {
    message: 'The file "{upload}" has not arrived whole, or was discarded. Nothing was imported.',
    fix: 'Choose the file again.',
  },
  'import/upload-finished': {
    message: 'A piece of "{file}" came after the file was whole, or under another name. The piece was left out.',
    fix: 'Choose the file again.',
  },
  'import/upload-damaged': {
    message: 'A piece of "{file}" arrived damaged. Nothing was imported.',
    fix: 'Choose the file again.',
  },
  'import/file-too-large': {
    message: 'The file "{file}" is larger than {limit} MB, or the files that wait to be imported are too large together. Nothing was imported.',
    fix: 'Export a shorter period, or split the file; each part needs the line of column names.',
  },
} as const;
