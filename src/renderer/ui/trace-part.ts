import type { CallAnswer } from '../../shared/contract/contract.ts';

export type Trace = CallAnswer<'holdings.explain'>['trace'];

/**
 * The part of a trace that explains one figure of an answer: the first with this value whose label holds one of the
 * words; the whole trace where no part says so.
 */
export function tracePart(trace: Trace, value: string, words: readonly string[]): Trace {
  return find(trace, value, words) ?? trace;
}

function find(trace: Trace, value: string, words: readonly string[]): Trace | undefined {
  const label = trace.label.toLowerCase();
  if (trace.value === value && words.some((word) => label.includes(word))) return trace;
  for (const part of trace.parts) {
    const found = find(part, value, words);
    if (found !== undefined) return found;
  }
  return undefined;
}
