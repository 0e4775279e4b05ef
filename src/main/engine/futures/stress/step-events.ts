import { isZero } from '../../../../shared/num/arithmetic.ts';
import { percentText, quantityText } from '../../words.ts';
import { ALL } from './scenario.ts';
import type { LegOutcome, PoolOutcome, StressOutcome } from './stress-outcome.ts';

/** What happened at a step of a path, each a whole sentence. */
export function stepEvents(
  { pools, legs, scenario, currency, venues }: StressOutcome,
  place: number,
): readonly string[] {
  const forced = pools.flatMap((pool) => (pool.closed?.step === place ? [forcedText(pool)] : []));
  const taken = legs.filter(({ closeStep, state }) => closeStep === place && state === 'closed');
  const lost = (scenario.steps[place]?.lost ?? []).filter(
    (name) => name === ALL || venues.some(({ venue }) => venue === name),
  );
  return [
    ...forced,
    ...taken.map(takenText),
    ...(lost.length === 0
      ? []
      : [`Everything at ${lost.includes(ALL) ? 'every venue' : lost.join(', ')} is lost.`]),
    ...pools.flatMap((pool) => calledText(pool, place, currency)),
  ];
}

function forcedText({ pool, closed }: PoolOutcome): string {
  const share = closed?.share;
  const when = share === undefined || isZero(share) ? 'at once' : `${percentText(share)} of the way`;
  return `${pool.accountName} (${pool.settleAsset}) is closed by force ${when}.`;
}

function takenText({ leg }: LegOutcome): string {
  return `The ${leg.side} of ${leg.terms.name} is closed at the marks of this step.`;
}

function calledText({ pool, state, path }: PoolOutcome, place: number, currency: string): string[] {
  const point = path[place];
  if (state !== 'called' || point === undefined || point.buffer === null || point.initial === null) return [];
  if (point.equity > (point.maintenance ?? point.equity)) return [];
  const short = quantityText(point.buffer, pool.settleAsset);
  return [
    `${pool.accountName} (${pool.settleAsset === currency ? currency : pool.settleAsset}) calls for money: ${short} against its maintenance margin.`,
  ];
}
