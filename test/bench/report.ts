import { availableParallelism } from 'node:os';

/** A line of the report; without a floor where there is nothing bare to compare with. */
export interface Step {
  readonly step: string;
  readonly rows: number;
  readonly ms: number;
  readonly floorMs: number | null;
  readonly ratio: number | null;
}

export interface Growth {
  readonly step: string;
  readonly from: number;
  readonly to: number;
  readonly exponent: number;
  /** Of its floor over the same sizes. */
  readonly floorExponent: number | null;
}

export function stepOf(step: string, rows: number, ms: number, floorMs: number | null = null): Step {
  const ratio = floorMs === null ? null : Math.round((ms / floorMs) * 100) / 100;
  return { step, rows, ms: tenths(ms), floorMs: floorMs === null ? null : tenths(floorMs), ratio };
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}

export function printTable(steps: readonly Step[]): void {
  const heads = ['step', 'rows', 'ms', 'floor ms', 'ratio'];
  const lines = steps.map(({ step, rows, ms, floorMs, ratio }) => [
    step,
    rows.toLocaleString('en'),
    ms.toFixed(1),
    floorMs === null ? '' : floorMs.toFixed(1),
    ratio === null ? '' : ratio.toFixed(2),
  ]);
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  for (const line of [heads, ...lines]) {
    console.log(
      line
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** How a step's time grows between two sizes: 1 is linear. */
export function growthOf(steps: readonly Step[]): readonly Growth[] {
  return [...new Set(steps.map(({ step }) => step))].flatMap((name) => {
    const [last, previous] = steps.filter(({ step }) => step === name).toReversed();
    if (last === undefined || previous === undefined) return [];
    const exponent = exponentOf(previous, last, previous.ms, last.ms);
    const floorExponent =
      previous.floorMs === null || last.floorMs === null
        ? null
        : exponentOf(previous, last, previous.floorMs, last.floorMs);
    return [{ step: name, from: previous.rows, to: last.rows, exponent, floorExponent }];
  });
}

function exponentOf({ rows: from }: Step, { rows: to }: Step, fromMs: number, toMs: number): number {
  return Math.round((Math.log(toMs / fromMs) / Math.log(to / from)) * 100) / 100;
}

/** The table's figures as one JSON document, the last line of every benchmark. */
export function printDocument(runs: number, steps: readonly Step[], growth: readonly Growth[]): void {
  console.log(JSON.stringify({ node: process.version, cores: availableParallelism(), runs, steps, growth }));
}
