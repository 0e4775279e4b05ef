import type { PlanStep } from '../../../../shared/domain/hedge.ts';
import { absolute } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { addDays, compareDates, dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { rollDates } from '../../../engine/rebalance/roll-dates.ts';
import { listText, quantityText } from '../../../engine/words.ts';
import { currentPart, legCoins } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { orderWords } from './leg-words.ts';

interface StepsFrame {
  readonly asOf: LocalDate;
  readonly exit: LocalDate;
  readonly doneAt: Instant;
}

const DAYS_BEFORE_EXPIRY = 10;
const DAYS_TO_FIRST_CHECK = 7;

/** The dated steps of a plan whose legs are open already: the first is done; watch, roll, close. */
export function adoptedSteps(lives: readonly LegLife[], { asOf, exit, doneAt }: StepsFrame): PlanStep[] {
  const words = lives.flatMap((life) => {
    const part = currentPart(life)?.part;
    return part === undefined
      ? []
      : [`${orderWords(part.quantity.amount, part.spec)} of ${part.spec.symbol}`];
  });
  const check = addDays(asOf, DAYS_TO_FIRST_CHECK);
  const dated = [
    { date: asOf, text: `Open: ${listText(words)}, as found in the files.`, doneAt },
    {
      date: check < exit ? check : addDays(exit, -1),
      text: 'Import the fills, and check that the legs still match the coins that they stand for. Then once a month.',
      doneAt: null,
    },
    ...lives.flatMap((life) => rollSteps(life, asOf, exit)),
    { date: exit, text: `Close with reduce-only orders: ${listText(words)}.`, doneAt: null },
    ...lives.flatMap((life) => spotStep(life, exit)),
  ];
  return dated
    .toSorted((a, b) => compareDates(a.date, b.date))
    .map((step, index) => ({ ...step, id: `step-${index + 1}` }));
}

function rollSteps({ terms }: LegLife, asOf: LocalDate, exit: LocalDate): Omit<PlanStep, 'id'>[] {
  if (terms === undefined) return [];
  return rollDates(terms, exit).map((expiry) => {
    const by = addDays(expiry, -DAYS_BEFORE_EXPIRY);
    const text = `Roll the ${terms.underlying} leg (${terms.symbol}), which ends about ${dateText(expiry)}, into a later expiry.`;
    return { date: by > asOf ? by : asOf, text, doneAt: null };
  });
}

function spotStep(life: LegLife, exit: LocalDate): Omit<PlanStep, 'id'>[] {
  const moved = legCoins(life);
  if (moved === null) return [];
  const amount = quantityText(absolute<Quantity>(moved), life.leg.asset);
  const text =
    life.leg.side === 'sell'
      ? `Sell ${amount}. To sell what was hedged, name the lots before the sale.`
      : `Buy ${amount}.`;
  return [{ date: exit, text, doneAt: null }];
}
