/**
 * The ledger is a function of the set of files: in whatever order they come, however they are cut, and whatever came and
 * went in between. Over every file of every case of the importers.
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { importHandlers } from '../../src/main/core/services/imports/import-handlers.ts';
import type { CallAnswer } from '../../src/shared/contract/contract.ts';
import { caseTexts, type CaseText } from '../integration/imports/case-texts.fixture.ts';
import { type ImportDesk, openDesk, spotRow } from '../integration/imports/import-desk.fixture.ts';
import { runs } from '../runs.ts';

let desk: ImportDesk;
let empty: string;
beforeAll(async () => {
  desk = await openDesk();
  empty = desk.ledger.hash();
});
afterEach(async () => undoAll());
afterAll(() => desk.end());

const all = caseTexts.filter(({ isRefused }) => !isRefused);
/** Every so many, in `npm test`. */
const every = Math.round(all.length / runs(all.length, 12));
const readable = all.filter((_, at) => at % every === 0);
const seed = process.env['HEDGEROW_SEED'] === undefined ? undefined : Number(process.env['HEDGEROW_SEED']);

/** Bad rows stay out. Out: null where the file as a whole is refused. */
async function bring(
  text: string,
  { file, choice }: Pick<CaseText, 'file' | 'choice'>,
): Promise<CallAnswer<'imports.confirm'> | null> {
  const files = [{ upload: desk.upload(text, file), ...choice }];
  const answer = await importHandlers['imports.confirm']({ files, skipBadRows: true }, desk.context());
  return answer.ok ? answer.value : null;
}

async function undoAll(order: 'first' | 'last' = 'first'): Promise<void> {
  for (;;) {
    const batches = await desk.ledger.read.batches();
    const next = order === 'first' ? batches[0] : batches.at(-1);
    if (next === undefined) return;
    await desk.undo(next.id);
  }
}

