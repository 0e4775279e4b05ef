/**
 * A sentence of the core in the app's own way of writing: "1,204.60 USD" is "$1,204.60", "15 %" is "15%" and
 * "2027-01-15" is "15 Jan 2027", as in every other figure on the screen. Names such as BTCUSDT_261225 stay.
 */
import { formatDate } from './date-format.ts';

const dollars = /(?<![\w.,-])([-−]?)(\d[\d,]*\.\d\d) USD\b/gu;
const percent = /(?<=\d) %/gu;
const date = /(?<![\w-])[12]\d{3}-[01]\d-[0-3]\d(?![\w-])/gu;

export function asRead(sentence: string): string {
  return withDates(withFigures(sentence));
}

/** Money and percentages alone: what hiding amounts must see. */
export function withFigures(sentence: string): string {
  return sentence
    .replaceAll(dollars, (_, sign: string, amount: string) => `${sign === '' ? '' : '−'}$${amount}`)
    .replaceAll(percent, '%');
}

/** Dates alone: after hiding, which knows them by their hyphens. */
export function withDates(sentence: string): string {
  return sentence.replaceAll(date, formatDate);
}
