/** Where the lines of money over a coin's price stand, in percent of the plot. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';

/** One price that is supposed, as decimal text; null where a figure is not known. */
export interface PricePoint {
  /** Of the price now: "-0.3" is 30% lower. */
  readonly move: string;
  readonly equity: string | null;
  readonly maintenance: string | null;
  readonly liquidated: boolean;
}

export interface Spot {
  /** From the left edge. */
  readonly x: number;
  /** From the upper edge. */
  readonly y: number;
}

export interface PriceLines {
  readonly equity: readonly Spot[];
  readonly maintenance: readonly Spot[];
  /** Stretches in which the position is closed by force. */
  readonly closed: readonly { readonly left: number; readonly width: number }[];
  /** Where no money stands. */
  readonly zero: number;
  /** Where the price is as it is now. */
  readonly now: number;
  readonly low: number;
  readonly high: number;
  xOf(move: string): number;
}

/** In: points from the lowest price to the highest. One scale for both lines, with room for zero. */
export function priceLines(points: readonly PricePoint[]): PriceLines {
  const moves = points.map(({ move }) => asFloat(move));
  const [left, right] = [Math.min(...moves, 0), Math.max(...moves, 0)];
  const amounts = points
    .flatMap(({ equity, maintenance }) => [equity, maintenance])
    .flatMap((text) => (text === null ? [] : [asFloat(text)]));
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  const x = (move: number): number => ((move - left) / (right - left || 1)) * 100;
  const y = (amount: number): number => ((high - amount) / (high - low || 1)) * 100;
  const line = (part: 'equity' | 'maintenance'): readonly Spot[] =>
    points.flatMap((point) => {
      const amount = point[part];
      return amount === null ? [] : [{ x: x(asFloat(point.move)), y: y(asFloat(amount)) }];
    });
  return {
    equity: line('equity'),
    maintenance: line('maintenance'),
    closed: closedStretches(points).map(([from, to]) => ({
      left: x(asFloat(from)),
      width: x(asFloat(to)) - x(asFloat(from)),
    })),
    zero: y(0),
    now: x(0),
    low,
    high,
    xOf: (move) => x(asFloat(move)),
  };
}

/** Moves between which the position is closed. A stretch begins at the first price that closes it. */
function closedStretches(points: readonly PricePoint[]): readonly (readonly [from: string, to: string])[] {
  const stretches: [string, string][] = [];
  let open: [string, string] | null = null;
  for (const { move, liquidated } of points) {
    if (!liquidated) open = null;
    else if (open === null) stretches.push((open = [move, move]));
    else open[1] = move;
  }
  return stretches;
}

function asFloat(text: string): number {
  return toFloat(money(text));
}
