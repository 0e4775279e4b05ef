/**
 * What became of each line of a file. Every line ends in exactly one state, so that the counts add up to the file's lines.
 */
import type { z } from 'zod';
import type { lineCounts } from '../../../../shared/contract/import-calls.ts';
import { ignoreWords } from '../../../importers/ignore-rules.ts';
import { IGNORE_RULES, type IgnoreRule } from '../../../importers/importer.ts';
import type { RowTally } from '../../../importers/read-export.ts';

export type LineCounts = z.output<typeof lineCounts>;

export const noLines: LineCounts = {
  total: 0,
  imported: 0,
  already: 0,
  part: 0,
  ignored: [],
  unclassified: 0,
  rejected: 0,
  notRows: 0,
};

/** As a batch keeps them. */
export function canonicalLines(lines: LineCounts): string {
  return JSON.stringify(lines);
}

/** What is known of a line: several things, because a row may state several. */
const ROW = 1;
const IMPORTED = 2;
const ALREADY = 4;
const PART = 8;
const UNKNOWN = 16;
const REJECTED = 32;
const IGNORED = 64;

export class LineBook implements RowTally {
  /** How many have come so far. */
  rows = 0;
  #states = new Uint8Array(1024);
  #rules = new Uint8Array(1024);
  /** Lines of rows that go over several lines, besides the first. */
  readonly #spans = new Map<number, number>();

  row(line: number, span: number): void {
    this.rows++;
    this.#mark(line, ROW);
    if (span > 1) this.#spans.set(line, span);
  }

  imported(line: number): void {
    this.#mark(line, IMPORTED);
  }

  already(line: number): void {
    this.#mark(line, ALREADY);
  }

  /** Of an imported row: it is one event together with another. */
  part(line: number): void {
    this.#mark(line, PART);
  }

  /** Of an imported row: nobody knows what it is, or its others are not there. */
  unknown(line: number): void {
    this.#mark(line, UNKNOWN);
  }

  rejected(line: number): void {
    this.#mark(line, REJECTED);
  }

  ignored(rule: IgnoreRule, line: number): void {
    this.#mark(line, IGNORED);
    this.#rules[line] = IGNORE_RULES.indexOf(rule);
  }

  /** Rows that no reader said anything of: there are none, or a reader is wrong. */
  unaccounted(): number[] {
    const lines: number[] = [];
    for (let line = 0; line < this.#states.length; line++) if (this.#states[line] === ROW) lines.push(line);
    return lines;
  }

  /** In: how many lines the file has. */
  counts(total: number): LineCounts {
    const counts = { imported: 0, already: 0, part: 0, unclassified: 0, rejected: 0 };
    const ignored = IGNORE_RULES.map((rule) => ({ rule, words: ignoreWords[rule], count: 0 }));
    let rows = 0;
    for (let line = 0; line < this.#states.length; line++) {
      const state = this.#states[line] ?? 0;
      if (state === 0) continue;
      const span = this.#spans.get(line) ?? 1;
      rows += span;
      const name = stateOf(state);
      if (name === 'ignored') {
        const rule = ignored[this.#rules[line] ?? 0];
        if (rule !== undefined) rule.count += span;
      } else counts[name] += span;
    }
    return { total, ...counts, ignored: ignored.filter(({ count }) => count > 0), notRows: total - rows };
  }

  #mark(line: number, bit: number): void {
    if (line >= this.#states.length) this.#grow(line);
    this.#states[line] = (this.#states[line] ?? 0) | bit;
  }

  #grow(line: number): void {
    const length = Math.max(line + 1, this.#states.length * 2);
    const [states, rules] = [new Uint8Array(length), new Uint8Array(length)];
    states.set(this.#states);
    rules.set(this.#rules);
    this.#states = states;
    this.#rules = rules;
  }
}

type State = 'imported' | 'already' | 'part' | 'unclassified' | 'rejected' | 'ignored';

/** A row with a good and a bad half is there by its good one. A row that nobody spoke of is left out, and so rejected. */
function stateOf(state: number): State {
  if ((state & IMPORTED) !== 0) {
    if ((state & PART) !== 0) return 'part';
    return (state & UNKNOWN) === 0 ? 'imported' : 'unclassified';
  }
  if ((state & ALREADY) !== 0) return 'already';
  if ((state & REJECTED) !== 0) return 'rejected';
  return (state & IGNORED) !== 0 ? 'ignored' : 'rejected';
}
