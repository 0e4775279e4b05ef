import type { CalcEvent } from '../../../../shared/contract/calc-gains.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { instantOf } from './calc-gains-times.ts';

/** An event that names the lots it is of. */
export type NamingEvent = Extract<CalcEvent, { kind: 'sell' | 'swap' }> & {
  readonly lots: NonNullable<Extract<CalcEvent, { kind: 'sell' }>['lots']>;
};

/** Whether an event names its lots, in time or not. */
export function namesLots(event: CalcEvent): event is NamingEvent {
  return (event.kind === 'sell' || event.kind === 'swap') && event.lots !== undefined;
}

/** Whether it names them by the time of the sale: later, it does not count. */
export function namedInTime({ identifiedAt, time }: NamingEvent, zone: TimeZone): boolean {
  return identifiedAt === undefined || instantOf(identifiedAt, zone) <= instantOf(time, zone);
}
