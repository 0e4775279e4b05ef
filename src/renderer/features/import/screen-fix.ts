/** What to do, where the screen has a shorter way than the words that terminal and screen share. */
const onScreen: Readonly<Record<string, string>> = {
  'import/date-order-unknown':
    'Say below which comes first; or download a longer period: one day after the 12th is enough.',
  'import/date-order-mixed':
    'Download the export again without opening it in a spreadsheet; or say below which comes first, and rows that do not fit are errors.',
  'import/market-unknown':
    'Type below what it is of; or give the file the name that it had when it was downloaded.',
  'import/market-unclear': 'Say below which of them it is.',
  'import/unknown-format':
    'Say what its columns mean: press "Map this file". Or look up on the Formats tab which export to download.',
  'import/unknown-type':
    'After the import the rows stand under "Review", where one choice says what each is.',
};

export function fixOnScreen({ code, fix }: { readonly code: string; readonly fix: string }): string {
  return onScreen[code] ?? fix;
}
