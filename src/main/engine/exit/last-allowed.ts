import { addDays } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';

/** Days on which not to trade, ends included. */
export interface NoTradeSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The day itself, or the last one before it that lies in no span. */
export function lastAllowed(date: LocalDate, spans: readonly NoTradeSpan[]): LocalDate {
  let day = date;
  for (;;) {
    const span = spans.find(({ from, to }) => from <= day && day <= to);
    if (span === undefined) return day;
    day = addDays(span.from, -1);
  }
}
