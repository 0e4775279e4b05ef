import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.fixture.ts';

const header = 'Time,Kind,Account,Received Asset,Received Quantity,Note';
const note = fc.string({
  unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r\n', ' ', 'č', '€', '𝄞', '\t'),
  maxLength: 12,
});
const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const row = fc
  .tuple(fc.integer({ min: 1, max: 28 }), note)
  .map(
    ([day, text]) => `2025-01-${String(day).padStart(2, '0')} 00:00:00,deposit,A,BTC,${day},${csvCell(text)}`,
  );
const file = fc
  .tuple(
    fc.array(row, { maxLength: 8 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.constantFrom('utf8', 'utf16le'),
  )
  .map(([rows, newline, ends, encoding]) => {
    const text = [header, ...rows].join(newline) + (ends ? newline : '');
    return {
      rows: rows.length,
      bytes: Buffer.from(encoding === 'utf8' ? text : `\u{FEFF}${text}`, encoding as BufferEncoding),
    };
  });

describe('reading in slices', () => {
  it('gives the same however the file is cut', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 60 }), ({ rows, bytes }, sliceBytes) => {
        const whole = readText(bytes);
        const sliced = readText(bytes, { sliceBytes });
        expect(whole.problemLines).toEqual([]);
        expect(whole.events).toHaveLength(rows);
        expect(sliced.drafts).toEqual(whole.drafts);
        expect(sliced.rows).toBe(whole.rows);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same problems however a damaged file is cut', () => {
    const damaged = fc
      .array(fc.constantFrom('a', 'b', 'c', ',', '"', '\n', '\r', ';'), { maxLength: 60 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 20 }), (text, sliceBytes) => {
        const bytes = Buffer.from(`${header}\n${text}`);
        expect(readText(bytes, { sliceBytes }).problemLines).toEqual(readText(bytes).problemLines);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the text and the line of each row', () => {
    const lines = [
      header,
      '2025-01-01 00:00:00,deposit,A,BTC,1,"two\nlines"',
      '2025-01-02 00:00:00,deposit,A,BTC,2,one',
    ];
    const read = readText(lines.join('\n'));
    expect(read.drafts.map(({ line, raw }) => [line, raw])).toEqual([
      [2, lines[1]],
      [4, lines[2]],
    ]);
  });
});

it('the decimal mark is decided over the whole file, not over its beginning', () => {
  const rows = Array.from(
    { length: 150 },
    (_, at) => `2025-01-01 00:00:${String(at % 60).padStart(2, '0')};deposit;A;BTC;${at + 1};`,
  );
  const read = (...amounts: readonly string[]): ReturnType<typeof readText> => {
    const last = amounts.map((amount) => `2025-01-02 00:00:00;deposit;A;BTC;${amount};`);
    return readText(Buffer.from([header.replaceAll(',', ';'), ...rows, ...last, ''].join('\n')));
  };
  const { events, problemLines } = read('0,5', '1,234');
  expect(problemLines).toEqual([]);
  expect(events.at(-1)).toContain('1.234');
  // A thousand, or one and a bit: asked.
  expect(read('1,234').failure).toBe('import/decimal-mark-unknown');
  expect(read('0,5', '0.5').failure).toBe('import/decimal-mark-mixed');
});

/** Source: review of issue 7 (screens 11). */
it.each([
  [
    'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n7,x,Spot,Deposit,USDT,zz,\n7,2025-02-01 10:00:00,Spot,Deposit,,5,\n',
    ['UTC_Time', 'Change', 'Coin'],
  ],
  [
    'Date(UTC),Pair,Side,Price,Executed,Amount,Fee\nx,BTCUSDT,BUY,abc,0.1BTC,5000USDT,0.0001BTC\n',
    ['Date(UTC)', 'Price'],
  ],
])('messages call columns as the file does: %#', (text, columns) => {
  const said = readText(text).problems.map(({ failure }) => /column "([^"]*)"/u.exec(failure.message)?.[1]);
  expect(new Set(said)).toEqual(new Set(columns));
});
