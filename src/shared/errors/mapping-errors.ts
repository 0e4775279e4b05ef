/** Mappings of files that no importer knows. */
export const mappingErrors = {
  'mapping/no-column': {
    message: 'No column says {what}, and {rows} cannot be read without it.',
    fix: 'Say which column it is{or}.',
  },
  'mapping/column-not-in-file': {
    message: 'The mapping takes "{column}" for {what}, but the file has no such column.',
    fix: 'Choose one of its columns: {columns}.',
  },
  'mapping/word-twice': {
    message: 'The word "{word}" is said to mean two things.',
    fix: 'Keep one of them.',
  },
  'mapping/no-rule': {
    message: '{rows} are left out, but not why.',
    fix: 'Choose a reason, such as "not final": the import report says it of each row.',
  },
  'mapping/no-final-status': {
    message: 'The column "{column}" says whether a row is final, but no word of it counts as final.',
    fix: 'Name the words that count, such as "Completed"; rows with a word that nobody has said are refused.',
  },
  'mapping/no-venue': {
    message: 'There are rows about futures, but the mapping does not say whose contracts they are.',
    fix: 'Name the exchange in small letters, such as "weex", and how its contracts pay (linear for USDT contracts, inverse for contracts that pay in the coin).',
  },
  'mapping/payoff-unsaid': {
    message: 'Nobody has said what the contracts of this file pay in.',
    fix: 'In dollars or USDT (linear), as most do; in the coin itself (inverse), where a profit on BTC is paid in BTC. The column with the coin of the profit tells.',
  },
  'mapping/profit-unsaid': {
    message:
      'Nobody has said whether the profit in "{column}" is before fees and funding, or has them taken off.',
    fix: 'Take one closed trade: (closing price − opening price) × quantity is its profit before fees. Compare it with the cell, then choose.',
  },
  'mapping/funding-unsaid': {
    message: 'Nobody has said what a funding above zero in "{column}" is: paid to you, or paid by you.',
    fix: 'Look at a row that you know, or at what the exchange says of the column, then choose.',
  },
  'mapping/fee-unsaid': {
    message: 'Nobody has said whether the amount in "{amount}" has the fee in "{fee}" in it already.',
    fix: 'Where a balance follows, it tells: if it changed by the amount alone, the fee is in it; if by amount and fee, it is not.',
  },
  'mapping/no-such-preset': {
    message: 'There is no preset "{preset}".',
    fix: 'Choose one of: {known}.',
  },
  'mapping/incomplete': {
    message: 'The mapping "{name}" lacks something ({count}): {first} It was not saved.',
    fix: '{fix}',
  },
  'mapping/no-such-profile': {
    message: 'There is no mapping "{name}". Nothing was changed.',
    fix: '"hedgerow formats profiles" lists those that were saved.',
  },
  'mapping/name-taken': {
    message: 'The name "{name}" cannot be told apart from the mapping "{other}". It was not saved.',
    fix: 'Choose another name, with other letters or digits; in a mapping file it stands behind "name". Or drop the other mapping first.',
  },
  'mapping/not-a-profile': {
    message: 'The text is no mapping of Hedgerow: {why}. Nothing was changed.',
    fix: 'Choose a file that "formats export" or the Import screen has written.',
  },
  'mapping/other-version': {
    message:
      'The mapping was written by another version of Hedgerow: its layout is {layout}, and this version reads layout 1. Nothing was changed.',
    fix: 'Use the version that wrote it, or say anew what the columns of your file mean.',
  },
  'mapping/no-table': {
    message: 'No row of "{file}" looks like a line of column names. Nothing was read.',
    fix: 'Write one name for each column into the first line of the file.',
  },
  'mapping/archive': {
    message: '"{file}" is a ZIP archive; a mapping is made from one of the files inside. Nothing was read.',
    fix: 'Unpack it first and map one of its files. Once the mapping is saved, the archive can be imported as it is.',
  },
} as const;
