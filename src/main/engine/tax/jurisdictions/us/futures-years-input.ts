import type { LocalDate } from '../../../../../shared/time/local-date.ts';
import type { TimeZone } from '../../../../../shared/time/time-zone.ts';
import type { FuturesResult } from '../../../futures/position.ts';
import type { PositionsInput } from '../../../futures/positions.ts';
import type { PriceBook } from '../../../valuation/price-book.ts';

export interface FuturesYearsInput extends PositionsInput {
  readonly results: readonly FuturesResult[];
  readonly prices: PriceBook;
  readonly timeZone: TimeZone;
  /** Year ends after this day are not marked yet. */
  readonly asOf: LocalDate;
}
