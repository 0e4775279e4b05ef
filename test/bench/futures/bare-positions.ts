import type { BareRow } from './generated-positions.ts';

const ONE = 10n ** 18n;

/** What the floor keeps of each position. */
export interface BarePosition {
  long: boolean;
  size: bigint;
  entryValue: bigint;
  realised: bigint;
  fees: bigint;
  funding: bigint;
}

/** Size, entry value, realised profit, fee and funding over plain bigints, rounded like the engine: the floor. */
export function barePositions(rows: readonly BareRow[], count: number): readonly BarePosition[] {
  const positions = Array.from({ length: count }, emptyPosition);
  for (const { position, inverse, buys, quantity, price, amount } of rows) {
    const held = positions[position];
    if (held === undefined) continue;
    if (buys === null) {
      held.funding += amount;
      continue;
    }
    held.fees += amount;
    const size = inverse ? quantity * 100n : quantity;
    trade(held, inverse, buys, size, price);
  }
  return positions;
}

function trade(held: BarePosition, inverse: boolean, buys: boolean, size: bigint, price: bigint): void {
  if (held.size === 0n || held.long === buys) {
    held.long = buys;
    held.size += size;
    held.entryValue += valueAt(inverse, size, price);
    return;
  }
  const closed = size < held.size ? size : held.size;
  const entry = divided(held.entryValue * closed, held.size);
  const exit = valueAt(inverse, closed, price);
  held.realised += held.long === inverse ? entry - exit : exit - entry;
  held.size -= closed;
  held.entryValue -= entry;
  if (size === closed) return;
  held.long = buys;
  held.size = size - closed;
  held.entryValue = valueAt(inverse, held.size, price);
}

function valueAt(inverse: boolean, size: bigint, price: bigint): bigint {
  return inverse ? divided(size * ONE, price) : divided(size * price, ONE);
}

/** Half to even. */
function divided(numerator: bigint, divisor: bigint): bigint {
  const quotient = numerator / divisor;
  const rest = numerator - quotient * divisor;
  if (rest === 0n) return quotient;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice < divisor || (twice === divisor && (quotient & 1n) === 0n)) return quotient;
  return numerator < 0n ? quotient - 1n : quotient + 1n;
}

function emptyPosition(): BarePosition {
  return { long: true, size: 0n, entryValue: 0n, realised: 0n, fees: 0n, funding: 0n };
}
