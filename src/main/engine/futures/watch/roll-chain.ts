import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { isZero } from '../../../../shared/num/arithmetic.ts';
import { msBetween } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { SpecOf } from '../positions.ts';
import { positionKey } from './leg-fill.ts';
import type { LegFill, PositionKey } from './leg-fill.ts';
import { legPosition } from './leg-position.ts';

/** A roll closes one expiry and opens the next within a day. */
const ROLL_MS = 86_400_000;

/**
 * The fills of a position together with those of the earlier expiries that it was rolled from, in ledger order: in the
 * same account, a dated contract of the same coin and kind that went flat within a day of the opening, from the fill on
 * that opened it in the same direction.
 * In: `all` in ledger order.
 */
export function rollChain(
  own: readonly LegFill[],
  position: PositionKey & { readonly spec: ContractSpec },
  all: readonly LegFill[],
  specOf: SpecOf,
): readonly LegFill[] {
  const [first] = own;
  if (first === undefined || position.spec.expiry === null) return own;
  const earlier = earlierFills(first, position.spec, all, specOf);
  if (earlier.length === 0) return own;
  const opened = earlier[0];
  const spec = opened === undefined ? undefined : specOf(opened.fill.contract);
  return opened === undefined || spec === undefined
    ? own
    : [...rollChain(earlier, { ...opened.fill, spec }, all, specOf), ...own];
}

/** The last run of fills, from zero to zero, of an expiry before this one; empty where there is none. */
function earlierFills(
  first: LegFill,
  spec: ContractSpec,
  all: readonly LegFill[],
  specOf: SpecOf,
): readonly LegFill[] {
  const candidates = all.filter(({ fill }) => {
    const other = specOf(fill.contract);
    return other !== undefined && fill.account === first.fill.account && isEarlier(other, spec);
  });
  const groups = Map.groupBy(candidates, ({ fill }) => positionKey(fill));
  for (const fills of groups.values()) {
    const run = lastRun(
      fills.filter(({ time }) => msBetween(first.time, time) <= ROLL_MS),
      specOf,
    );
    const last = run.at(-1);
    const opening = run[0];
    if (last === undefined || opening === undefined || !isNear(last.time, first.time)) continue;
    if (opening.fill.side === first.fill.side && last.fill.side !== first.fill.side) return run;
  }
  return [];
}

function isEarlier(other: ContractSpec, spec: ContractSpec): boolean {
  return (
    other.expiry !== null &&
    spec.expiry !== null &&
    other.expiry < spec.expiry &&
    other.underlying === spec.underlying &&
    other.settleAsset === spec.settleAsset &&
    other.payoff === spec.payoff
  );
}

function isNear(a: Instant, b: Instant): boolean {
  return Math.abs(msBetween(a, b)) <= ROLL_MS;
}

function lastRun(fills: readonly LegFill[], specOf: SpecOf): readonly LegFill[] {
  const { moments } = legPosition(fills, specOf);
  const last = moments.at(-1);
  if (last === undefined || !isZero(last.open.size)) return [];
  const before = moments.slice(0, -1).findLastIndex(({ open }) => isZero(open.size));
  return fills.slice(before + 1);
}
