/** One pool for all accounts, divided among them at the start of a day (Rev. Proc. 2024-28). */
import type { CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import {
  type Fraction,
  isPositive,
  min,
  minus,
  parse,
  plus,
  share,
  total,
  zero,
} from './fraction.fixture.ts';
import { orderOf } from './plain-lots-methods.fixture.ts';
import { type Part, type Pool, addTo, arrange, byAcquisition, emptyPool } from './plain-lots-pool.fixture.ts';
import type { Walk } from './plain-lots.fixture.ts';

type Allocation = Extract<CalcGainsInput['basisScope'], object>['allocation'];

/** What of one asset is being handed out. */
interface Handing {
  /** Of the pool, in order of acquisition; each part loses what is handed out. */
  readonly left: Part[];
  readonly room: Map<string, Fraction>;
  readonly give: (part: Part, account: string, most?: Fraction) => void;
}

/** In: `lying`, the pools of accounts as they would be, had basis been kept by account from the start. */
export function divide(walk: Walk, lying: readonly Pool[]): void {
  const whole = walk.pools.splice(0);
  walk.isUniversal = false;
  const { basisScope: scope, asOf } = walk.input;
  // Asked about a day before, nothing is divided yet: it is only said where units lie.
  const isThen = typeof scope === 'object' && (asOf === undefined || asOf >= scope.universalUntil);
  const allocation = isThen ? scope.allocation : undefined;
  for (const pool of whole) {
    arrange(pool, false);
    divideOne(walk, pool, lying, allocation);
  }
}

function divideOne(walk: Walk, pool: Pool, lying: readonly Pool[], allocation: Allocation): void {
  const handing = handingOf(walk, pool);
  const accounts = [...handing.room.keys()].sort();
  if (allocation?.kind === 'global') {
    const order = orderOf(allocation.order, null);
    const inOrder = [...handing.left].sort((a, b) => order(a.lot, b.lot));
    for (const account of new Set([...allocation.accounts, ...accounts]))
      for (const part of inOrder) handing.give(part, account);
  } else {
    for (const { lot, account, quantity } of allocation?.units ?? [])
      for (const part of handing.left) if (part.lot.id === lot) handing.give(part, account, parse(quantity));
    for (const account of accounts) giveLying(handing, account, lying, pool.asset);
    for (const account of accounts) for (const part of handing.left) handing.give(part, account);
  }
  // What finds no room stays with the account that acquired it.
  for (const part of handing.left) {
    if (isPositive(part.quantity)) lay(poolFor(walk, pool.asset, part.lot.account), part);
  }
}

/** Each account takes what would lie there, in order of acquisition, as far as it holds units and the pool has them. */
function giveLying({ left, give }: Handing, account: string, lying: readonly Pool[], asset: string): void {
  const there = lying.find((one) => one.asset === asset && one.account === account)?.parts ?? [];
  for (const { lot, quantity } of [...there].sort((a, b) => byAcquisition(a.lot, b.lot)))
    for (const part of left) if (part.lot.id === lot.id) give(part, account, quantity);
}

function handingOf(walk: Walk, pool: Pool): Handing {
  const left = joined(pool.parts).sort((a, b) => byAcquisition(a.lot, b.lot));
  const room = new Map<string, Fraction>();
  for (const [key, held] of walk.holdings) {
    const [asset, account] = JSON.parse(key) as [string, string];
    if (asset === pool.asset && isPositive(held)) room.set(account, held);
  }
  const give = (part: Part, account: string, most = part.quantity): void => {
    const space = room.get(account) ?? zero;
    const quantity = min(min(part.quantity, most), space);
    if (!isPositive(quantity)) return;
    const cost = share(part.cost, quantity, part.quantity);
    lay(poolFor(walk, pool.asset, account), { ...part, quantity, cost });
    part.quantity = minus(part.quantity, quantity);
    part.cost = minus(part.cost, cost);
    room.set(account, minus(space, quantity));
  };
  return { left, room, give };
}

/** What is left of each lot, whichever of its parts. */
function joined(parts: readonly Part[]): Part[] {
  return [...new Set(parts.map(({ lot }) => lot))].map((lot) => {
    const own = parts.filter((part) => part.lot === lot);
    return {
      lot,
      quantity: total(own.map(({ quantity }) => quantity)),
      cost: total(own.map(({ cost }) => cost)),
      isAssumed: own.some(({ isAssumed }) => isAssumed),
    };
  });
}

/** What an account is given of a lot in several steps is one part: every unit of it costs the same. */
function lay(pool: Pool, part: Part): void {
  const known = pool.parts.find(({ lot }) => lot === part.lot);
  if (known === undefined) return addTo(pool, part);
  known.quantity = plus(known.quantity, part.quantity);
  known.cost = plus(known.cost, part.cost);
}

function poolFor(walk: Walk, asset: string, account: string): Pool {
  const known = walk.pools.find((one) => one.asset === asset && one.account === account);
  if (known !== undefined) return known;
  const pool = emptyPool(asset, account);
  walk.pools.push(pool);
  return pool;
}
