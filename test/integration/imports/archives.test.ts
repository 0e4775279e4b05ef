/** Archives of exports: each file inside is one of its own. */
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipOf } from '../../../src/main/core/services/imports/zip.fixture.ts';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { exportedPieces } from '../ledger/ledger.fixture.ts';
import { type ImportDesk, must, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

it('the files of an archive are files of their own; what they share counts once', async () => {
  const archive = zipOf([
    { name: 'january.csv', content: spotFile(spotRow(1), spotRow(2)) },
    { name: 'february.csv', content: spotFile(spotRow(2), spotRow(3)) },
    { name: 'read me.pdf', content: '%PDF' },
  ]);
  const upload = desk.upload(archive, 'spot.zip');
  const { files } = await desk.preview({ upload });
  expect(files.map(({ file, new: added, already }) => [file, added, already])).toEqual([
    ['spot.zip/january.csv', 2, 0],
    ['spot.zip/february.csv', 1, 1],
  ]);
  const both = await desk.confirm(...files.map((one) => ({ upload: one.upload })));
  expect(both).toMatchObject({ added: 3, already: 1 });
  expect(both.batches.map(({ file }) => file)).toEqual(files.map(({ file }) => file));
  const gone = await importHandlers['imports.preview']({ files: [{ upload }] }, desk.context());
  expect(gone).toMatchObject({ ok: false, failure: { code: 'import/upload-unknown' } });
});

describe('a download in several parts is one file: identical rows of two parts are two', () => {
  const parts = [spotFile(spotRow(1), spotRow(2)), spotFile(spotRow(2), spotRow(3))] as const;
  const whole = spotFile(spotRow(1), spotRow(2), spotRow(2), spotRow(3));
  const nameOf = (part: number): string => `Binance-Spot-Trade-History-202401010000-part${part}-of2.csv`;
  let hashOfWhole: string;
  let empty: string;
  beforeEach(async () => {
    empty = desk.ledger.hash();
    hashOfWhole = (await desk.bring(whole, 'whole.csv')).ledgerHash;
    await undoAll();
  });

  async function undoAll(): Promise<void> {
    for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
    expect(desk.ledger.hash()).toBe(empty);
    expect(await desk.ledger.read.recomputeHash()).toBe(empty);
  }

  it.each([
    ['of one archive', 'all.zip'],
    ['of an archive with numbers alone', 'numbers.zip'],
  ])('%s', async (_, zip) => {
    const name = (part: number): string => (zip === 'all.zip' ? nameOf(part) : `part-0000${part}-c000.csv`);
    const archive = zipOf(parts.map((content, at) => ({ name: name(at + 1), content })));
    const first = await desk.confirm({ upload: desk.upload(archive, zip) });
    expect(first).toMatchObject({ added: 4, already: 0, ledgerHash: hashOfWhole });
    expect(await desk.confirm({ upload: desk.upload(archive, zip) })).toMatchObject({
      added: 0,
      batches: [],
    });
    await undoAll();
  });

  it.each([[[1, 2]], [[2, 1]]])(
    'in files of their own, in any order, beside the whole: %s',
    async (order) => {
      for (const part of order) await desk.bring(parts[part - 1]!, nameOf(part));
      expect(desk.ledger.hash()).toBe(hashOfWhole);
      for (const part of order)
        expect(await desk.bring(parts[part - 1]!, nameOf(part))).toMatchObject({ added: 0, batches: [] });
      expect(await desk.bring(whole, 'whole.csv')).toMatchObject({ added: 0, already: 4 });
      expect(desk.ledger.hash()).toBe(hashOfWhole);
      await undoAll();
    },
  );

  it('the undo of one part leaves the other as if it had come alone', async () => {
    await desk.bring(parts[1], nameOf(2));
    const alone = desk.ledger.hash();
    await undoAll();
    const { batches } = await desk.bring(parts[0], nameOf(1));
    await desk.bring(parts[1], nameOf(2));
    await desk.undo(batches[0]!.id);
    expect(desk.ledger.hash()).toBe(alone);
    expect(await desk.bring(whole, 'whole.csv')).toMatchObject({ added: 2 });
    expect(desk.ledger.hash()).toBe(hashOfWhole);
    await undoAll();
  });
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
  const pieces = await exportedPieces(desk.ledger);
  const other = await openDesk();
  try {
    const zipped = Buffer.concat(pieces.map((piece) => gzipSync(piece)));
    const files = [{ upload: other.upload(zipped, 'export.jsonl.gz') }];
    expect((await other.preview(...files)).files).toMatchObject([
      { format: 'hedgerow-export', problems: [], rows: 3, new: 3, lines: { imported: 3, rejected: 0 } },
    ]);
    const beside = [...files, { upload: other.upload(spotFile(spotRow(5))) }];
    expect((await other.preview(...beside)).files[0]?.problems).toMatchObject([
      { code: 'ledger/export-beside' },
    ]);
    expect(
      await importHandlers['imports.confirm']({ files: beside, skipBadRows: true }, other.context()),
    ).toMatchObject({ ok: false, failure: { code: 'ledger/export-beside' } });
    const damaged = Buffer.from(zipped).subarray(0, -20);
    for (const content of [damaged, zipped.with(40, 1)]) {
      const bad = [{ upload: other.upload(content, 'export.jsonl.gz') }];
      const refused = await importHandlers['imports.confirm'](
        { files: bad, skipBadRows: false },
        other.context(),
      );
      expect(refused).toMatchObject({ ok: false });
    }
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

it('rows of all pieces of an export are told, and what unpacks beyond measure is damaged', async () => {
  const rows = Array.from({ length: 3 }, (_, at) => `["${at}"]`);
  const text = [
    '{"hedgerow":"full export"}',
    '{"table":"event","columns":[]}',
    ...rows,
    '{"seal":"a"}',
    ...rows,
    '',
  ];
  const upload = desk.upload(text.join('\n'), 'export.jsonl');
  expect((await desk.preview({ upload })).files).toMatchObject([{ rows: 6 }]);
  const bomb = Buffer.concat([gzipSync('{"hedgerow":"full export"}\n'), gzipSync('\n'.repeat(50_000_000))]);
  const files = [{ upload: desk.upload(bomb, 'export.jsonl.gz') }];
  const answer = await importHandlers['imports.confirm']({ files, skipBadRows: false }, desk.context());
  expect(answer).toMatchObject({ ok: false, failure: { code: 'ledger/export-damaged' } });
});

it('a ledger that holds a setting alone is not empty: the preview says what the import will', async () => {
  const pieces = await exportedPieces(desk.ledger);
  must(await desk.ledger.write.saveSetting('x', '1', desk.context().clock));
  const files = [{ upload: desk.upload(pieces.join(''), 'export.jsonl') }];
  expect((await desk.preview(...files)).files[0]?.problems).toMatchObject([{ code: 'ledger/not-empty' }]);
  const answer = await importHandlers['imports.confirm']({ files, skipBadRows: false }, desk.context());
  expect(answer).toMatchObject({ ok: false, failure: { code: 'ledger/not-empty' } });
});

it('a workbook beside a table is told of; the table alone is imported', async () => {
  const archive = zipOf([
    { name: 'a.csv', content: spotFile(spotRow(1)) },
    { name: 'fees.xlsx', content: 'x' },
  ]);
  const { files } = await desk.preview({ upload: desk.upload(archive, 'a.zip') });
  expect(files.map(({ file, problems }) => [file, problems.map(({ code }) => code)])).toEqual([
    ['a.zip/a.csv', []],
    ['a.zip/fees.xlsx', ['import/workbook']],
  ]);
  const chosen = await desk.preview({ upload: files[1]!.upload });
  expect(chosen.files[0]?.problems).toMatchObject([{ code: 'import/workbook' }]);
  expect(await desk.confirm({ upload: files[0]!.upload })).toMatchObject({ added: 1 });
});

it('archives that are small but large inside share the room with all that waits', async () => {
  const { session } = desk;
  Object.assign(session, { uploads: new UploadStore({ bytesPerFile: 1_000_000, bytesInAll: 30_000 }) });
  const archive = zipOf([{ name: 'a.csv', content: 'Date(UTC)'.repeat(2000) }]);
  const uploads = ['1.zip', '2.zip'].map((name) => desk.upload(archive, name));
  const codes = [];
  for (const upload of uploads)
    codes.push((await desk.preview({ upload })).files.map(({ problems }) => problems[0]?.code));
  expect(codes).toEqual([['import/unknown-format'], ['import/zip-too-large']]);
});
