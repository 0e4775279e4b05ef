import type { DriftLine } from './drift-lines.ts';

export function line(of: string, fields: Partial<DriftLine> = {}): DriftLine {
  return {
    of,
    kind: 'asset',
    target: '0.5',
    spotValue: '65',
    futuresValue: '-15',
    effectiveValue: '50',
    spotWeight: '0.65',
    effectiveWeight: '0.5',
    drift: '0',
    driftValue: '0',
    bandLow: '0.45',
    bandHigh: '0.55',
    hasBand: true,
    outside: false,
    goal: '0.5',
    members: [],
    ...fields,
  };
}
