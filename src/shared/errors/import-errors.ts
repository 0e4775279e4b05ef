/** Files that come in, and their rows. */
export const importErrors = {
  'import/ticker-in-doubt': {
    message:
      'At {exchange}, {ticker} may stand for {couldBe}. Nobody but you can tell which, so the row is kept back.',
    fix: 'Name it once, under Import, "Tickers" (in the terminal: hedgerow tickers name {exchange} {ticker}={first}; {ticker}={ticker} keeps it as it is).',
  },
  'import/unknown-exchange': {
    message: 'Hedgerow reads no files of "{exchange}", so no ticker of it can be named. Nothing was changed.',
    fix: 'Choose one of: {known}.',
  },
  // the file
  'import/empty-file': {
    message: 'The file "{file}" is empty. Nothing was imported.',
    fix: 'Download the export again: it should begin with a line of column names.',
  },
  'import/no-rows': {
    message: 'The file "{file}" has column names but no rows below them. Nothing was imported from it.',
    fix: 'If there should be rows, download the export again for the period that has them.',
  },
  'import/not-text': {
    message: 'The file "{file}" is {what}, not a text file. Nothing was imported.',
    fix: 'ZIP archives are read as they are; unpack any other archive. In Excel or another spreadsheet, choose "Save as" and the type CSV; then choose the CSV file.',
  },
  'import/workbook': {
    message: 'The file "{file}" is an Excel workbook, whatever its name says. Nothing was imported.',
    fix: 'Open it in a spreadsheet program, choose "Save as" and the type "CSV UTF-8"; or choose CSV where the exchange offers both.',
  },
  'import/zip-damaged': {
    message: 'The archive "{file}" is damaged or incomplete. Nothing was imported.',
    fix: 'Download it again; or unpack it and import the CSV files inside.',
  },
  'import/zip-encrypted': {
    message: 'The archive "{file}" is protected by a password. Nothing was imported.',
    fix: 'Unpack it with the password that the exchange has sent, and import the CSV files inside.',
  },
  'import/zip-too-large': {
    message:
      'The archive "{file}" holds more than {most} files, more than {limit} MB, or a file that is packed too tightly to be an export. Nothing was imported.',
    fix: 'Unpack it, look at what is inside, and import the CSV files that you know: several can be chosen at once.',
  },
  'import/zip-nested': {
    message:
      'The archive "{file}" holds another archive, "{entry}", which was not read. Nothing of it was imported.',
    fix: 'Unpack it, and import the inner archives or the CSV files inside; or choose the other files of the archive alone.',
  },
  'import/zip-empty': {
    message: 'The archive "{file}" holds no table: no CSV, text or JSON file. Nothing was imported.',
    fix: 'Choose the archive or file with the export; choose CSV where the exchange offers several types.',
  },
  'import/unknown-format': {
    message: 'The columns of "{file}" are of no format that Hedgerow knows ({header}). Nothing was imported.',
    fix: 'Say what its columns mean (on the screen: "Map this file") (in the terminal: hedgerow import map FILE). Or look up which export to download (on the screen: the tab "Formats") (in the terminal: hedgerow formats).',
  },
  'import/known-unread': {
    message: 'The file "{file}" is {what}, which this version does not read. Nothing was imported.',
    fix: '{instead}',
  },
  'import/duplicate-columns': {
    message:
      'The file "{file}" names the column "{column}" twice, so that nobody can tell which one counts. Nothing was imported.',
    fix: 'Download the export again; if the file was edited by hand, give each column its own name.',
  },
  'import/unknown-columns': {
    message:
      'The file "{file}" has columns that the Hedgerow CSV layout does not know: {columns}. Nothing was imported.',
    fix: 'Remove or rename them; docs/formats/hedgerow-csv.md lists every column.',
  },
  'import/too-many-columns': {
    message: 'The file "{file}" has more than {limit} columns. Nothing was imported.',
    fix: 'Choose the export of an exchange, or bring the data into the Hedgerow CSV layout.',
  },
  'import/too-many-rows': {
    message: 'The file "{file}" has more than {limit} rows. Nothing was imported.',
    fix: 'Export shorter periods and import them one by one; rows in two files are counted once.',
  },
  'import/file-in-other-zone': {
    message:
      'The file "{file}" is in the ledger already, imported as "{as}" with its times read in {zone}, not in {wanted}. Nothing of it was imported again.',
    fix: 'If {wanted} is right, undo that import and import the file again; if {zone} is right, there is nothing to do.',
  },
  'import/file-read-otherwise': {
    message:
      'The file "{file}" is in the ledger already, imported as "{as}" (import {id}) with {how}, not with {wanted}. Nothing of it was imported again.',
    fix: 'If {wanted} is right, take that import back (in the terminal: hedgerow imports undo {id}) and import the file again; else there is nothing to do.',
  },
  'import/overlap-read-otherwise': {
    message:
      'Rows of "{file}" are in the ledger already, from "{as}" (import {id}), which was read with {how}; this file would be read with {wanted}. One of the two is wrong. Nothing of this file was imported.',
    fix: 'If {how} is right, choose the same for this file. If {wanted} is right, take that import back (in the terminal: hedgerow imports undo {id}) and import both files again.',
  },
  'import/mapping-changed': {
    message:
      '{count} of "{file}" are in the ledger already, from "{as}" (import {id}), as your mapping had them then. The mapping has changed since; these rows have not.',
    fix: 'If they should be read anew, take that import back (in the terminal: hedgerow imports undo {id}) and import the file again.',
  },
  'import/read-by-earlier-version': {
    message:
      '{count} of "{file}" are new although "{as}" (import {id}) covers their time, which an earlier version of Hedgerow imported. If that file held them, they were read otherwise then, and would count twice.',
    fix: 'Take that import back (in the terminal: hedgerow imports undo {id}) and import its file again, then this one. If the rows were not in it, there is nothing to do.',
  },
  'import/id-with-other-contents': {
    message:
      'The exchange gave this row an id that a row of "{as}" (import {id}) has already, with other contents: one row that was changed between the two downloads. Both would count.',
    fix: 'If this file is the newer one, take import {id} back first (in the terminal: hedgerow imports undo {id}) and then import this one; import what only that one held from a fresh download.',
  },
  'import/looks-saved-anew': {
    message:
      '{count} of "{file}" look like rows of "{as}" (import {id}) that a spreadsheet program has saved anew: the same, with numbers or times written otherwise. They would count twice. Nothing of this file was imported.',
    fix: 'Import only the file as it was downloaded; if the changed one is in the ledger, take it back first (in the terminal: hedgerow imports undo {id}). If these really are other rows, say so for this file (on the screen: "These are other rows") (in the terminal: --as-other-rows).',
  },
  'import/file-too-large': {
    message:
      'The file "{file}" is larger than {limit} MB, or the files that wait to be imported are too large together. Nothing was imported.',
    fix: 'Export a shorter period, or split the file; each part needs the line of column names.',
  },
  'import/upload-unknown': {
    message: 'The file "{upload}" has not arrived whole, or was discarded. Nothing was imported.',
    fix: 'Choose the file again.',
  },
  'import/upload-finished': {
    message:
      'A piece of "{file}" came after the file was whole, or under another name. The piece was left out.',
    fix: 'Choose the file again.',
  },
  'import/upload-damaged': {
    message: 'A piece of "{file}" arrived damaged. Nothing was imported.',
    fix: 'Choose the file again.',
  },
  'import/no-sample': {
    message: 'The sample files are missing from this installation. Nothing was imported.',
    fix: 'Install Hedgerow again.',
  },
  // what the user chose
  'import/unknown-choice': {
    message: 'There is no format "{format}". Nothing was imported.',
    fix: 'Leave the format to Hedgerow, or choose one of the list.',
  },
  'import/format-does-not-fit': {
    message: 'The file "{file}" does not have the columns of {format}. Nothing was imported.',
    fix: 'Leave the format to Hedgerow, or choose the format that the file has.',
  },
  'import/unknown-time-zone': {
    message: 'There is no time zone "{zone}". Nothing was imported.',
    fix: 'Use a name such as Europe/Berlin, or an offset such as +02:00.',
  },
  'import/decimal-mark-unknown': {
    message:
      'Numbers of "{file}" such as "{example}" can be read in two ways, and no cell of the file tells which. Nothing was read.',
    fix: 'Say how its decimals are written: with a point, then "{example}" is {point} (in the terminal: --decimal-mark point); or with a comma, then it is {comma} (in the terminal: --decimal-mark comma).',
  },
  'import/decimal-mark-mixed': {
    message:
      'In "{file}" some numbers have decimal commas ("{example}") and others decimal points ("{against}"). Nothing was read.',
    fix: 'Download the export again without opening it in a spreadsheet; or say which mark counts (in the terminal: --decimal-mark point or --decimal-mark comma), and numbers that do not fit are errors.',
  },
  'import/date-order-unknown': {
    message:
      'Every date in "{file}" can be read with the day or the month first (such as {example}). Nothing was imported.',
    fix: 'Say which comes first (in the terminal: --date-order day-first or --date-order month-first); or download a longer period: one day after the 12th is enough.',
  },
  'import/date-order-mixed': {
    message:
      'The dates in "{file}" contradict each other: {example} and {against} cannot both be in one order. Nothing was imported.',
    fix: 'Download the export again without opening it in a spreadsheet; or say which order counts (in the terminal: --date-order), and rows that do not fit are errors.',
  },
  'import/account-not-a-choice': {
    message:
      'The rows of "{file}" name their accounts themselves, so that no other can be chosen. Nothing was imported.',
    fix: 'Leave the account empty, or change the names in the file.',
  },
  'import/bad-rows': {
    message: '{rows} cannot be read; the first is line {line} of "{file}": {first} Nothing was imported.',
    fix: 'Correct the rows, or import without them.',
  },
  // one row
  'import/row-width': {
    message: 'The row has {found} cells where the header has {expected} columns.',
    fix: 'The row is cut off or a separator is wrong: download the export again, or correct the row.',
  },
  'import/row-too-long': {
    message: 'The row is longer than {limit} characters.',
    fix: 'Download the export again; remove the row if it is not a transaction.',
  },
  'import/field-too-long': {
    message: 'A cell of the row is longer than {limit} characters.',
    fix: 'Download the export again; shorten the cell if it is a note.',
  },
  'import/quote-not-closed': {
    message: 'The row has a quotation mark that is never closed.',
    fix: 'The row is cut off or damaged: download the export again, or correct the row.',
  },
  'import/not-a-number': {
    message: '"{text}" in column "{column}" is not a number.',
    fix: 'Correct the cell, or download the export again without opening it in a spreadsheet.',
  },
  'import/too-many-decimals': {
    message:
      '"{text}" in column "{column}" has {digits} decimals; Hedgerow keeps {decimalsKept} and rounds nothing by itself.',
    fix: 'Round the cell yourself if the last digits are noise; otherwise leave the row out and write it in a Hedgerow CSV (docs/formats/hedgerow-csv.md).',
  },
  'import/too-large': {
    message: '"{text}" in column "{column}" is too large to be an amount.',
    fix: 'Correct the cell, or download the export again without opening it in a spreadsheet.',
  },
  'import/negative': {
    message: '"{text}" in column "{column}" is negative, which cannot be.',
    fix: 'Correct the cell, or download the export again.',
  },
  'import/not-positive': {
    message: '"{text}" in column "{column}" must be more than zero.',
    fix: 'Correct the cell, or leave the row out if nothing was traded.',
  },
  'import/missing-value': {
    message: 'The column "{column}" is empty.',
    fix: 'Fill the cell in, or leave the row out.',
  },
  'import/replaces-unknown': {
    message:
      'The column "Replaces" names the event "{id}", which is not in the ledger. The row is kept, and counts for nothing until that event is there.',
    fix: 'Import the file with that event as well, or correct the id (in the terminal: hedgerow transactions --ids shows them).',
  },
  'import/no-such-row': {
    message: 'The ledger holds no row "{event}". Nothing was decided.',
    fix: 'Copy the id of a row from the list (in the terminal: hedgerow transactions --ids).',
  },
  'import/unexpected-value': {
    message: 'The column "{column}" says "{text}", which a row of this kind cannot use.',
    fix: 'Empty the cell or change the kind; docs/formats/hedgerow-csv.md shows what each kind needs.',
  },
  'import/unknown-word': {
    message: '"{text}" in column "{column}" is none of: {known}.',
    fix: 'Correct the cell.',
  },
  'import/not-a-time': {
    message: '"{text}" in column "{column}" is not a time that can be told for certain.',
    fix: 'Download the export again without opening it in Excel, or write the time as 2026-01-31 13:45:00.',
  },
  'import/time-in-future': {
    message: '"{text}" in column "{column}" is in the future.',
    fix: "Check the time zone and the row's date; download the export again if it is damaged.",
  },
  'import/doubtful-time': {
    message:
      '"{text}" in column "{column}" is a time at which clocks were changed: it came twice or not at all.',
    fix: "If the order of that hour's trades matters to you, export the file in UTC.",
  },
  'import/unknown-pair': {
    message: 'The market "{pair}" cannot be told apart into a coin and what pays for it.',
    fix: 'Check the cell; if the market exists, enter the trade through the Hedgerow CSV layout.',
  },
  'import/amounts-disagree': {
    message: 'Price times quantity is not the amount: {price} × {quantity} against {amount}.',
    fix: 'Compare the row with the exchange and correct it, or download the export again.',
  },
  'import/fee-coin-assumed': {
    message: 'The fee {fee} names no coin; it is taken to be {asset}.',
    fix: 'If another coin paid the fee, write it behind the number.',
  },
  'import/unknown-type': {
    message:
      'Hedgerow does not know the type "{type}". The balance is changed as the row says; what it means for tax is open.',
    fix: 'Once you know what it was, say so under Import, "Review" (in the terminal: hedgerow imports review EVENT --as KIND).',
  },
  'import/unknown-type-sign': {
    message: 'Hedgerow does not know the type "{type}", and the row does not say whether coins came or went.',
    fix: 'Enter it through the Hedgerow CSV layout.',
  },
  'import/unclear-type': {
    message:
      'A row of type "{type}" can be several things. The balance is changed as the row says; what it means for tax is open.',
    fix: 'Once you know what it was, say so under Import, "Review" (in the terminal: hedgerow imports review EVENT --as KIND).',
  },
  'import/fee-sign-assumed': {
    message:
      'The fee {fee} is negative, and the row does not tell whether it was paid or given back. It is taken as paid, unless the balances that the file states tell that it came back.',
    fix: 'Check the balances once all files are here (in the terminal: hedgerow balances --check): a difference of twice the fee after this row means that it was given back.',
  },
  'import/unconfirmed-type': {
    message:
      'No published file shows rows of type "{type}"; the row is read as its columns suggest: {meaning}.',
    fix: 'Compare the row with what the exchange shows; a row in a Hedgerow CSV (docs/formats/hedgerow-csv.md) can take its place.',
  },
  'import/margin-profit-elsewhere': {
    message: 'The row is a margin trade on {pair}: this file has its fee, and not what it won or lost.',
    fix: 'Import the ledgers of the same period: they have the profit, the fee and the interest.',
  },
  'import/type-not-confirmed': {
    message:
      'What "{type}" means is known from the descriptions of the exchange alone: no export with such a row has been seen.',
    fix: 'Compare the event with what the exchange shows; replace it through the Hedgerow CSV layout if it is wrong.',
  },
  'import/fill-without-order': {
    message: 'The row is a fill, and no order that could be read stands above it.',
    fix: "Correct the order's row, or download the export again without opening it in a spreadsheet.",
  },
  'import/fills-missing': {
    message:
      'The file has the order without its fills: amounts are rounded there, and the fee is not known. The order is not read.',
    fix: 'Import the trade history of the same days, which has each fill with its fee; or download the order history again, whole.',
  },
  'import/without-fees': {
    message: 'Rows of {what} state neither fees nor profits: they are for comparison only.',
    fix: 'Import the trade history and the transaction history of the same days: they count before this file.',
  },
  'import/layout-not-confirmed': {
    message: 'No row of such an export has been seen that settles {what}; it is read as the names say.',
    fix: 'Compare some rows with what the exchange shows before you rely on them.',
  },
  'import/id-rounded': {
    message: 'The id "{id}" was rounded by a spreadsheet, so that rows of one order are found by their time.',
    fix: 'Download the export again and import it without opening it in Excel.',
  },
  'import/parts-disagree': {
    message: 'The parts of the row add up to another amount than its total: {parts} against {change}.',
    fix: 'The parts are counted. Compare the row with what the exchange shows.',
  },
  'import/rest-of-change': {
    message:
      'Profit, fee and funding of the row do not come to the change of the balance ({change}): {rest} is left over. It is kept apart.',
    fix: 'Compare the row with what the exchange shows.',
  },
  'import/unexpected-sign': {
    message: '"{text}" in column "{column}" has the sign of the other side than {side}.',
    fix: 'Compare the row with the exchange and correct it, or download the export again.',
  },
  'import/unpaired': {
    message: 'The row is one half of an exchange of coins ("{type}"); the other half is not in the file.',
    fix: 'Export a period that holds both halves; until then only the balance is changed.',
  },
  'import/convert-unreadable': {
    message: 'The note "{note}" does not say what the coins were converted into.',
    fix: 'Correct the note to "Converted 1 AAA to 2 BBB", or enter the conversion through the Hedgerow CSV layout.',
  },
  'import/note-unread': {
    message: 'The note "{note}" does not say what was paid; the amounts of the columns are used.',
    fix: 'Check the row if the trade was not paid in {currency}.',
  },
  // market data
  'import/market-unknown': {
    message: 'Nothing in "{file}" says which market its rows are of. Nothing was imported.',
    fix: 'Keep the name that the file had when it was downloaded, or say the market, such as {example} (in the terminal: --market {example}).',
  },
  'import/market-unclear': {
    message:
      'The file "{file}" can be of {one} or of {other}: nothing in it tells which. Nothing was imported.',
    fix: 'Say which of them it is (in the terminal: --market {one} or --market {other}).',
  },
  'import/small-prices-unclear': {
    message:
      'The file "{file}" has no volume and very small numbers: it can be prices of a cheap coin or a premium index. Nothing was imported.',
    fix: 'Choose the format: binance-klines for prices, binance-premium-index for a premium index (in the terminal: --format).',
  },
  'import/units-unknown': {
    message:
      'The file "{file}" is of a coin-margined contract, and nobody has stated in which unit its depth is. Nothing was imported.',
    fix: 'Type the depth that you see on the exchange (in the terminal: hedgerow market set), or paste its order book.',
  },
  'import/span-unknown': {
    message: 'Nothing in "{file}" says how long a row lasts. Nothing was imported.',
    fix: 'Keep the name that the file had when it was downloaded, such as Bitstamp_BTCUSD_1h.csv.',
  },
  'import/days-ambiguous': {
    message:
      'Each day in "{file}" can be read with the day or the month first ({example}). Nothing was imported.',
    fix: 'Write the days as 2026-02-27, or download a longer period: one day after the 12th is enough.',
  },
  'import/broken-json': {
    message: 'The file "{file}" begins like JSON and cannot be read as such. Nothing was imported.',
    fix: 'Download it again; the page must be saved as it is, without opening it in an editor.',
  },
  'import/unknown-json': {
    message: 'The file "{file}" is JSON of a kind that Hedgerow does not know. Nothing was imported.',
    fix: 'The fear and greed index of alternative.me is read as JSON; bring other data into the Hedgerow market CSV (docs/formats/hedgerow-market-csv.md).',
  },
  'import/span-not-over': {
    message: 'The row ends in the future: its values are not final. The row is left out.',
    fix: 'Nothing: import the file again once that time is over.',
  },
  'import/times-repeated': {
    message: '{count} rows repeat a time that came before. The first of each time counts.',
    fix: 'Nothing, if the file is as the exchange publishes it: such files repeat rows.',
  },
  'import/times-missing': {
    message:
      '{count} times are missing between the first and the last row, one every {minutes} minutes. Nothing stands in for them.',
    fix: 'Download the missing days if you need them; the exchange may have no data for them.',
  },
  'import/empty-cells': {
    message: '{count} cells are empty. Nothing is stored for them; they do not count as zero.',
    fix: 'Nothing, if the file is as the vendor publishes it.',
  },
  'import/unit-of-many-coins': {
    message:
      'One unit of {market} is {unit} coins: price, volume and depth are kept in that unit, as the exchange shows them.',
    fix: 'Nothing; count your own coins in the same unit when you compare them.',
  },
  'import/not-prices': {
    message:
      'The file "{file}" has more than prices and market data: trades, deposits or the like. Nothing was imported.',
    fix: 'Import it as an export of an exchange (in the terminal: hedgerow import FILE).',
  },
  'import/price-differs': {
    message:
      'The price of {of} at {time} is {price} here and {other} in {source}. Both are kept; the one with more digits counts, else the larger one.',
    fix: 'Undo the import that is wrong, or type the right price: a typed price counts before all others.',
  },
  'import/zone-assumed': {
    message:
      'The times in "{file}" do not say their time zone, and neither do its columns nor its name. They are read in {zone}, which is only assumed.',
    fix: 'Look at one row that you remember. If it is some hours off, choose the time zone that the exchange used for the export (in the terminal: hedgerow import FILE --time-zone Europe/Berlin); a file that is in the ledger already has to be taken back first.',
  },
  'import/account-kind-differs': {
    message:
      'Files do not agree what kind of account it is: {accounts}. One kind counts for all rows: what Hedgerow knows of an exchange; else a futures account before an exchange account before a wallet.',
    fix: 'If it is one account, write the same kind in all files: take the import of the wrong file back (in the terminal: hedgerow imports undo), change the column in the file, and import it again. If these are two accounts, give them two names.',
  },
  'import/price-in-other-money': {
    message:
      '{count} closing prices are in {quote} and not in {currency}, so they are not taken as prices of what you hold.',
    fix: 'Import prices in {currency} if you need them; the market data itself was read.',
  },
  'import/rate-without-unit': {
    message: '"{text}" in column "{column}" does not say what it counts: 0.01 can be 1 % or 0.01 %.',
    fix: 'Write it as 0.01%, 1bp, or 0.0001 fraction.',
  },
} as const;
