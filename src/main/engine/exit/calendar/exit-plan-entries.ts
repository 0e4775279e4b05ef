/** Steps of saved exit plans, and the prices at which they mean to act otherwise. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ExitPlanId } from '../../../../shared/domain/exit-plan.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitStepKind } from '../close-out/exit-steps.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarEntry } from './calendar-entry.ts';

export interface ExitStepAhead {
  readonly plan: ExitPlanId;
  readonly planName: string;
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: ExitStepKind;
  readonly asset: AssetId;
  /** A whole sentence. */
  readonly words: string;
  /** The name of the contract; null for coins. */
  readonly symbol: string | null;
  /** Of both halves of a roll: all of it in one sentence. */
  readonly rollWords: string | null;
}

export interface PriceTarget {
  readonly plan: ExitPlanId;
  readonly planName: string;
  readonly asset: AssetId;
  /** Decimal text. */
  readonly price: string;
  readonly is: 'above' | 'below';
  readonly by: LocalDate;
}

const TITLES: Readonly<Record<ExitStepKind, (asset: string, symbol: string) => string>> = {
  sell: (asset) => `Sell ${asset}`,
  buy: (asset) => `Buy ${asset}`,
  'close-short': (_, symbol) => `Buy back ${symbol}`,
  'close-long': (_, symbol) => `Sell the long ${symbol}`,
  'open-short': (_, symbol) => `Open a short in ${symbol}`,
  'open-long': (_, symbol) => `Open a long in ${symbol}`,
};

/** In: the steps that are not done. */
export function exitPlanEntries(
  steps: readonly ExitStepAhead[],
  targets: readonly PriceTarget[],
): readonly CalendarEntry[] {
  const rolled = new Set<string>();
  const each = steps.map((step) => {
    if (step.rollWords === null) return [stepEntry(step)];
    // Both halves are one entry, as long as one of them is to be done.
    const key = `${step.plan} ${dateText(step.date)} ${step.rollWords}`;
    if (rolled.has(key)) return [];
    rolled.add(key);
    return [rollEntry(step, step.rollWords)];
  });
  return [...each.flat(), ...targets.map(targetEntry)];
}

/** What a what-if calls a day of an exit plan: its steps move together, so that nothing stands alone. */
function exitDayId(plan: ExitPlanId, date: LocalDate): string {
  return `exit-day:${plan}:${dateText(date)}`;
}

function stepEntry({ plan, planName, id, date, kind, asset, words, symbol }: ExitStepAhead): CalendarEntry {
  return entryOf({
    id: `exit-step:${plan}:${id}`,
    date,
    kind: 'step',
    title: TITLES[kind](asset, symbol ?? `futures of ${asset}`),
    text: words,
    why: `A step of the exit plan “${planName}”. The close-out sheet of the day has its orders, slices and lots.`,
    asset,
    of: [
      { kind: 'exit-plan', id: plan },
      { kind: 'step', id },
    ],
    planned: true,
    moves: exitDayId(plan, date),
    waits: true,
  });
}

/** A day that the contract sets: no what-if moves it. */
function rollEntry({ plan, planName, id, date, asset, symbol }: ExitStepAhead, text: string): CalendarEntry {
  return entryOf({
    id: `exit-step:${plan}:${id}`,
    date,
    kind: 'roll',
    title: `Roll ${symbol ?? `futures of ${asset}`} into a later contract`,
    text,
    why: `The exit plan “${planName}” holds the hedge beyond the end of the contract: rolled ten days before, it stays. The old contract’s result is taxed in the year of the roll.`,
    asset,
    of: [
      { kind: 'exit-plan', id: plan },
      { kind: 'step', id },
    ],
    planned: true,
    waits: true,
  });
}

function targetEntry({ plan, planName, asset, price, is, by }: PriceTarget): CalendarEntry {
  return entryOf({
    id: `price-target:${plan}:${asset}:${is}:${price}:${dateText(by)}`,
    date: by,
    kind: 'price-target',
    title: `Last day of a price target of ${asset}`,
    text: `If ${asset} is ${is === 'above' ? `at ${price} or above` : `at ${price} or below`} by ${dateText(by)}, the exit plan “${planName}” has another answer.`,
    why: 'A price at which you mean to act: plan again when it is reached. Hedgerow fetches no prices; it can only say when you entered one.',
    asset,
    of: [{ kind: 'exit-plan', id: plan }],
    planned: true,
  });
}
