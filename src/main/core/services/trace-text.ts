import type { TraceText } from '../../../shared/contract/texts.ts';
import type { Rule, Trace } from '../../../shared/domain/trace.ts';

/** A trace as the contract carries it: nothing left out, nothing undefined. */
export function traceText(trace: Trace): TraceText {
  const { label, value, unit, how, rule, events = [], lots = [], parts = [], explain } = trace;
  return {
    label,
    value,
    unit,
    how,
    rule: rule === undefined ? null : ruleText(rule),
    events: [...events],
    lots: [...lots],
    parts: parts.map(traceText),
    ...(explain === undefined ? {} : { explain }),
  };
}

function ruleText({ id, law, url }: Rule): TraceText['rule'] {
  return { id, law, url: url ?? null };
}
