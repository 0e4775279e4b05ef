import type { CallAnswer } from '../../shared/contract/contract.ts';

export type Trace = CallAnswer<'holdings.explain'>['trace'];

/** The first part of a trace that has this value under this label; null where none has: better no explanation than another figure's. */
export function tracePart(trace: Trace, value: string, label: RegExp): Trace | null {
  if (trace.value === value && label.test(trace.label)) return trace;
  for (const part of trace.parts) {
    const found = tracePart(part, value, label);
    if (found !== null) return found;
  }
  return null;
}
