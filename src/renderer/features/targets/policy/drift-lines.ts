/** The lines of a policy's drift as the chart and its twin show them. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import type { BulletRow } from '../../../charts/drift-bullets.tsx';
import { driftWords } from '../../../charts/drift-words.ts';
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
  if (lines.length === 0) return 'No asset has a target.';
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

/** Sums of the lines, members not counted twice: they stand under the table. */
export function totalsOf(
  lines: readonly DriftLine[],
): Readonly<Record<'spotValue' | 'futuresValue' | 'effectiveValue' | 'effectiveWeight' | 'target', string>> {
  const total = (
    key: 'spotValue' | 'futuresValue' | 'effectiveValue' | 'effectiveWeight' | 'target',
  ): string =>
    toText(
      sum(
        lines.map((line) => rate(line[key])),
        zeroRate,
      ),
    );
  return {
    spotValue: total('spotValue'),
    futuresValue: total('futuresValue'),
    effectiveValue: total('effectiveValue'),
    effectiveWeight: total('effectiveWeight'),
    target: total('target'),
  };
}
