/**
 * A stress path walked naively, in plain numbers: each step in many small ones, and at each of them one looks whether
 * what stands behind a pool is still above what is asked.
 */
import type { PlainPosition } from './plain-futures-margin.fixture.ts';
import { plainMaintenance, plainProfit, plainValue } from './plain-futures-margin.fixture.ts';

export interface PlainStressStep {
  /** Against the start of the path. */
  readonly coins: Readonly<Record<string, number>>;
  readonly stablecoin: number;
  readonly basis: number;
  readonly fundingPer8h: number;
  readonly hours: number;
  readonly marginMultiplier: number;
  readonly haircut: number;
}

export interface PlainStressLeg {
  readonly position: PlainPosition;
  readonly underlying: string;
  readonly isPerpetual: boolean;
  readonly inStablecoin: boolean;
}

export interface PlainPool {
  readonly settle: 'USD' | 'USDT' | 'BTC';
  readonly wallet: number;
  readonly legs: readonly PlainStressLeg[];
  /** A broker calls, and closes only when nothing is left. */
  readonly isBroker: boolean;
}

export interface PlainPath {
  /** Of the step and within it, 0 to 1; null where it lives. */
  readonly closed: { readonly step: number; readonly share: number } | null;
  readonly called: boolean;
  /** In the settle asset, after each step. */
  readonly worth: readonly number[];
  /** The most that could have been missing against maintenance at the end of each step, had nothing been closed. */
  readonly missing: readonly number[];
  /** How near it came to being closed, against the value of its legs: near nothing, rounding decides. */
  readonly narrowest: number;
}

const SLICES = 500;

function markAfter(
  leg: PlainStressLeg,
  step: PlainStressStep,
  prices: Readonly<Record<string, number>>,
): number {
  const quote = leg.inStablecoin ? 1 + step.stablecoin : 1;
  const factor = 1 + (step.coins[leg.underlying] ?? 0);
  const spot = ((prices[leg.underlying] ?? 0) * factor) / quote;
  return (leg.position.mark * factor) / quote + spot * step.basis;
}

export function plainPath(
  pool: PlainPool,
  steps: readonly PlainStressStep[],
  prices: Readonly<Record<string, number>>,
): PlainPath {
  let wallet = pool.wallet;
  let marks = pool.legs.map(({ position }) => position.mark);
  let closed: PlainPath['closed'] = null;
  let left = 0;
  let called = false;
  let narrowest = Infinity;
  const worth: number[] = [];
  const missing: number[] = [];
  for (const [place, step] of steps.entries()) {
    const ends = pool.legs.map((leg) => markAfter(leg, step, prices));
    const funding = pool.legs.reduce((sum, leg, at) => sum + fundingOf(leg, ends[at] ?? 0, step), 0);
    const at = (share: number): { equity: number; asked: number; now: number[]; cash: number } => {
      const now = marks.map((mark, one) => mark + ((ends[one] ?? mark) - mark) * share);
      const cash = wallet + funding * share;
      const counted = pool.settle === 'USD' ? cash : cash - Math.max(cash, 0) * step.haircut;
      const profit = pool.legs.reduce((sum, leg, one) => sum + plainProfit(leg.position, now[one] ?? 0), 0);
      const asked = pool.legs.reduce(
        (sum, leg, one) => sum + plainMaintenance(leg.position, now[one] ?? 0),
        0,
      );
      return { equity: counted + profit, asked: asked * step.marginMultiplier, now, cash };
    };
    const scale = pool.legs.reduce((sum, { position }) => sum + plainValue(position, position.mark), 0) || 1;
    for (let slice = 0; slice <= SLICES && closed === null && pool.legs.length > 0; slice += 1) {
      const share = slice / SLICES;
      const { equity, asked, now, cash } = at(share);
      const buffer = equity - (pool.isBroker ? 0 : asked);
      narrowest = Math.min(narrowest, Math.abs(buffer) / scale, Math.abs(equity - asked) / scale);
      if (pool.isBroker && equity - asked <= 0) called = true;
      if (buffer > 0) continue;
      closed = { step: place, share };
      const fees = pool.legs.reduce(
        (sum, { position }, one) => sum + position.takerFee * plainValue(position, now[one] ?? 0),
        0,
      );
      left =
        cash + pool.legs.reduce((sum, leg, one) => sum + plainProfit(leg.position, now[one] ?? 0), 0) - fees;
    }
    const end = at(1);
    missing.push(Math.max(0, end.asked - end.equity));
    wallet += funding;
    marks = ends;
    const open = pool.legs.reduce((sum, leg, one) => sum + plainProfit(leg.position, marks[one] ?? 0), 0);
    worth.push(closed === null ? wallet + open : left);
  }
  return { closed, called: called && closed === null, worth, missing, narrowest };
}

function fundingOf({ position, isPerpetual }: PlainStressLeg, mark: number, step: PlainStressStep): number {
  return isPerpetual ? -position.sign * plainValue(position, mark) * step.fundingPer8h * (step.hours / 8) : 0;
}
