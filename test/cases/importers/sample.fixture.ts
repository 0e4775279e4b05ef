import type { DateOrder } from '../../../src/main/importers/cells/date-order.ts';

/** A file of ../shared/facts/csv/samples that Hedgerow reads. */
export interface Sample {
  readonly format: string;
  /** Rows that cannot be read. */
  readonly bad?: number;
  /** Rows that are no event, by a stated rule. */
  readonly ignored?: number;
  /** What the user says of the file, where it does not say it itself. */
  readonly market?: string;
  /** What the user says of its dates, where no row tells day and month apart. */
  readonly dateOrder?: DateOrder;
}
