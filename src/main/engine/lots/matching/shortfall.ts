import type { EventId } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { add, clampToZero, compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { ELSEWHERE } from '../../events/own-movement.ts';
import { issueOf } from '../../issue-of.ts';
import type { LotMoves, Place } from '../moves/move-columns.ts';

/** What came to a place and left it, up to and with each of its moves. */
interface Traffic {
  readonly moves: number[];
  readonly arrived: Quantity[];
  readonly left: Quantity[];
}

/**
 * More left than there was, at the exact event: what is missing, what had come and gone by then, what it does to the
 * figures, and the most likely cause. What it looks up is made once, when the first is found. Issues: `lots/insufficient`.
 */
export class Shortfalls {
  readonly #moves: LotMoves;
  #traffic: ReadonlyMap<number, Traffic> | null = null;
  /** Moves by which units left for nowhere. */
  #strayed: readonly number[] | null = null;

  constructor(moves: LotMoves) {
    this.#moves = moves;
  }

  /**
   * In one pool a sale of more than its account holds takes lots of other accounts: said where it happens, with how much
   * more. null where the account held enough. Issues: `lots/more-than-account-held`.
   */
  overdraft(move: number): Issue | null {
    const { asset, account } = this.#placeOf(move);
    const { arrived, left } = this.#trafficAt(this.#moves.place[move] as number, move);
    const wanted = this.#moves.quantity[move] as Quantity;
    const held = clampToZero(subtract(arrived, left));
    if (compare(held, wanted) >= 0) return null;
    const event = this.#moves.events[this.#moves.event[move] as number]?.id as EventId;
    const words = {
      more: toText(subtract(wanted, held)),
      asset,
      account,
      event,
      arrived: toText(arrived),
      left: toText(left),
      cause: this.#likelyCause(move, arrived),
    };
    return issueOf('lots/more-than-account-held', 'warning', words, { event, asset, account });
  }

  issue(move: number, missing: Quantity, consequence: string): Issue {
    const { asset, account } = this.#placeOf(move);
    const event = this.#moves.events[this.#moves.event[move] as number]?.id as EventId;
    const { arrived, left } = this.#trafficAt(this.#moves.place[move] as number, move);
    const wanted = this.#moves.quantity[move] as Quantity;
    // Enough came here and yet no lot is left: elsewhere more left than had come, and took the lots along.
    const isCaused = compare(subtract(arrived, left), wanted) >= 0;
    const words = {
      missing: toText(missing),
      asset,
      event,
      consequence,
      arrived: toText(arrived),
      left: toText(left),
      what: isCaused
        ? `left "${account}" for which no lot was left`
        : `more left "${account}" than the files show arriving there`,
      cause: (isCaused ? this.#overdrawn(move) : null) ?? this.#likelyCause(move, arrived),
    };
    return issueOf('lots/insufficient', 'error', words, { event, asset, account });
  }

  #placeOf(move: number): Place {
    return this.#moves.places[this.#moves.place[move] as number] as Place;
  }

  #trafficAt(place: number, move: number): { readonly arrived: Quantity; readonly left: Quantity } {
    this.#traffic ??= trafficOf(this.#moves);
    const traffic = this.#traffic.get(place);
    const last = traffic === undefined ? -1 : firstFrom(traffic.moves, move) - 1;
    return {
      arrived: traffic?.arrived[last] ?? zeroQuantity,
      left: traffic?.left[last] ?? zeroQuantity,
    };
  }

  /** Another account that more of the coin left than came to: what is missing there is missing here. */
  #overdrawn(move: number): string | null {
    const { assetNumber, asset } = this.#placeOf(move);
    const others = [...this.#moves.places.entries()].filter(
      ([place, other]) => other.assetNumber === assetNumber && place !== this.#moves.place[move],
    );
    // By name: places are numbered by first use, which an edit can change.
    for (const [place, { account }] of others.toSorted(([, a], [, b]) => (a.account < b.account ? -1 : 1))) {
      const { arrived, left } = this.#trafficAt(place, move);
      if (compare(left, arrived) > 0)
        return `an import of a purchase or a transfer into "${account}" is missing: more ${asset} left it than came there`;
    }
    return null;
  }

  #likelyCause(move: number, arrived: Quantity): string {
    const { asset, account } = this.#placeOf(move);
    this.#strayed ??= strayedMoves(this.#moves);
    for (let at = firstFrom(this.#strayed, move) - 1; at >= 0; at--) {
      const strayed = this.#strayed[at] as number;
      const from = this.#placeOf(this.#moves.link[strayed] as number);
      if (from.asset !== asset || from.account === account) continue;
      const units = `${toText(this.#moves.quantity[strayed] as Quantity)} ${asset}`;
      const date = dateText(this.#moves.day[strayed] as LocalDate);
      return `the ${units} that left "${from.account}" on ${date} without a known arrival went to "${account}"`;
    }
    return arrived === zeroQuantity
      ? `an earlier export of "${account}" is missing: nothing shows ${asset} arriving there before`
      : `an import of a purchase or a transfer into "${account}" is missing`;
  }
}

function trafficOf(moves: LotMoves): ReadonlyMap<number, Traffic> {
  const byPlace = new Map<number, Traffic>();
  for (let move = 0; move < moves.count; move++) {
    const place = moves.place[move] as number;
    let traffic = byPlace.get(place);
    if (traffic === undefined) byPlace.set(place, (traffic = { moves: [], arrived: [], left: [] }));
    const quantity = moves.quantity[move] as Quantity;
    const isArrival = moves.kind[move] === 'acquire' || moves.kind[move] === 'arrive';
    const arrived = traffic.arrived.at(-1) ?? zeroQuantity;
    const left = traffic.left.at(-1) ?? zeroQuantity;
    traffic.moves.push(move);
    traffic.arrived.push(isArrival ? add(arrived, quantity) : arrived);
    traffic.left.push(isArrival ? left : add(left, quantity));
  }
  return byPlace;
}

function strayedMoves(moves: LotMoves): readonly number[] {
  const elsewhere = new Set(
    moves.places.flatMap(({ account }, place) => (account === ELSEWHERE ? [place] : [])),
  );
  if (elsewhere.size === 0) return [];
  return moves.kind.flatMap((kind, move) =>
    kind === 'arrive' && elsewhere.has(moves.place[move] as number) && moves.link[move] !== -1 ? [move] : [],
  );
}

/** The place of the first number that is not below another. In: numbers in order. */
function firstFrom(numbers: readonly number[], number: number): number {
  return firstWhere(numbers, (one) => one >= number);
}
