/** Steps of saved hedge plans, as they were saved and as they stand today. */
import type { PlanId, PlanStep } from '../../../../shared/domain/hedge.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { PlannedStep, StepKind } from '../../tax/projection/planned-step.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarEntry, CalendarLink } from './calendar-entry.ts';

export interface PlanSteps {
  readonly plan: PlanId;
  /** As saved; those that are done are left out here. */
  readonly steps: readonly PlanStep[];
}

/** What a step of a plan begins with, what kind of action it is, and what it is called where amounts are left out. */
const WORDS: readonly (readonly [begins: string, kind: StepKind | null, title: string])[] = [
  ['Open', 'open', 'Open the hedge'],
  ['Import', null, 'Import the fills and check the hedge'],
  ['Roll', 'roll', 'Roll the hedge into a later contract'],
  ['Enter', null, 'Enter settlement prices for the year-end mark'],
  ['Close', 'close', 'Close the hedge'],
  ['Sell', 'sell', 'Sell coins'],
  ['Buy', 'buy', 'Buy coins'],
];

const WHY: Readonly<Record<StepKind | 'other', string>> = {
  open: 'The plan opens its futures together on this day.',
  roll: 'A dated contract has to be rolled before it ends, or the hedge ends with it. The old contract’s result is taxed in the year of the roll.',
  close:
    'The plan closes its futures on the day on which the coins are sold and bought: never earlier, so that nothing stands unhedged.',
  sell: 'The plan sells what was hedged. Name the lots before the sale if others than those of your method are meant.',
  buy: 'The plan buys what the long futures stood for.',
  other: 'A step of the saved plan.',
};

/**
 * The steps that wait to be done, each with the action of the projection that stands behind it: that one can be tried on
 * another day. Actions that no saved step names (rolls of a contract that was rolled before) are added.
 * In: the projection's steps of all plans.
 */
export function stepEntries(
  plans: readonly PlanSteps[],
  projected: readonly PlannedStep[],
): readonly CalendarEntry[] {
  return plans.flatMap(({ plan, steps }) => {
    const left = projected.filter((one) => one.plan === plan);
    const saved = steps.flatMap((step) => {
      // What is ticked takes its action along, whether or not fills show it yet.
      const action = takeActionOf(step, left);
      return step.doneAt === null ? [savedEntry(plan, step, action)] : [];
    });
    return [...saved, ...left.map(addedEntry)];
  });
}

/** The action behind a step; it is taken out of the list. */
function takeActionOf({ text }: PlanStep, left: PlannedStep[]): PlannedStep | null {
  const kind = wordsOf(text)?.[1] ?? null;
  if (kind === null) return null;
  const isTrade = kind === 'sell' || kind === 'buy';
  const place = left.findIndex((one) => one.kind === kind && (!isTrade || text.includes(` ${assetOf(one)}`)));
  return place < 0 ? null : (left.splice(place, 1)[0] ?? null);
}

/** "<plan>:sell:BTC". */
function assetOf({ id }: PlannedStep): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

function wordsOf(text: string): (typeof WORDS)[number] | undefined {
  return WORDS.find(([begins]) => text.startsWith(begins));
}

function savedEntry(plan: PlanId, { id, date, text }: PlanStep, action: PlannedStep | null): CalendarEntry {
  const [, kind = null, title = 'A step of the plan'] = wordsOf(text) ?? [];
  return planEntry({
    id: `step:${plan}:${id}`,
    date,
    kind,
    title,
    text,
    of: [
      { kind: 'plan', id: plan },
      { kind: 'step', id },
    ],
    moves: action?.id ?? null,
  });
}

function addedEntry(step: PlannedStep): CalendarEntry {
  const [, , title = 'A step of the plan'] = WORDS.find(([, kind]) => kind === step.kind) ?? [];
  return planEntry({
    id: `step:${step.id}`,
    date: step.date,
    kind: step.kind,
    title,
    text: step.text,
    of: step.plan === null ? [] : [{ kind: 'plan', id: step.plan }],
    moves: step.id,
  });
}

function planEntry(given: {
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: StepKind | null;
  readonly title: string;
  readonly text: string;
  readonly of: readonly CalendarLink[];
  readonly moves: string | null;
}): CalendarEntry {
  return entryOf({
    ...given,
    kind: given.kind === 'roll' ? 'roll' : 'step',
    why: WHY[given.kind ?? 'other'],
    planned: true,
    waits: true,
  });
}
