/**
 * A sentence of the core in the app's own way of writing: "1,204.60 USD" is "$1,204.60", "15 %" is "15%" and
 * "2027-01-15" is "15 Jan 2027", as in every other figure on the screen. Names such as BTCUSDT_261225 stay.
 */
import { formatDate, formatInstant } from './date-format.ts';
import { formatMoney } from './number-format.ts';

const dollars = /(?<![\w.,-])([-−]?)(\d[\d,]*(?:\.\d{1,2})?) USD\b(?! of [A-Z])/gu;
const percent = /(?<=\d) %/gu;
const negativePercent = /(?<![\w.,)%-])-(?=\d[\d,.]*%)/gu;
const instant = /(?<![\w-])[12]\d{3}-[01]\d-[0-3]\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu;
const date = /(?<![\w-])[12]\d{3}-[01]\d-[0-3]\d(?![\w-])/gu;

export function asRead(sentence: string): string {
  return withDates(withFigures(sentence));
}

/** Money and percentages alone: what hiding amounts must see. */
export function withFigures(sentence: string): string {
  return sentence
    .replaceAll(dollars, (_, sign: string, amount: string) =>
      formatMoney(`${sign === '' ? '' : '-'}${amount.replaceAll(',', '')}`, 'USD'),
    )
    .replaceAll(percent, '%')
    .replaceAll(negativePercent, '−');
}

/** Dates alone: after hiding, which knows them by their hyphens. */
export function withDates(sentence: string): string {
  return sentence.replaceAll(instant, formatInstant).replaceAll(date, formatDate);
}
