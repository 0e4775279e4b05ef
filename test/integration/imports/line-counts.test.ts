/** Every line of every case is accounted for, and rows are known again by their text. */
import { expect, it } from 'vitest';
import { ArrivingRows } from '../../../src/main/core/services/imports/arriving-rows.ts';
import { rowHasher } from '../../../src/main/core/services/imports/identify.ts';
import type { LineCounts } from '../../../src/main/core/services/imports/line-book.ts';
import { openUpload } from '../../../src/main/core/services/imports/open-upload.ts';
import { readRows } from '../../../src/main/importers/read-export.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { caseTexts, type CaseText } from './case-texts.fixture.ts';
import { openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

const now = instantFromIso('2026-11-22T12:00:00Z');
const readable = caseTexts.filter(({ isRefused }) => !isRefused);

/** null where the file as a whole is refused. */
function readCase({
  file,
  text,
  choice,
}: CaseText): { readonly found: ArrivingRows; readonly lines: number } | null {
  const bytes = new TextEncoder().encode(text);
  const opened = openUpload({ id: 'case', file, bytes }, choice);
  if (!opened.ok) return null;
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
  if (!step.value.ok) return null;
  for (const { draft } of found.drafts) found.lines.imported(draft.line);
  for (const { line } of [...found.prices, ...found.observations]) found.lines.imported(line);
  return { found, lines: step.value.value.lines };
}

function sumOf({ total: _, ignored, ...counts }: LineCounts): number {
  const rest = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return rest + ignored.reduce((sum, { count }) => sum + count, 0);
}

it('no row is passed over in silence, and the counts add up to the lines', () => {
  const silent = readable.flatMap((one) => {
    const read = readCase(one);
    if (read === null) return [];
    const { found, lines } = read;
    const counts = found.lines.counts(lines);
    const isJson = /^\s*[[{]/u.test(one.text);
    if (!isJson) expect([one.name, counts.total]).toEqual([one.name, one.text.split(/\r\n|\n|\r/u).length]);
    expect([one.name, sumOf(counts)]).toEqual([one.name, counts.total]);
    return found.lines.unaccounted().map((line) => `${one.name}, line ${line}`);
  });
  expect(silent).toEqual([]);
});

it('rows of one text state the same: what an event is made of stands in its row', () => {
  const wrong = readable.flatMap((one) => {
    const keys = new Map<string, string>();
    return (readCase(one)?.found.drafts ?? []).flatMap(({ textHash, rowHash, draft }) => {
      const before = keys.get(textHash) ?? rowHash;
      keys.set(textHash, rowHash);
      return before === rowHash ? [] : [`${one.name}, line ${draft.line}`];
    });
  });
  expect(wrong).toEqual([]);
});

it('the report of an import counts each line once: new, known, bad, ignored, blank, over several lines', async () => {
  const desk = await openDesk();
  try {
    await desk.bring(spotFile(spotRow(1)), 'first.csv');
    const rows = [spotRow(1), spotRow(2), '', spotRow(3).replace('BUY', 'HOLD'), `"${spotRow(4)}\n"`];
    const upload = desk.upload(spotFile(...rows), 'second.csv');
    const [shown] = (await desk.preview({ upload })).files;
    expect(shown?.lines).toMatchObject({ total: 7, already: 1, notRows: 2 });
    expect(sumOf(shown!.lines)).toBe(7);
    expect(desk.ledger.hash()).toBe(await desk.ledger.read.recomputeHash());
  } finally {
    await desk.end();
  }
});
