import { expect, test } from 'vitest';
import { isWorkbook, isZip, unpackZip, zipCaps } from './unpack-zip.ts';
import { type ZipPart, zipOf } from './zip.fixture.ts';

async function outcome(
  parts: readonly ZipPart[],
  caps = zipCaps as Parameters<typeof unpackZip>[2],
): Promise<unknown> {
  const found = await unpackZip('a.zip', zipOf(parts), caps);
  return found.ok
    ? found.value.map(({ file, bytes }) => `${file}: ${Buffer.from(bytes).toString()}`)
    : found.failure.code;
}

test('tables come out under the name of the archive; what else is inside is passed over', async () => {
  const parts = [
    'part-00000.csv',
    'deep/part-00001.csv',
    '__MACOSX/part.csv',
    '.DS_Store',
    'read me.pdf',
    'deep/',
  ];
  expect(await outcome(parts.map((name) => ({ name, content: 'a,b' })))).toEqual([
    'a.zip/part-00000.csv: a,b',
    'a.zip/deep/part-00001.csv: a,b',
  ]);
});

test.each([
  ['nothing inside', [], 'import/zip-empty'],
  ['a password', [{ name: 'a.csv', content: 'a', isEncrypted: true }], 'import/zip-encrypted'],
  ['a file packed too tightly', [{ name: 'a.csv', content: 'a'.repeat(2_000_000) }], 'import/zip-too-large'],
  [
    'a file larger than it says',
    [{ name: 'a.csv', content: 'abc'.repeat(99), statedSize: 10 }],
    'import/zip-damaged',
  ],
  ['a file out of the archive', [{ name: '../a.csv', content: 'a' }], 'import/zip-damaged'],
] as const)('%s is refused', async (_, parts, code) => {
  expect(await outcome(parts)).toBe(code);
});

test('workbooks and archives inside are named, whatever they are called; the tables beside them come out', async () => {
  const workbook = zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]);
  const found = await unpackZip(
    'a.zip',
    zipOf([
      { name: 'a.csv', content: 'a' },
      { name: 'fees.xlsx', content: workbook },
      { name: 'trades 2024.xls', content: 'x' },
      { name: 'b.csv', content: workbook },
      { name: 'c.csv.gz', content: 'x' },
      { name: 'd.zip', content: zipOf([{ name: 'a.csv', content: 'a' }]) },
    ]),
  );
  expect(found.ok && found.value.map(({ file, refusal }) => [file, refusal?.code])).toEqual([
    ['a.zip/a.csv', undefined],
    ['a.zip/fees.xlsx', 'import/workbook'],
    ['a.zip/trades 2024.xls', 'import/workbook'],
    ['a.zip/b.csv', 'import/workbook'],
    ['a.zip/c.csv.gz', 'import/zip-nested'],
    ['a.zip/d.zip', 'import/zip-nested'],
  ]);
});

test('too many files and too many bytes are refused before they are unpacked', async () => {
  const parts = ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name, content: 'abc' }));
  expect(await outcome(parts, { ...zipCaps, entries: 2 })).toBe('import/zip-too-large');
  expect(await outcome(parts, { ...zipCaps, bytes: 8 })).toBe('import/zip-too-large');
});

test('a hundred files are read and one more is not; rows that are all alike are no bomb', async () => {
  const named = (count: number): { readonly name: string; readonly content: string }[] =>
    Array.from({ length: count }, (_, at) => ({ name: `${at}.csv`, content: 'a' }));
  expect(await outcome(named(100))).not.toBe('import/zip-too-large');
  expect(await outcome(named(101))).toBe('import/zip-too-large');
  const rows = Array.from({ length: 40_000 }, (_, at) => {
    const time = new Date(1_700_000_000_000 + at * 60_000).toISOString().slice(0, 19);
    return `7,${time},Spot,Distribution,USDT,0.00000001,`;
  }).join('\n');
  expect(await outcome([{ name: 'a.csv', content: rows }])).not.toBe('import/zip-too-large');
  expect(await outcome([{ name: 'a.csv', content: '0'.repeat(rows.length) }])).toBe('import/zip-too-large');
});

test('an archive cut anywhere is damaged, and never a crash', async () => {
  const whole = zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n' }]);
  for (let length = 4; length < whole.length; length++) {
    const found = await unpackZip('a.zip', whole.subarray(0, length));
    expect(found).toMatchObject({ ok: false });
  }
});

test('workbooks are known by what is inside, not by their name', () => {
  const workbook = zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ]);
  expect(isWorkbook(workbook)).toBe(true);
  expect(isWorkbook(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe(true);
  const archive = zipOf([{ name: 'a.csv', content: 'a' }]);
  expect([isZip(archive), isWorkbook(archive), isWorkbook(Buffer.from('PK,a'))]).toEqual([
    true,
    false,
    false,
  ]);
});
