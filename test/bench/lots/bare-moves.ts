/**
 * Matching with none of our code in it: the very numbers that the engine matches, in the same pools, over bare bigints.
 *
 * Both floors do what the law needs of every part of a lot that leaves: units, its share of cost, its share of proceeds,
 * the gain. They keep no term, no reason and no record of any part, and they round down.
 */
import type { LotMoves } from '../../../src/main/engine/lots/moves/move-columns.ts';

export interface BareMove {
  readonly kind: 'acquire' | 'dispose' | 'depart' | 'arrive' | 'absorb';
  readonly pool: number;
  readonly quantity: bigint;
  /** Cost, or proceeds after fees. */
  readonly amount: bigint;
  readonly link: number;
}

export function bareMoves(moves: LotMoves): readonly BareMove[] {
  return moves.kind.map((kind, move) => {
    const amount = (moves.amount[move] ?? 0n) as unknown as bigint;
    const fee = moves.fee[move] as unknown as bigint;
    return {
      kind,
      pool: moves.place[move] ?? 0,
      quantity: moves.quantity[move] as unknown as bigint,
      amount: kind === 'dispose' ? amount - fee : amount,
      link: moves.link[move] ?? -1,
    };
  });
}

interface BareLot {
  quantity: bigint;
  cost: bigint;
  /** By acquisition. */
  readonly rank: number;
  readonly key: bigint;
}

/** First in, first out: a queue per pool; what arrives from another is put in by acquisition. Out: the sum of gains. */
export function bareFifo(moves: readonly BareMove[]): bigint {
  const queues: BareLot[][] = [];
  const heads: number[] = [];
  const moved = new Map<number, BareLot[]>();
  let gains = 0n;
  for (let move = 0; move < moves.length; move++) {
    const { kind, pool, quantity, amount, link } = moves[move] as BareMove;
    const queue = (queues[pool] ??= []);
    heads[pool] ??= 0;
    if (kind === 'acquire') {
      queue.push({ quantity, cost: amount, rank: move, key: 0n });
      continue;
    }
    if (kind === 'arrive') {
      for (const lot of moved.get(link) ?? []) insertByRank(queue, heads[pool], lot);
      continue;
    }
    const taken: BareLot[] = [];
    let left = quantity;
    let proceeds = amount;
    while (left > 0n) {
      const lot = queue[heads[pool]];
      if (lot === undefined) break;
      const part = left < lot.quantity ? left : lot.quantity;
      const cost = part === lot.quantity ? lot.cost : (lot.cost * part) / lot.quantity;
      if (kind === 'dispose') {
        const share = part === left ? proceeds : (proceeds * part) / left;
        proceeds -= share;
        gains += share - cost;
      } else taken.push({ quantity: part, cost, rank: lot.rank, key: 0n });
      lot.quantity -= part;
      lot.cost -= cost;
      left -= part;
      if (lot.quantity === 0n) heads[pool]++;
    }
    if (kind === 'depart') moved.set(move, taken);
  }
  return gains;
}

function insertByRank(queue: BareLot[], head: number, lot: BareLot): void {
  let low = head;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((queue[middle] as BareLot).rank <= lot.rank) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, lot);
}

/** Highest cost first: a binary heap per pool, by cost per unit as acquired, then by acquisition. Out: the sum of gains. */
export function bareHifo(moves: readonly BareMove[]): bigint {
  const heaps: BareLot[][] = [];
  const moved = new Map<number, BareLot[]>();
  let gains = 0n;
  for (let move = 0; move < moves.length; move++) {
    const { kind, pool, quantity, amount, link } = moves[move] as BareMove;
    const heap = (heaps[pool] ??= []);
    if (kind === 'acquire') {
      push(heap, { quantity, cost: amount, rank: move, key: (amount * 10n ** 18n) / quantity });
      continue;
    }
    if (kind === 'arrive') {
      for (const lot of moved.get(link) ?? []) push(heap, lot);
      continue;
    }
    const taken: BareLot[] = [];
    let left = quantity;
    let proceeds = amount;
    while (left > 0n) {
      const lot = heap[0];
      if (lot === undefined) break;
      const part = left < lot.quantity ? left : lot.quantity;
      const cost = part === lot.quantity ? lot.cost : (lot.cost * part) / lot.quantity;
      if (kind === 'dispose') {
        const share = part === left ? proceeds : (proceeds * part) / left;
        proceeds -= share;
        gains += share - cost;
      } else taken.push({ quantity: part, cost, rank: lot.rank, key: lot.key });
      lot.quantity -= part;
      lot.cost -= cost;
      left -= part;
      if (lot.quantity === 0n) pop(heap);
    }
    if (kind === 'depart') moved.set(move, taken);
  }
  return gains;
}

function before(a: BareLot, b: BareLot): boolean {
  return a.key > b.key || (a.key === b.key && a.rank < b.rank);
}

function push(heap: BareLot[], lot: BareLot): void {
  let place = heap.length;
  while (place > 0) {
    const above = (place - 1) >>> 1;
    const parent = heap[above] as BareLot;
    if (!before(lot, parent)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = lot;
}

function pop(heap: BareLot[]): void {
  const last = heap.pop() as BareLot;
  if (heap.length === 0) return;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as BareLot, heap[child] as BareLot)) child++;
    if (!before(heap[child] as BareLot, last)) break;
    heap[place] = heap[child] as BareLot;
    place = child;
  }
  heap[place] = last;
}
