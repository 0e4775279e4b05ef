/** A text cut where problems stand in it. Pure. */
export interface Place {
  readonly from: number;
  /** Behind the last letter. */
  readonly to: number;
}

export interface TextPart {
  readonly text: string;
  /** Index of the problem that it belongs to; null for what is right. */
  readonly problem: number | null;
}

/** The whole text in parts; where problems overlap the first has the words. Places outside the text, and empty ones, mark nothing. */
export function markedParts(text: string, problems: readonly Place[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  const inOrder = problems
    .map(({ from, to }, problem) => ({ from, to: Math.min(to, text.length), problem }))
    .toSorted((a, b) => a.from - b.from || a.problem - b.problem);
  for (const { from, to, problem } of inOrder) {
    const start = Math.max(from, done);
    if (to <= start) continue;
    if (start > done) parts.push({ text: text.slice(done, start), problem: null });
    parts.push({ text: text.slice(start, to), problem });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), problem: null });
  return parts;
}
