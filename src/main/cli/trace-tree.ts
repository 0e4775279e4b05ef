/** A trace for people: a tree whose figures stand under each other at the right edge of 100 columns. */
import type { TraceText } from '../../shared/contract/texts.ts';
import { plain } from './table.ts';

const width = 100;
/** Units stand behind the figures: "USD", "BTC", "days". */
const unitWidth = 6;
/** A label shorter than this is not broken for a long figure. */
const leastLabel = 24;
/** Rows named beside one figure; all of them stand at the end. */
const mostPlaces = 3;

/** What says nothing: the figure is from the row that stands below it, or its parts say so themselves. */
const silent: ReadonlySet<string> = new Set([
  'as given',
  'the same as its part',
  'the first part; the others stand beside it',
  '',
]);

/** In: where each event stands in its file. Out: the lines. */
export function traceTree(trace: TraceText, places: ReadonlyMap<string, string>): string[] {
  return linesOf(trace, places, 0);
}

function linesOf(trace: TraceText, places: ReadonlyMap<string, string>, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return [
    ...figureLines(trace, indent),
    ...noteLines(trace, places, `${indent}  `),
    ...trace.parts.flatMap((part) => linesOf(part, places, depth + 1)),
  ];
}

/** The label, broken where it is long, and the figure at the right of its last line. */
function figureLines({ label, value, unit }: TraceText, indent: string): string[] {
  const figure = `${plain(value)} ${plain(unit).padEnd(unitWidth)}`;
  const room = Math.max(leastLabel, width - figure.length - 2);
  const lines = wrapped(plain(label), indent, room, `${indent}  `);
  const last = lines.pop() ?? '';
  return [...lines, `${last}  ${figure.padStart(width - last.length - 2)}`.trimEnd()];
}

/** How it came about, the law in brackets, the rows, and where one goes on. */
function noteLines(
  { how, rule, events, parts, explain }: TraceText,
  places: ReadonlyMap<string, string>,
  indent: string,
): string[] {
  const known = events.flatMap((event) => places.get(event) ?? []);
  const more = known.length > mostPlaces ? [`and ${known.length - mostPlaces} more`] : [];
  const isLeaf = parts.length === 0;
  const notes = [
    ...(silent.has(how) || explain !== undefined ? [] : [`= ${plain(how)}`]),
    ...(rule === null ? [] : [`[${plain(rule.law)}]`]),
    ...(isLeaf && known.length > 0 ? [`from ${[...known.slice(0, mostPlaces), ...more].join(', ')}`] : []),
    ...(explain === undefined ? [] : [`more: explain ${plain(explain)}`]),
  ];
  return notes.flatMap((note) => wrapped(note, indent, width, `${indent}  `));
}

/** Words in lines of at most `most` columns; a word that is longer stands alone. */
function wrapped(text: string, first: string, most: number, further: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/ +/u)) {
    if (!isEmpty && line.length + 1 + word.length > most) {
      lines.push(line);
      line = further;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
