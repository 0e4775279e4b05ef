import { dateText } from '../../../../shared/time/local-date.ts';
import type { AlternativeKind, Way } from './alternatives-case.ts';

/** "Hedge now, leave on 2027-01-15" */
export function wayTitle({ kind, priced }: Pick<Way, 'kind' | 'priced'>): string {
  const last = priced?.schedule.days.at(-1)?.date;
  const leaving = last === undefined ? 'leave later' : `leave on ${dateText(last)}`;
  const titles = {
    nothing: 'Do nothing',
    'sell-now': 'Sell now',
    hedge: `Hedge now, ${leaving}`,
    mixed: 'Mixed: the optimum',
    'new-money': 'New money',
  } as const satisfies Record<AlternativeKind, string>;
  return titles[kind];
}
