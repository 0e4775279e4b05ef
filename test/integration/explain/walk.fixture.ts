/** Follows a figure from its id through everything its trace goes on to, down to rows of files. */
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import type { TraceText } from '../../../src/shared/contract/texts.ts';
import type { Figure } from './figures.fixture.ts';
import { figuresThatDoNotReAdd } from './re-add.fixture.ts';

export type Explanation = CallAnswer<'holdings.explain'>;
export type Explain = (id: string) => Promise<Explanation | null>;

/** Amounts that come from no row: the law's, the taxpayer's own, prices, today, and zero. */
const withoutRow =
  /\(your tax details\)$|^Price of |^Rate$|^Long-term share$|threshold$|^Threshold$|limit on losses|^Zero$|^None$|^Nothing$|: none(?:, nothing is open)?$|deduction$|^Deduction$|^Today$|ordinary brackets would take|^Part$|^Of$|^Worth at the mark of |Loss allowed$|^Taxable income$|^Net (?:short|long)-term gain or loss$|^Days left$|\(your hedge plans\)$|by the contract’s terms$|^1 000 more, to see what it costs$|^Your plain state rate$/u;

export interface Walk {
  /** Everything that is wrong, each a sentence. */
  readonly faults: string[];
  /** Ids that were explained. */
  readonly explained: Map<string, Explanation>;
  /** Rows of files that were reached. */
  readonly rows: Set<string>;
}

export function newWalk(): Walk {
  return { faults: [], explained: new Map(), rows: new Set() };
}

/** A figure, and every figure that its trace goes on to. */
export async function walkFigure({ id, value }: Figure, explain: Explain, walk: Walk): Promise<void> {
  const open: Figure[] = [{ id, value }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const known = walk.explained.get(next.id);
    const explanation = known ?? (await explain(next.id));
    if (explanation === null) {
      walk.faults.push(`${next.id}: no explanation`);
      continue;
    }
    if (explanation.trace.value !== next.value)
      walk.faults.push(`${next.id}: shown as ${next.value}, explained as ${explanation.trace.value}`);
    if (known !== undefined) continue;
    walk.explained.set(next.id, explanation);
    check(next.id, explanation, walk);
    open.push(...goesOn(explanation.trace));
  }
}

function check(id: string, { trace, rows }: Explanation, walk: Walk): void {
  walk.faults.push(...figuresThatDoNotReAdd(trace).map((fault) => `${id}: ${fault}`));
  const lines = new Map(rows.map((row) => [row.event, row]));
  for (const leaf of leavesOf(trace)) {
    if (
      leaf.how === 'as given' &&
      leaf.events.length === 0 &&
      leaf.explain === undefined &&
      !withoutRow.test(leaf.label)
    )
      walk.faults.push(`${id}: "${leaf.label}" rests on no row`);
    for (const event of leaf.events) {
      const row = lines.get(event);
      if (row === undefined || row.file === '' || row.line < 1)
        walk.faults.push(`${id}: "${leaf.label}" names a row without file and line`);
      else walk.rows.add(`${row.file}:${row.line}`);
    }
  }
}

/** Their values are words. */
const wordsOnly: ReadonlySet<string> = new Set([
  'in this order the lots then held would leave',
  'as the record says',
]);

function leavesOf(trace: TraceText): readonly TraceText[] {
  // What stands beside a word gives no figure: the lots that would have left.
  if (wordsOnly.has(trace.how)) return [];
  return trace.parts.length === 0 ? [trace] : trace.parts.flatMap(leavesOf);
}

function goesOn({ explain, value, parts }: TraceText): readonly Figure[] {
  const own = explain === undefined ? [] : [{ id: explain, value }];
  return [...own, ...parts.flatMap(goesOn)];
}
