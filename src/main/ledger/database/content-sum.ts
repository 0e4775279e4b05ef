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

export class ContentSum {
  #sum: bigint;

  /** In: the hash to go on from; a ledger without facts where it is left out. */
  constructor(hash: string = empty) {
    this.#sum = BigInt(`0x${hash}`);
  }

  add(fact: Fact): void {
    this.#sum = (this.#sum + digestOf(fact)) % modulus;
  }

  remove(fact: Fact): void {
    this.#sum = (this.#sum - digestOf(fact) + modulus) % modulus;
  }

  /** In: a sum that began with nothing. */
  addAll(other: ContentSum): void {
    this.#sum = (this.#sum + other.#sum) % modulus;
  }

  removeAll(other: ContentSum): void {
    this.#sum = (this.#sum - other.#sum + modulus) % modulus;
  }

  /** In: the hash of all that is there now. */
  become(hash: string): void {
    this.#sum = BigInt(`0x${hash}`);
  }

  /** 64 hex digits. */
  hash(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}

function digestOf(fact: Fact): bigint {
  return BigInt(`0x${hash('sha256', JSON.stringify(fact))}`);
}
