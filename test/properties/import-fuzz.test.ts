/**
 * Files that were damaged in every way that comes to mind, made from every file of every case: no crash, no hang, nothing
 * partly stored. At least twenty thousand in `npm run torture`; `HEDGEROW_SEED=…` draws others.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ArrivingRows } from '../../src/main/core/services/imports/arriving-rows.ts';
import { rowHasher } from '../../src/main/core/services/imports/identify.ts';
import { importHandlers } from '../../src/main/core/services/imports/import-handlers.ts';
import { openUpload } from '../../src/main/core/services/imports/open-upload.ts';
import { readRows } from '../../src/main/importers/read-export.ts';
import { instantFromIso } from '../../src/shared/time/instant.ts';
import { caseTexts, type CaseText } from '../integration/imports/case-texts.fixture.ts';
import { type ImportDesk, openDesk } from '../integration/imports/import-desk.fixture.ts';
import { runs } from '../runs.ts';

const now = instantFromIso('2026-11-22T12:00:00Z');
/** Of the processor: others on the machine do not count. */
const limitMs = 2000;

let state = Number(process.env['HEDGEROW_SEED'] ?? 20_261_123) >>> 0;
function draw(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

function oneOf<T>(list: readonly T[]): T {
  return list[draw(list.length)] as T;
}

const bits = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\u0000',
  '\uFEFF',
  '-',
  '.',
  '1e999',
  'NaN',
  '∞',
  '{',
  '[',
  '=',
];
const cells = [
  '',
  ' ',
  '0',
  '-0',
  '9'.repeat(40),
  '1e30',
  '0.0000000000000000001',
  '2026-13-45 25:61:61',
  'LUNA',
  '__proto__',
  '"',
  "'",
  '−1',
  '1,000.5',
  '١٢',
];

type Damage = (text: string) => string;
const damages: readonly Damage[] = [
  (text) => text.slice(0, draw(text.length + 1)),
  (text) => text.slice(draw(text.length + 1)),
  (text) => inserted(text, oneOf(bits)),
  (text) => without(text, 1 + draw(20)),
  (text) => ofLines(text, (lines) => lines.splice(draw(lines.length), 1)),
  (text) => ofLines(text, (lines) => lines.splice(draw(lines.length), 0, oneOf(lines))),
  (text) => ofLines(text, (lines) => lines.reverse()),
  (text) => ofLines(text, (lines) => lines.push(...lines)),
  (text) => ofCells(text, (row) => (row[draw(row.length)] = oneOf(cells))),
  (text) => ofCells(text, (row) => row.splice(draw(row.length), 1)),
  (text) => ofCells(text, (row) => row.splice(draw(row.length), 0, oneOf(cells))),
  (text) => ofCells(text, (row) => (row[draw(row.length)] = oneOf(row))),
  (text) => text.replaceAll('\n', oneOf(['\r\n', '\r', '\n\n'])),
  (text) => text.replaceAll(',', oneOf([';', '\t', ',,'])),
  (text) => text + oneOf(caseTexts).text,
  (text) => inserted(text, oneOf(bits).repeat(1 + draw(2000))),
];

function inserted(text: string, what: string): string {
  const at = draw(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function without(text: string, count: number): string {
  const at = draw(text.length + 1);
  return text.slice(0, at) + text.slice(at + count);
}

function ofLines(text: string, change: (lines: string[]) => unknown): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

function ofCells(text: string, change: (row: string[]) => unknown): string {
  return ofLines(text, (lines) => {
    const at = draw(lines.length);
    const row = (lines[at] ?? '').split(',');
    change(row);
    lines[at] = row.join(',');
  });
}

function damaged({ text }: CaseText): Uint8Array {
  let changed = text;
  for (let times = 1 + draw(3); times > 0; times--) changed = oneOf(damages)(changed);
  const bytes = Buffer.from(changed, oneOf(['utf8', 'utf8', 'utf8', 'utf16le', 'latin1'] as const));
  if (draw(4) === 0 && bytes.length > 0) bytes[draw(bytes.length)] = draw(256);
  return bytes;
}

/** Reads it as an import does, and stores nothing. */
function readAlone({ file, choice }: CaseText, bytes: Uint8Array): void {
  const opened = openUpload({ id: 'fuzz', file, bytes }, choice, []);
  if (!opened.ok) return;
  const of = opened.value;
  const found = new ArrivingRows(rowHasher(of.opened, of.account.id));
  const steps = readRows(
    of.opened,
    { account: of.account, zone: of.zone.zone, now },
    found,
    undefined,
    found.lines,
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  if (!step.value.ok) return;
  for (const { draft } of found.drafts) found.lines.imported(draft.line);
  for (const { line } of [...found.prices, ...found.observations]) found.lines.imported(line);
  const { total, ignored, ...counts } = found.lines.counts(step.value.value.lines);
  const sum = [...Object.values(counts), ...ignored.map(({ count }) => count)].reduce((a, b) => a + b, 0);
  expect(sum).toBe(total);
  expect(counts.notRows).toBeGreaterThanOrEqual(0);
}

/** What is to be told of a file that breaks something: enough to make a case of it. */
function told(one: CaseText, bytes: Uint8Array, error: unknown): Error {
  const text = Buffer.from(bytes).toString().slice(0, 2000);
  return new Error(`${one.name}\n${JSON.stringify(text)}`, { cause: error });
}

it('no damaged file crashes or hangs its reader, and every line of it is accounted for', () => {
  for (let run = 0; run < runs(20_000, 20); run++) {
    const one = oneOf(caseTexts);
    const bytes = damaged(one);
    const from = process.cpuUsage();
    try {
      readAlone(one, bytes);
    } catch (error) {
      throw told(one, bytes, error);
    }
    const { user, system } = process.cpuUsage(from);
    if ((user + system) / 1000 > limitMs) throw told(one, bytes, 'slow');
  }
}, 1_200_000);

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

it('whatever a damaged file does to an import, the ledger holds all of it or nothing', async () => {
  const empty = desk.ledger.hash();
  for (let run = 0; run < runs(2000, 40); run++) {
    const one = oneOf(caseTexts);
    const bytes = damaged(one);
    const files = [{ upload: desk.upload(bytes, one.file), ...one.choice }];
    try {
      await importHandlers['imports.preview']({ files }, desk.context());
      expect(desk.ledger.hash()).toBe(empty);
      const answer = await importHandlers['imports.confirm'](
        { files, skipBadRows: draw(2) === 0 },
        desk.context(),
      );
      if (!answer.ok) {
        expect(desk.ledger.hash()).toBe(empty);
        expect(await desk.ledger.read.eventCount()).toBe(0);
      }
      expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
      for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
      expect(desk.ledger.hash()).toBe(empty);
    } catch (error) {
      throw told(one, bytes, error);
    }
  }
}, 1_200_000);
