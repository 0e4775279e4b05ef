/** A ledger of 100 000 rows answers "why" quickly, in parts that a person can read, and every group adds up. */
import { expect, test } from 'vitest';
import { traceText } from '../../../src/main/core/services/trace-text.ts';
import { explain } from '../../../src/main/engine/explain/explain.ts';
import type { TraceText } from '../../../src/shared/contract/texts.ts';
import { largeContext } from './context.fixture.ts';
import { figuresThatDoNotReAdd } from './re-add.fixture.ts';

const ROWS = 100_000;
const context = largeContext(ROWS);

function answered(id: string): { readonly trace: TraceText; readonly size: number } {
  const found = explain(id, context);
  if (found === null) throw new Error(`no explanation of ${id}`);
  const trace = traceText(found);
  return { trace, size: JSON.stringify(trace).length };
}

/** Goes on by the group with the most in it until there are rows. */
function downTo(id: string): readonly string[] {
  const { trace } = answered(id);
  expect(figuresThatDoNotReAdd(trace)).toEqual([]);
  const groups = leaves(trace).flatMap((part) => (part.explain?.startsWith(id) === true ? [part] : []));
  const [next] = groups.toSorted((a, b) => countIn(b.label) - countIn(a.label));
  if (next?.explain === undefined) return [id];
  expect(answered(next.explain).trace.value).toBe(next.value);
  return [id, ...downTo(next.explain)];
}

function leaves(trace: TraceText): readonly TraceText[] {
  return trace.parts.length === 0 ? [trace] : trace.parts.flatMap(leaves);
}

function countIn(label: string): number {
  return Number(/: (\d+) \w+$/u.exec(label)?.[1] ?? 0);
}

test('a year with tens of thousands of sales is told by asset, month, day and page', () => {
  expect(context.disposalsOfYear(2025).length).toBeGreaterThan(30_000);
  const path = downTo('year:2025/shortTermGain');
  expect(path.at(-1)).toMatch(/^year:2025\/shortTermGain\/[A-Z]+\/2025-\d\d\/2025-\d\d-\d\d(?:\/page-\d)?$/u);
  const last = answered(path.at(-1) ?? '').trace;
  expect(leaves(last).every(({ events }) => events.length === 1)).toBe(true);
});

test.each([
  'year:2025',
  'year:2025/proceeds',
  'year:2025/shortTermGain',
  'tax:2025/totalTax',
  'tax:2025/shortTermGain',
  'holdings:total',
  'holding:BTC',
  'holding:BTC/costBasis',
  'holding:BTC/byAccount/a/quantity',
])('%s: less than 200 kB', (id) => {
  answered('year:2025'); // maps are made once for each state of the ledger
  const { size, trace } = answered(id);
  expect(size).toBeLessThan(200_000);
  expect(figuresThatDoNotReAdd(trace)).toEqual([]);
});

test('one sale late in the ledger: the lots then held are found', () => {
  const last = context.lots.disposals.findLast(({ asset }) => asset === 'BTC');
  if (last === undefined) throw new Error('BTC was sold');
  const { size, trace } = answered(`disposal:${last.event}/${context.numberOf(last)}`);
  expect(trace.parts[2]?.label).toMatch(
    /^Why this lot: (?:first|second|third|number \d+) of \d+ lots then held/u,
  );
  expect(size).toBeLessThan(50_000);
});
