export type FigureKind = 'money' | 'rate' | 'date' | 'quantity' | 'words';

const reportingCurrencies: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'JPY']);
const rateUnits: ReadonlySet<string> = new Set(['%', 'rate', 'share', 'per year']);

/** What kind of figure a line of a trace holds: its value is decimal text, a date or a word. */
export function figureKind(value: string, unit: string): FigureKind {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return 'date';
  if (!/^-?\d+(?:\.\d+)?$/u.test(value)) return 'words';
  if (reportingCurrencies.has(unit)) return 'money';
  return rateUnits.has(unit) ? 'rate' : 'quantity';
}
