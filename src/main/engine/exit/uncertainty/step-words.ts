import type { AssetId } from '../../../../shared/domain/asset.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { listText, quantityText } from '../../words.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitDay, ExitSchedule } from '../exit-schedule.ts';
import { scheduleFlows } from '../schedule-actions.ts';
import type { FutureMove } from '../schedule-flows.ts';
import { times } from '../times.ts';

/** What a schedule does, day by day, each a sentence: "2027-01-04: sell 0.5 BTC, close the short of 0.5 BTC." */
export function stepWords(given: ExitCase, schedule: ExitSchedule): readonly string[] {
  const { moves } = scheduleFlows(given, schedule);
  return schedule.days.flatMap((day) => {
    const ofDay = moves.filter(({ date, move }) => date === day.date && move !== 'roll');
    const parts = [...ofDay.map(moveWords), ...tradeWords(day)];
    return parts.length === 0 ? [] : [`${dateText(day.date)}: ${listText(parts)}.`];
  });
}

function moveWords({ future, move, steps, stepsAfter }: FutureMove): string {
  const coins = (count: number): string => quantityText(times(future.coinsPerStep, count), future.asset);
  const what = `a ${future.side} of ${coins(steps)} (${future.terms.id})`;
  if (move === 'open') return `open ${what}`;
  return move === 'close' ? `close ${what}` : `close ${what}, ${coins(stepsAfter)} stay open`;
}

function tradeWords({ sells, buys }: ExitDay): string[] {
  const sold = [...Map.groupBy(sells, ({ asset }) => asset)].map(([asset, sales]) => {
    const lots = `${sales.length} ${sales.length === 1 ? 'lot' : 'lots'}`;
    return `sell ${quantityText(totalOf(sales), asset)} from ${lots}`;
  });
  return [...sold, ...buys.map(({ asset, quantity }) => `buy ${quantityText(quantity, asset)}`)];
}

function totalOf(sales: ExitDay['sells']): ExitDay['sells'][number]['quantity'] {
  return sum(
    sales.map(({ quantity }) => quantity),
    zeroQuantity,
  );
}

/** What is sold until the end of each day of two schedules, where they differ: whole sentences. */
export function scheduleDifferences(
  given: ExitCase,
  before: ExitSchedule,
  after: ExitSchedule,
): readonly string[] {
  const [old, now] = [new Set(stepWords(given, before)), new Set(stepWords(given, after))];
  return [
    ...[...old].filter((words) => !now.has(words)).map((words) => `No more: ${words}`),
    ...[...now].filter((words) => !old.has(words)).map((words) => `Instead: ${words}`),
  ];
}

/** Assets that a case trades, by name. */
export function tradedAssets({ goals }: ExitCase): readonly AssetId[] {
  return goals.map(({ asset }) => asset);
}
