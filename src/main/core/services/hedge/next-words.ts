import type { Alarm } from '../../../engine/futures/watch/alarms.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LegLife } from './leg-lives.ts';
import type { LegWatch } from './leg-watch.ts';

/** What to do about the worst alarm of a row, in one sentence. */
export function nextWords(life: LegLife | null, { alarms, spec, limits }: LegWatch): string {
  const [first] = alarms;
  const symbol = spec?.symbol ?? 'it';
  if (life?.state === 'closed') return 'Nothing: the leg is closed.';
  if (first === undefined) {
    const exit = life === null ? '' : `; the exit is on ${dateText(life.plan.exitDate)}`;
    return `Nothing now. Look again within ${limits.checkDays} days${exit}.`;
  }
  return wordsOf(first, symbol, life);
}

function wordsOf({ field, level }: Alarm, symbol: string, life: LegLife | null): string {
  switch (field) {
    case 'liquidation':
      if (level === 'watch') return 'Look up the margin at the venue, and type it in beside the contract.';
      return `Look up the margin of ${symbol} at the venue; add cash there, or make the position smaller.`;
    case 'margin':
      return `Look up the margin of ${symbol} at the venue; add cash there, or make the position smaller.`;
    case 'expiry':
      return `Buy back or sell ${symbol} and open the next expiry in the same minute; then link both fills.`;
    case 'ratio':
      return 'Look at the adjusting trade that is proposed for this leg.';
    case 'target':
      return 'Look at Targets & hedge: it sizes what is missing, all futures counted.';
    case 'exit':
      return 'Look at the closing slices: close the futures first, or in equal slices with the coins.';
    case 'price':
      return `Type in or import a price of ${symbol} of today.`;
    case 'leg':
      return life === null
        ? 'Make a plan of it, or link its fills to a leg.'
        : 'Place the orders, import the fills and link them.';
  }
}
