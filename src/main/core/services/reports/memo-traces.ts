import type { TraceText } from '../../../../shared/contract/texts.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { TraceLine } from '../../../reports/papers/close-out-memo.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { sourcesOf } from '../holdings/event-sources.ts';
import { explainHandlers } from '../holdings/explain.ts';

/** As many lines of a trace as a paper can carry. */
const MOST_LINES = 200;
const MOST_PLACES = 5;

/** The trace behind a figure as lines, followed from reference to reference down to files and lines. */
export async function traceLines(
  id: string,
  derived: Derived,
  context: CallContext,
): Promise<{ readonly title: string; readonly lines: readonly TraceLine[]; readonly isCut: boolean } | null> {
  const seen = new Set<string>();
  const lines: TraceLine[] = [];
  const sourceOf = sourcesOf(derived);
  const walk = async (trace: TraceText, depth: number): Promise<void> => {
    if (lines.length >= MOST_LINES) return;
    lines.push(lineOf(trace, depth, sourceOf));
    const parts =
      trace.parts.length > 0 || trace.explain === undefined ? trace.parts : await partsOf(trace.explain);
    for (const part of parts) await walk(part, depth + 1);
  };
  const explained = async (of: string): Promise<TraceText | null> => {
    if (seen.has(of)) return null;
    seen.add(of);
    const answer = await explainHandlers['holdings.explain']({ id: of }, context);
    return answer.ok ? answer.value.trace : null;
  };
  const partsOf = async (of: string): Promise<readonly TraceText[]> => (await explained(of))?.parts ?? [];
  const trace = await explained(id);
  if (trace === null) return null;
  await walk(trace, 0);
  return { title: trace.label, lines, isCut: lines.length >= MOST_LINES };
}

function lineOf(trace: TraceText, depth: number, sourceOf: ReturnType<typeof sourcesOf>): TraceLine {
  const { label, value, unit, how, rule, events, parts } = trace;
  const places =
    parts.length > 0 ? [] : events.slice(0, MOST_PLACES).map((event) => sourceOf(event as EventId));
  const more =
    parts.length === 0 && events.length > MOST_PLACES ? [`and ${events.length - MOST_PLACES} more`] : [];
  const known = places.filter(({ file }) => file !== '').map(({ file, line }) => `${file}:${line}`);
  return { depth, label, value, unit, how, law: rule?.law ?? '', places: [...known, ...more].join(', ') };
}