/** A random number generator that draws the same each time. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Heading, and rows that one can cut between: none over several lines. */
function tableOf(
  text: string,
): { readonly head: readonly string[]; readonly rows: readonly string[] } | null {
  const lines = text.split('\n');
  const widths = lines.map((line) => line.split(/[,;\t]/u).length);
  const header = widths.indexOf(Math.max(...widths));
  const rows = lines.slice(header + 1).filter((line) => line.trim() !== '');
  const isPlain = !text.startsWith('{') && rows.every((line) => (line.match(/"/gu)?.length ?? 0) % 2 === 0);
  return isPlain && rows.length >= 2 ? { head: lines.slice(0, header + 1), rows } : null;
}

/**
 * Of spans shorter than an hour the volume is stated by hours, and where no part has the whole hour nobody can state it
 * (docs/decisions/2026-11-23-rows-alone.md).
 */
const statesWholeHours = ({ name }: CaseText): boolean => name.includes('spans below an hour');

/** Two to four parts, each beginning at or before the row that the one before it ends with; in a random order. */
function overlappingParts(rows: readonly string[], draw: (below: number) => number): readonly string[][] {
  const ends = Array.from({ length: 1 + draw(3) }, () => draw(rows.length)).toSorted((a, b) => a - b);
  const starts = [0, ...ends.map((end) => end - draw(Math.min(3, end + 1)))];
  return starts
    .map((start, at) => rows.slice(start, (ends[at] ?? rows.length - 1) + 1))
    .toSorted(() => draw(3) - 1);
}

/**
 * Of equal rows those count that the file with the most of them has. Where no part has as many as the whole, files cannot
 * say that they are several.
 */
function haveAll(parts: readonly (readonly string[])[], rows: readonly string[]): boolean {
  const countIn = (some: readonly string[], row: string): number => some.filter((one) => one === row).length;
  return rows.every((row) => parts.some((part) => countIn(part, row) === countIn(rows, row)));
}

const rejected = (answer: CallAnswer<'imports.confirm'> | null): number =>
  answer?.files.reduce((sum, { lines }) => sum + lines.rejected, 0) ?? Infinity;

it('import, undo, import is the identity; so is the undo of overlapping files in any order', async () => {
  for (const one of readable) {
    const first = await bring(one.text, one);
    if (first === null) continue;
    await undoAll();
    expect([one.name, desk.ledger.hash()]).toEqual([one.name, empty]);
    const again = await bring(one.text, one);
    expect([one.name, again?.ledgerHash]).toEqual([one.name, first.ledgerHash]);
    await undoAll();
  }
  expect(await desk.ledger.read.recomputeHash()).toBe(empty);
}, 300_000);

it('each row as a file of its own, then the whole, is the whole', async () => {
  const differ: string[] = [];
  for (const one of readable) {
    const table = tableOf(one.text);
    if (table === null || table.rows.length > 40) continue;
    const whole = await bring(one.text, one);
    await undoAll();
    for (const row of table.rows) await bring([...table.head, row, ''].join('\n'), one);
    await bring(one.text, one);
    if (whole !== null && desk.ledger.hash() !== whole.ledgerHash) differ.push(one.name);
    await undoAll('last');
    expect([one.name, desk.ledger.hash()]).toEqual([one.name, empty]);
  }
  expect(differ).toEqual([]);
}, 600_000);

it('a file cut into overlapping parts gives the ledger of the whole, in any order, taken back and brought again', async () => {
  const draw = drawer(seed ?? 7);
  const differ: string[] = [];
  for (const one of readable) {
    const table = tableOf(one.text);
    if (table === null || statesWholeHours(one)) continue;
    const whole = await bring(one.text, one);
    if (whole === null) continue;
    await undoAll();
    const parts = overlappingParts(table.rows, draw);
    if (!haveAll(parts, table.rows)) continue;
    const files = parts.map((part) => [...table.head, ...part, ''].join('\n'));
    const brought = [];
    for (const file of files) brought.push(await bring(file, one));
    const batches = await desk.ledger.read.batches();
    const again = batches[draw(Math.max(1, batches.length))];
    if (again !== undefined) await desk.undo(again.id);
    for (const file of files) await bring(file, one);
    // A row that says nothing without the one above it (a fill below its order) is refused, and said.
    const isRead = brought.every((part) => rejected(part) <= rejected(whole));
    if (isRead && desk.ledger.hash() !== whole.ledgerHash) differ.push(one.name);
    await undoAll(draw(2) === 1 ? 'last' : 'first');
    expect([one.name, desk.ledger.hash()]).toEqual([one.name, empty]);
  }
  expect(differ).toEqual([]);
}, 600_000);

it('the order of files does not change the ledger', async () => {
  const draw = drawer(seed ?? 11);
  for (let run = 0; run < runs(40, 20); run++) {
    const some = Array.from({ length: 12 }, () => all[draw(all.length)]!);
    const hashes = new Set<string>();
    for (const order of [some, some.toReversed(), some.toSorted(() => draw(3) - 1)]) {
      for (const one of order) await bring(one.text, one);
      hashes.add(desk.ledger.hash());
      expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
      await undoAll(draw(2) === 1 ? 'last' : 'first');
      expect(desk.ledger.hash()).toBe(empty);
    }
    expect([some.map(({ name }) => name), [...hashes]]).toEqual([
      some.map(({ name }) => name),
      [...hashes].slice(0, 1),
    ]);
  }
}, 300_000);

it('one fill in two layouts is one event, whatever the order; a third that has it twice makes it two', async () => {
  const layouts = [
    `Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n${spotRow(1)}\n`,
    'Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin\n2025-01-01 00:01:00,BTCUSDT,BUY,90001,0.001,90.001,0.00001,BNB\n',
    `Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n${spotRow(1)}\n${spotRow(1)}\n`,
  ];
  const file = { file: 'spot.csv', choice: {} };
  const hashes: string[][] = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    for (const at of order) expect(await bring(layouts[at]!, file)).not.toBeNull();
    const after = [desk.ledger.hash(), String(await desk.ledger.read.eventCount())];
    const third = (await desk.ledger.read.batches()).find((_, at) => order[at] === 2);
    await desk.undo(third!.id);
    hashes.push([...after, desk.ledger.hash(), String(await desk.ledger.read.eventCount())]);
    expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
    await undoAll();
  }
  expect(hashes[0]).toMatchObject({ 1: '2', 3: '1' });
  expect(new Set(hashes.map((one) => one.join(' '))).size).toBe(1);
});
