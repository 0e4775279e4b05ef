/** Archives of exports: each file inside is one of its own. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { zipOf } from '../../../src/main/core/services/imports/zip.fixture.ts';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import { type ImportDesk, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

it('the parts of an export come as files of their own; what they share counts once', async () => {
  const archive = zipOf([
    { name: 'part-00000.csv', content: spotFile(spotRow(1), spotRow(2)) },
    { name: 'part-00001.csv', content: spotFile(spotRow(2), spotRow(3)) },
    { name: 'read me.pdf', content: '%PDF' },
  ]);
  const upload = desk.upload(archive, 'spot.zip');
  const { files } = await desk.preview({ upload });
  expect(files.map(({ file, new: added, already }) => [file, added, already])).toEqual([
    ['spot.zip/part-00000.csv', 2, 0],
    ['spot.zip/part-00001.csv', 1, 1],
  ]);
  const both = await desk.confirm(...files.map((one) => ({ upload: one.upload })));
  expect(both).toMatchObject({ added: 3, already: 1 });
  expect(both.batches.map(({ file }) => file)).toEqual(files.map(({ file }) => file));
  const gone = await importHandlers['imports.preview']({ files: [{ upload }] }, desk.context());
  expect(gone).toMatchObject({ ok: false, failure: { code: 'import/upload-unknown' } });
});

it('a workbook is refused with what to do, although it is called .csv', async () => {
  const workbook = zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]);
  const upload = desk.upload(workbook, 'trades.csv');
  const { files } = await desk.preview({ upload });
  expect(files[0]?.problems).toMatchObject([{ code: 'import/workbook' }]);
  const answer = await importHandlers['imports.confirm'](
    { files: [{ upload }], skipBadRows: true },
    desk.context(),
  );
  expect(answer).toMatchObject({ ok: false, failure: { code: 'import/workbook' } });
});

it('a full export imports into an empty ledger with the same hash, and into no other', async () => {
  await desk.bring(spotFile(spotRow(1), spotRow(1), spotRow(2)));
  const pieces: string[] = [];
  for await (const piece of desk.ledger.read.exported()) pieces.push(piece);
  const other = await openDesk();
  try {
    const files = [{ upload: other.upload(pieces.join(''), 'export.jsonl') }];
    expect((await other.preview(...files)).files).toMatchObject([{ format: 'hedgerow-export', problems: [] }]);
    expect(await other.confirm(...files)).toMatchObject({ added: 3, ledgerHash: desk.ledger.hash() });
    expect(await other.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
    const again = await importHandlers['imports.confirm'](
      { files: [{ upload: other.upload(pieces.join(''), 'export.jsonl') }], skipBadRows: false },
      other.context(),
    );
    expect(again).toMatchObject({ ok: false, failure: { code: 'ledger/not-empty' } });
  } finally {
    await other.end();
  }
});
