/** Lots on their way to long-term, in words and by month. Pure. */
import { formatDate } from '../../ui/date-format.ts';
import { signOf } from '../../ui/number-format.ts';
import { total, type OpenLot } from './view-model.ts';

/** What waiting changes: one line for today, one for later. */
export function waitingWords({ gain, longTermFrom }: Pick<OpenLot, 'gain' | 'longTermFrom'>): {
  readonly today: string;
  readonly later: string;
} {
  const sign = gain === null ? 'flat' : signOf(gain);
  const what = sign === 'down' ? 'loss' : 'gain';
  return {
    today: `Sold today: short-term ${what}`,
    later:
      longTermFrom === null
        ? `A year after the hedge is closed: long-term ${what}`
        : `From ${formatDate(longTermFrom)}: long-term ${what}`,
  };
}

export interface CountdownMonth {
  /** "2027-02"; empty for lots whose clock stands still. */
  readonly month: string;
  readonly words: string;
  readonly lots: number;
  /** Of the lots that have a price. */
  readonly gain: string;
}

/** Lots in the order of their dates → one entry a month. */
export function countdownMonths(lots: readonly OpenLot[]): readonly CountdownMonth[] {
  const months = Map.groupBy(lots, ({ longTermFrom }) => longTermFrom?.slice(0, 7) ?? '');
  return [...months].map(([month, ofMonth]) => ({
    month,
    words: month === '' ? 'Stands still' : formatDate(`${month}-01`).slice(2),
    lots: ofMonth.length,
    gain: total(ofMonth.map(({ gain }) => gain)),
  }));
}
