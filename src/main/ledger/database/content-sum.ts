/**
 * The content hash: what the ledger holds, whatever way led there.
 *
 * It is the sum, modulo 2²⁵⁶, of the SHA-256 of every fact stored: adding a fact adds its digest, taking it back
 * subtracts it, so that the hash costs nothing to keep, does not depend on the order of imports, and is again what it
 * was after an import and its undo. Facts carry no row numbers and no times of storing. (It tells states apart and
 * finds accidents; against forgery the file's own encryption stands.)
 */
import { hash } from 'node:crypto';

/** One thing that is stored, as canonical values: its kind first. */
export type Fact = readonly [kind: string, ...values: readonly (string | number | null)[]];

const modulus = 1n << 256n;
const empty = hash('sha256', 'hedgerow content 1');

/** The sum of no facts at all, for sums that are parts of another. */
export const nothingStated = '0'.repeat(64);

/** A digest as eight numbers of 32 bits, which add up without big numbers: there is one for every row of an import. */
const lanes = 8;
const laneBits = 32n;
/** So many sums of 32 bits are exact in a float. */
const mostPending = 2 ** 20;

export class ContentSum {
  #sum: bigint;
  /** What came since `#sum` was made, lane by lane, the highest first. */
  readonly #pending = new Float64Array(lanes);
  #count = 0;

  /** In: the hash to go on from; a ledger without facts where it is left out. */
  constructor(hash: string = empty) {
    this.#sum = BigInt(`0x${hash}`);
  }

  add(fact: Fact): void {
    this.#take(fact, 1);
  }

  remove(fact: Fact): void {
    this.#take(fact, -1);
  }

  /** In: a sum that began with nothing. */
  addAll(other: ContentSum): void {
    this.#sum = modulo(this.#settled() + other.#settled());
  }

  removeAll(other: ContentSum): void {
    this.#sum = modulo(this.#settled() - other.#settled());
  }

  /** In: the hash of all that is there now. */
  become(hash: string): void {
    this.#settled();
    this.#sum = BigInt(`0x${hash}`);
  }

  /** 64 hex digits. */
  hash(): string {
    return this.#settled().toString(16).padStart(64, '0');
  }

  #take(fact: Fact, sign: 1 | -1): void {
    // One character a byte: the cheapest that Node gives.
    const digest = hash('sha256', JSON.stringify(fact), 'binary');
    for (let lane = 0, at = 0; lane < lanes; lane++, at += 4) {
      const high = (digest.charCodeAt(at) << 8) | digest.charCodeAt(at + 1);
      const low = (digest.charCodeAt(at + 2) << 8) | digest.charCodeAt(at + 3);
      this.#pending[lane] = (this.#pending[lane] ?? 0) + sign * (high * 0x1_0000 + low);
    }
    if (++this.#count === mostPending) this.#settled();
  }

  /** The sum, with all that was pending. */
  #settled(): bigint {
    if (this.#count === 0) return this.#sum;
    const pending = this.#pending.reduce((sum, lane) => (sum << laneBits) + BigInt(lane), 0n);
    this.#sum = modulo(this.#sum + pending);
    this.#pending.fill(0);
    this.#count = 0;
    return this.#sum;
  }
}

function modulo(sum: bigint): bigint {
  const rest = sum % modulus;
  return rest < 0n ? rest + modulus : rest;
}
