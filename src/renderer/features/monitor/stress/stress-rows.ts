/** What a stress test says, the worst first. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { withFigures } from '../../../ui/as-read.ts';
import { compareDecimal } from '../../../ui/compare.ts';
import { signOf } from '../../../ui/number-format.ts';

type StressRun = CallAnswer<'stress.run'>;
export type StressResult = StressRun['results'][number];

const order = { danger: 0, watch: 1, unknown: 2, fine: 3 } as const;

/** By what comes of it, then by positions closed by force, then by the wealth lost. */
export function worstFirst(results: readonly StressResult[]): readonly StressResult[] {
  return results.toSorted(
    (a, b) =>
      order[a.state] - order[b.state] ||
      forcedCloses(b).length - forcedCloses(a).length ||
      compareDecimal(a.change, b.change),
  );
}

/** Legs that the scenario took away: by a forced close, or with their venue. */
function forcedCloses({ legs }: Pick<StressResult, 'legs'>): readonly StressResult['legs'][number][] {
  return legs.filter(({ state }) => state !== 'open');
}

/** A scenario's name in the app's own way of writing: "All coins −50%". */
export function scenarioName({ scenario }: Pick<StressResult, 'scenario'>): string {
  return scenario.own ? scenario.name : withFigures(scenario.name).replaceAll(/(?<!\w)-(?=\d)/gu, '−');
}

/** "2 closed by force": how many hedges went, and how. */
export function lossWords(result: Pick<StressResult, 'legs'>): readonly string[] {
  const byState = Map.groupBy(forcedCloses(result), ({ state }) => state);
  return [...byState].map(([state, legs]) => `${legs.length} ${legStateWords[state]}`);
}

export const legStateWords: Readonly<Record<StressResult['legs'][number]['state'], string>> = {
  open: 'stays open',
  liquidated: 'closed by force',
  closed: 'closed by the exchange',
  lost: 'lost with the venue',
};

export const accountStateWords: Readonly<Record<StressResult['accounts'][number]['state'], string>> = {
  open: 'stays open',
  called: 'broker asks for money',
  closed: 'closed by force',
  lost: 'lost',
  unknown: 'not known',
  empty: 'nothing open',
};

/** Coins whose exposure is another one afterwards. */
export function changedDeltas({
  netDelta,
}: Pick<StressResult, 'netDelta'>): readonly StressResult['netDelta'][number][] {
  return netDelta.filter(({ before, after }) => before !== after);
}

/** Venues where something stands before or after. */
export function heldVenues({
  venues,
}: Pick<StressResult, 'venues'>): readonly StressResult['venues'][number][] {
  return venues.filter(({ before, after }) => signOf(before) !== 'flat' || signOf(after) !== 'flat');
}

/** What makes the change, for the bars; what did nothing is left out. */
export function changeParts({
  parts,
}: Pick<StressResult, 'parts'>): readonly { readonly name: string; readonly amount: string }[] {
  return (['coins', 'futures', 'funding', 'fees', 'lost'] as const).flatMap((key) =>
    signOf(parts[key]) === 'flat' ? [] : [{ name: partNames[key], amount: parts[key] }],
  );
}

const partNames = {
  coins: 'Coins and money',
  futures: 'Futures',
  funding: 'Funding',
  fees: 'Fees',
  lost: 'Lost with a venue',
} as const;

/** "2 of 12 scenarios are dangerous": the head of the list. */
export function stressSentence(results: readonly StressResult[]): string {
  const dangerous = results.filter(({ state }) => state === 'danger').length;
  const unknown = results.filter(({ state }) => state === 'unknown').length;
  const open = unknown === 0 ? '' : ` Of ${unknown}, not enough is known to tell.`;
  if (dangerous === 0) return `None of ${results.length} scenarios is dangerous as things stand.${open}`;
  const verb = dangerous === 1 ? 'is' : 'are';
  return `${dangerous} of ${results.length} scenarios ${verb} dangerous as things stand.${open}`;
}
