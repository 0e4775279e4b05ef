/** The dated steps of a saved overlay: open, watch, roll, mark, close, sell, buy. */
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import type { PlanStep } from '../../../shared/domain/hedge.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import {
  addDays,
  compareDates,
  dateText,
  lastBusinessDayOfYear,
  yearOf,
} from '../../../shared/time/local-date.ts';
import type { HedgedLot } from './hedged-lots.ts';
import { coinsHedged } from './overlay.ts';
import type { OverlayLeg } from './overlay.ts';
import { orderText } from './overlay-words.ts';
import { rollDates } from './roll-dates.ts';
import { listText, quantityText } from '../words.ts';

export interface PlanStepsInput {
  readonly legs: readonly OverlayLeg<ContractTerms>[];
  readonly hedgedLots: readonly HedgedLot[];
  readonly opened: LocalDate;
  readonly exit: LocalDate;
}

const DAYS_TO_FIRST_CHECK = 7;
const DAYS_BEFORE_EXPIRY = 10;
const MOST_LOTS_NAMED = 3;

/**
 * The steps in the order of their dates, with ids "step-1", "step-2" …
 * In: at least one leg; an exit after the opening.
 */
export function planSteps(input: PlanStepsInput): PlanStep[] {
  const dated = [
    openStep(input),
    checkStep(input),
    ...rollSteps(input),
    ...markSteps(input),
    closeStep(input),
    ...sellSteps(input),
    ...buySteps(input),
  ];
  return dated
    .toSorted((a, b) => compareDates(a.date, b.date))
    .map(({ date, text }, index) => ({ id: `step-${index + 1}`, date, text, doneAt: null }));
}

interface DatedText {
  readonly date: LocalDate;
  readonly text: string;
}

function openStep({ legs, opened }: PlanStepsInput): DatedText {
  const orders = legs.map((leg) => `${leg.sized.direction === 'short' ? 'sell' : 'buy'} ${orderText(leg)}`);
  const together = legs.length > 1 ? ', together' : '';
  return { date: opened, text: `Open: ${listText(orders)}${together}.` };
}

function checkStep({ opened, exit }: PlanStepsInput): DatedText {
  const first = addDays(opened, DAYS_TO_FIRST_CHECK);
  return {
    date: first < exit ? first : addDays(exit, -1),
    text: 'Import the fills, and check that the legs still match the coins that they stand for. Then once a month.',
  };
}

function rollSteps({ legs, opened, exit }: PlanStepsInput): DatedText[] {
  return legs.flatMap(({ chosen: { terms } }) =>
    rollDates(terms, exit).map((expiry, times) => {
      const rollBy = addDays(expiry, -DAYS_BEFORE_EXPIRY);
      const text =
        times === 0
          ? `Roll ${terms.symbol}, which ends on ${dateText(expiry)}, into a later expiry.`
          : `Roll the ${terms.underlying} leg again, if it ends about ${dateText(expiry)} (three months later).`;
      return { date: rollBy > opened ? rollBy : opened, text };
    }),
  );
}

function markSteps({ legs, opened, exit }: PlanStepsInput): DatedText[] {
  const marked = legs.filter(({ chosen }) => chosen.terms.section1256.status);
  if (marked.length === 0) return [];
  const steps: DatedText[] = [];
  for (let year = yearOf(opened); year <= yearOf(exit); year++) {
    const date = lastBusinessDayOfYear(year);
    if (date < opened || date >= exit) continue;
    const symbols = heldOn(
      marked.map(({ chosen }) => chosen.terms),
      date,
    );
    steps.push({
      date,
      text: `Enter the settlement price of ${symbols}: section 1256 contracts are marked today.`,
    });
  }
  return steps;
}

/** What is open on a day: of contracts that have ended, what they were rolled into. */
function heldOn(contracts: readonly ContractTerms[], date: LocalDate): string {
  const [ended = [], running = []] = [true, false].map((is) =>
    contracts.filter(({ expiry }) => (expiry !== null && expiry < date) === is).map(({ symbol }) => symbol),
  );
  const rolled = `what ${listText(ended)} ${ended.length === 1 ? 'was' : 'were'} rolled into`;
  return listText(ended.length === 0 ? running : [...running, rolled]);
}

function closeStep({ legs, exit }: PlanStepsInput): DatedText {
  const orders = legs.map(
    (leg) =>
      `${leg.sized.direction === 'short' ? 'buy back' : 'sell'} ${orderText(leg)}${rolledText(leg, exit)}`,
  );
  const words = listText(orders);
  const both = legs.length > 1 ? ' Both on the same day, in slices that match the sale of the coins.' : '';
  return { date: exit, text: `Close with reduce-only orders: ${words}.${both}` };
}

function rolledText({ chosen: { terms } }: OverlayLeg<ContractTerms>, exit: LocalDate): string {
  return terms.expiry !== null && terms.expiry < exit ? ' (as rolled into a later expiry)' : '';
}

function sellSteps({ legs, hedgedLots, exit }: PlanStepsInput): DatedText[] {
  return legs
    .filter(({ sized }) => sized.direction === 'short')
    .map((leg) => {
      const { asset } = leg;
      const lots = hedgedLots.filter((lot) => lot.asset === asset);
      const sale = `Sell ${quantityText(coinsHedged(leg), asset)}.`;
      return { date: exit, text: lots.length === 0 ? sale : `${sale} ${lotWords(lots)}` };
    });
}

/** A few lots by name, many by their record. */
function lotWords(lots: readonly HedgedLot[]): string {
  const named =
    lots.length > MOST_LOTS_NAMED
      ? `the ${lots.length} lots of this plan's record`
      : listText(
          lots.map(
            ({ asset, lot, quantity }) => `${quantityText(quantity, asset)} of ${dateText(lot.acquiredDate)}`,
          ),
        );
  return `To sell what was hedged (${named}), name the lots before the sale; else your method chooses.`;
}

function buySteps({ legs, exit }: PlanStepsInput): DatedText[] {
  return legs
    .filter(({ sized }) => sized.direction === 'long')
    .map((leg) => ({ date: exit, text: `Buy ${quantityText(coinsHedged(leg), leg.asset)}.` }));
}
