/** What a hedge does to taxes, from the core's answer. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { compareDecimal } from '../../../ui/compare.ts';
import { signOf } from '../../../ui/number-format.ts';

export type HedgeTax = CallAnswer<'hedge.taxEffects'>;
export type TaxedLot = HedgeTax['lots'][number];
export type Closed = HedgeTax['closed'][number];
export type Closing = HedgeTax['closings'][number];
export type When = Closing['when'];

/** The price changes that were looked at, lowest first, each once. */
export function priceChangesOf({ closed }: Pick<HedgeTax, 'closed'>): readonly string[] {
  return [...new Set(closed.map(({ priceChange }) => priceChange))].toSorted(compareDecimal);
}

/** The change to look at first: none, where that is among them. */
export function firstChange(changes: readonly string[]): string | null {
  return changes.find((change) => /^0(?:\.0+)?$/u.test(change)) ?? changes[0] ?? null;
}

/** One row a day, at one price change, in the order of the days. */
export function closedAt(
  { closed, closings }: Pick<HedgeTax, 'closed' | 'closings'>,
  change: string,
): readonly Closed[] {
  return closings.flatMap(({ when }) =>
    closed.filter((each) => each.when === when && each.priceChange === change),
  );
}

/** When the lot is long-term if the hedge is closed on that day; as without it where its clock stays; null: its clock stands still. */
export function longTermIf({ clock }: Pick<TaxedLot, 'clock'>, when: When): string | null {
  const after = clock.longTermFromAfter.find((each) => each.when === when);
  return after === undefined ? clock.longTermFrom : after.date;
}

/** The lots whose tax is worked out come first; else in the core's order. */
export function knownFirst(lots: readonly TaxedLot[]): readonly TaxedLot[] {
  const isKnown = ({ tax }: TaxedLot): boolean => tax.some(({ difference }) => difference !== null);
  return [...lots.filter(isKnown), ...lots.filter((lot) => !isKnown(lot))];
}

/** What selling on that day costs more (or less) because of the hedge; null where nobody knows. */
export function taxDifference({ tax }: Pick<TaxedLot, 'tax'>, when: When): string | null {
  return tax.find((each) => each.when === when)?.difference ?? null;
}

export const clockWords = {
  restarts: { words: 'starts anew', color: 'yellow' },
  kept: { words: 'stays', color: 'gray' },
  'not-a-straddle': { words: 'not touched', color: 'gray' },
} as const satisfies Readonly<
  Record<TaxedLot['clock']['effect'], { readonly words: string; readonly color: string }>
>;

const characterWords = {
  short: 'short-term',
  long: 'long-term',
  'sixty-forty': '60/40',
  section1256: '60/40',
} as const satisfies Readonly<Record<TaxedLot['loss']['character'], string>>;

/** What a lot's gain does to losses of the short, in a few words. */
export function heldBackWords({ waitsUpTo, character }: TaxedLot['loss'], asset: string): string {
  if (waitsUpTo === null) return `no price of ${asset}: it cannot be told which losses wait`;
  return signOf(waitsUpTo) === 'flat'
    ? 'holds back no loss'
    : `losses up to it wait, then are ${characterWords[character]}`;
}

/** How many clocks start anew and how many stay, a whole sentence. */
export function clocksWords(lots: readonly Pick<TaxedLot, 'clock'>[]): string {
  const anew = lots.filter(({ clock }) => clock.effect === 'restarts').length;
  if (lots.length === 1)
    return anew === 1 ? 'The clock of the one lot starts anew.' : 'The clock of the one lot stays.';
  if (anew === 0) return `The clocks of all ${lots.length} lots stay.`;
  if (anew === lots.length) return `The clocks of all ${lots.length} lots start anew.`;
  return `Of ${lots.length} lots, the clocks of ${anew} start anew; those of the others stay.`;
}
