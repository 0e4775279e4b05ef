/** The lines of a policy's drift as the chart and its twin show them. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import type { BulletRow } from '../../../charts/drift-bullets.tsx';
import { driftWords } from '../../../charts/drift-words.ts';
import { compareDecimal } from '../../../ui/compare.ts';
import { listed } from '../../../ui/listed.ts';

export type Drift = CallAnswer<'policy.drift'>;
export type DriftLine = Drift['lines'][number];

/** "Cash" for all money together; else the ticker or the group's own name. */
export function lineName({ of, kind }: Pick<DriftLine, 'of' | 'kind'>): string {
  return kind === 'cash' ? 'Cash' : of;
}

export function bulletRows(lines: readonly DriftLine[]): readonly BulletRow[] {
  return lines.map((line) => ({
    asset: lineName(line),
    weight: line.effectiveWeight,
    target: line.target,
    bandLow: line.bandLow,
    bandHigh: line.bandHigh,
    drift: line.drift,
    outside: line.outside,
  }));
}

/** The drift in one sentence. */
export function linesSentence(lines: readonly DriftLine[]): string {
  const outside = lines.filter((line) => line.outside);
  if (lines.length === 0)
    return 'How far you are from your targets is not known: the problems beneath say why.';
  if (outside.length > 0)
    return `${listed(outside.map((line) => `${lineName(line)} is ${driftWords(line.drift)}`))}, outside the band.`;
  return lines.some(({ hasBand }) => hasBand)
    ? 'Every share is within its band: nothing needs to be done.'
    : 'No band is set: nothing says when to act.';
}

export interface DriftTableRow {
  readonly key: string;
  readonly name: string;
  /** A member of the line above it. */
  readonly isMember: boolean;
  readonly line: Omit<
    DriftLine,
    'members' | 'of' | 'kind' | 'bandLow' | 'bandHigh' | 'hasBand' | 'goal' | 'driftValue'
  >;
  readonly band: Pick<DriftLine, 'bandLow' | 'bandHigh' | 'hasBand'> | null;
  readonly goal: string | null;
}

/** Each line, and beneath it what it is made of where that is more than one asset. */
export function tableRows(lines: readonly DriftLine[]): readonly DriftTableRow[] {
  return lines.flatMap((line) => [
    { key: line.of, name: lineName(line), isMember: false, line, band: line, goal: line.goal },
    ...(line.members.length < 2
      ? []
      : line.members.map((member) => ({
          key: `${line.of} ${member.asset}`,
          name: member.asset,
          isMember: true,
          line: member,
          band: null,
          goal: null,
        }))),
  ]);
}

type Sums = Readonly<Record<'spotValue' | 'futuresValue' | 'effectiveValue' | 'effectiveWeight', string>>;

/** Sums of rows, for under a table. */
export function sumsOf(rows: readonly Sums[]): Sums {
  return {
    spotValue: total(rows, 'spotValue'),
    futuresValue: total(rows, 'futuresValue'),
    effectiveValue: total(rows, 'effectiveValue'),
    effectiveWeight: total(rows, 'effectiveWeight'),
  };
}

/** The same of lines with their targets; members are not counted twice. */
export function totalsOf(lines: readonly DriftLine[]): Sums & { readonly target: string } {
  return { ...sumsOf(lines), target: total(lines, 'target') };
}

function total<Key extends string>(rows: readonly Readonly<Record<Key, string>>[], key: Key): string {
  return toText(
    sum(
      rows.map((row) => rate(row[key])),
      zeroRate,
    ),
  );
}

export function largestFirst(whole: Drift['whole']): Drift['whole'] {
  return whole.toSorted((a, b) => compareDecimal(b.effectiveValue, a.effectiveValue));
}
