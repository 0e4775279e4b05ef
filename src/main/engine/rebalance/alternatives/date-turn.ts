import { listText } from '../../words.ts';
import { addDays, dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { QUICK_ORDERS, hedgedUntil } from './schedules.ts';
import { costsTrace } from './turn-question.ts';
import type { Turn, TurnQuestion } from './turn-question.ts';
import { cheapest } from './ways.ts';

/** The last day on which leaving the hedge costs less than selling now, found between the days that were priced. */
export async function dateTurn(question: TurnQuestion): Promise<Turn & { readonly at: LocalDate | null }> {
  const { exits, selling, given, tools } = question;
  const { cost } = selling.priced;
  const last = exits.findLastIndex((one) => one.cost < cost);
  const cheaper = exits[last];
  if (cheaper === undefined)
    return {
      at: null,
      words: 'On none of the days that were tried is leaving the hedge cheaper than selling now.',
      trace: null,
    };
  const before = exits.slice(0, last).filter((one) => one.cost >= cost);
  const dearer =
    before.length === 0 ? '' : ` But it is not on ${listText(before.map(({ date }) => dateText(date)))}.`;
  const after = exits[last + 1];
  if (after === undefined)
    return {
      at: null,
      words: `Leaving the hedge is cheaper than selling now up to the last day that was tried, ${dateText(cheaper.date)}.${dearer}`,
      trace: null,
    };
  let [from, to, costThen] = [cheaper.date, after.date, cheaper.cost];
  while (daysBetween(from, to) > 1) {
    const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
    const exit = withDay(given.exit, middle);
    const priced = await cheapest(exit, hedgedUntil(exit, middle, QUICK_ORDERS), tools);
    if (priced !== null && priced.cost < cost) [from, costThen] = [middle, priced.cost];
    else to = middle;
  }
  return {
    at: from,
    words: `Leaving the hedge is cheaper than selling now until ${dateText(from)}, and no longer on the days after it that were tried.${dearer}`,
    trace: costsTrace(`Selling less hedging until ${dateText(from)}`, cost, costThen, given.exit.currency),
  };
}

function withDay(exit: ExitCase, date: LocalDate): ExitCase {
  if (exit.dates.some((one) => one.date === date)) return exit;
  const dates = [...exit.dates, { date, why: [] }].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { ...exit, dates };
}
