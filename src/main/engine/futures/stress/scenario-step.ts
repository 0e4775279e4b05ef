import { assetId } from '../../../../shared/domain/asset.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { toText } from '../../../../shared/num/format.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import { listText, percentText, pointsText } from '../../words.ts';
import { ALL } from './scenario.ts';
import type { Moves, StressStep } from './scenario.ts';

/** A step as data and people write it: what is left out stays as it is. */
export interface WrittenStep {
  readonly label?: string | undefined;
  readonly hours?: string | number | undefined;
  readonly coins?: Readonly<Record<string, string>> | undefined;
  readonly stablecoins?: Readonly<Record<string, string>> | undefined;
  readonly basis?: string | undefined;
  readonly fundingPer8h?: string | undefined;
  readonly marginMultiplier?: string | undefined;
  readonly haircut?: string | undefined;
  readonly lost?: readonly string[] | undefined;
  readonly closed?: StressStep['closed'] | undefined;
  readonly noAccess?: boolean | undefined;
}

/** In: decimals as text; hours may be a number with few decimals. */
export function scenarioStep(written: WrittenStep): StressStep {
  const step = {
    hours: rate(String(written.hours ?? 0)),
    coins: movesOf(written.coins),
    stablecoins: movesOf(written.stablecoins),
    basis: written.basis === undefined ? zeroRate : rate(written.basis),
    fundingPer8h: written.fundingPer8h === undefined ? zeroRate : rate(written.fundingPer8h),
    marginMultiplier: written.marginMultiplier === undefined ? oneRate : rate(written.marginMultiplier),
    haircut: written.haircut === undefined ? zeroRate : rate(written.haircut),
    lost: written.lost ?? [],
    closed: written.closed ?? null,
    noAccess: written.noAccess ?? false,
  };
  return { ...step, label: written.label ?? stepWords(step) };
}

/** What happens in a step: "all coins -30 %, margins × 2". */
function stepWords(step: Omit<StressStep, 'label'>): string {
  const { basis, fundingPer8h, marginMultiplier, haircut, lost, closed, noAccess } = step;
  const parts = [
    ...moveWords(step.coins, 'all coins', 'other coins'),
    ...moveWords(step.stablecoins, 'all stablecoins', 'other stablecoins'),
    ...(basis === zeroRate ? [] : [`basis ${isNegative(basis) ? '-' : '+'}${pointsText(basis)}`]),
    ...(fundingPer8h === zeroRate ? [] : [`funding ${signed(percentText(fundingPer8h))} per 8 hours`]),
    ...(marginMultiplier === oneRate ? [] : [`margins × ${toText(marginMultiplier)}`]),
    ...(haircut === zeroRate ? [] : [`collateral less ${percentText(haircut)}`]),
    ...(lost.length === 0 ? [] : [`${lost.includes(ALL) ? 'every venue' : listText(lost)} lost`]),
    ...(closed === null
      ? []
      : [typeof closed === 'string' ? `${CLOSED[closed]} closed` : 'named futures closed']),
    ...(noAccess ? ['no access'] : []),
  ];
  return parts.length === 0 ? 'nothing moves' : parts.join(', ');
}

const CLOSED = {
  all: 'all futures',
  winning: 'futures in profit',
  shorts: 'shorts',
  longs: 'longs',
} as const;

function moveWords(moves: Moves, all: string, others: string): string[] {
  return [...moves].map(([asset, move]) => {
    const what = asset === ALL ? (moves.size === 1 ? all : others) : asset;
    return `${what} ${signed(percentText(move))}`;
  });
}

function signed(text: string): string {
  return text.startsWith('-') ? text : `+${text}`;
}

function movesOf(written: Readonly<Record<string, string>> = {}): Moves {
  return new Map(
    Object.entries(written).map(([asset, move]) => [asset === ALL ? ALL : assetId(asset), rate(move)]),
  );
}
