/** Files that are empty, damaged, hostile or something else altogether: each a clear answer, none a crash. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errors } from '../../../src/shared/errors/errors.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

const header = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
const good = '2025-03-01 00:00:01,BTCUSDT,BUY,80000,0.001BTC,80USDT,0BNB';
const event = (line: number): string => `${line} 2025-03-01T00:00:01Z buy: +0.001 BTC, -80 USDT`;

describe('files as a whole', () => {
  it.each([
    ['empty', '', 'import/empty-file'],
    ['blank lines', '\n\n  \n', 'import/empty-file'],
    ['only a mark of byte order', '\u{FEFF}', 'import/empty-file'],
    ['a zip or a workbook', 'PK\u0003\u0004rest', 'import/not-text'],
    ['a PDF', '%PDF-1.7 rest', 'import/not-text'],
    ['binary', 'abc\u0000\u0001\u0002def', 'import/not-text'],
    ['another table', 'a,b,c\n1,2,3\n', 'import/unknown-format'],
    [
      'an export that another one says better',
      'agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n',
      'import/known-unread',
    ],
    ['no table', 'Dear Sir or Madam\n', 'import/unknown-format'],
    ['the header without a column', `${header.replace(',Fee', '')}\n${good}\n`, 'import/unknown-format'],
    ['the header with a column more', `${header},Referrer\n${good},x\n`, 'import/unknown-format'],
    ['a column twice', `${header},Fee\n${good},0BNB\n`, 'import/duplicate-columns'],
    ['names of object members', '__proto__,constructor,toString\n1,2,3\n', 'import/unknown-format'],
    ['ours with unknown columns', 'Time,Kind,Account,__proto__\n', 'import/unknown-columns'],
    ['ours with a column twice', 'Time,Kind,Account,Note,note\n', 'import/duplicate-columns'],
    [
      '300 columns',
      `${Array.from({ length: 300 }, (_, n) => `c${n}`).join(',')}\n`,
      'import/too-many-columns',
    ],
  ])('%s', (_, content, code) => {
    const read = readText(content);
    expect(read.failure).toBe(code);
    expect(read.message).toMatch(/Nothing was imported\.$/u);
  });

  it('names what it does not know', () => {
    expect(readText('Time,Kind,Account,Bananas,Time Of Day\n').message).toContain('"bananas", "time of day"');
    expect(readText(`${header},Fee\n`).message).toContain('"fee"');
    expect(readText('a,b,c\n').message).toContain('(a,b,c)');
  });

  it('a header without rows has no events', () => {
    expect(readText(`${header}\n`)).toMatchObject({ failure: null, rows: 0, events: [], problems: [] });
  });

  it('a chosen format that does not fit is refused', () => {
    expect(readText(`${header}\n`, { format: 'coinbase' }).failure).toBe('import/format-does-not-fit');
    expect(readText(`${header}\n`, { format: 'nonsense' }).failure).toBe('import/unknown-choice');
    expect(readText(`${header}\n`, { format: 'binance-spot' }).failure).toBeNull();
  });

  it('every code has its words', () => {
    for (const [code, { message, fix }] of Object.entries(errors).filter(([name]) =>
      name.startsWith('import/'),
    )) {
      expect(`${code}: ${message}`).toMatch(/: [A-Z"{].*\.$/u);
      expect(`${code}: ${fix}`).toMatch(/: (?:[A-Z].*\.|\{instead\})$/u);
    }
  });
});

describe('encodings and line ends', () => {
  const text = `${header}\r\n${good}\r\n`;
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\u{FEFF}${text}`)],
    ['UTF-16 as Excel writes it', Buffer.from(`\u{FEFF}${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\u{FEFF}${text}`, 'utf16le').swap16()],
    ['old Mac line ends', Buffer.from(`${header}\r${good}\r`)],
    ['no line end at the end', Buffer.from(`${header}\n${good}`)],
    ['blank lines between', Buffer.from(`\n\n${header}\n\n,,,,,,\n${good}\n\n`)],
    ['a mark before every cell', Buffer.from(`${header}\n${good}`.replaceAll(/(^|,|\n)/gu, '$1\u{FEFF}'))],
  ])('%s', (_, bytes) => {
    expect(readText(bytes)).toMatchObject({ failure: null, rows: 1, problems: [] });
  });
});

describe('rows', () => {
  it('a truncated last row costs itself only', () => {
    const read = readText(`${header}\n${good}\n${good.slice(0, 40)}`);
    expect(read.events).toEqual([event(2)]);
    expect(read.problemLines).toEqual(['3 error import/row-width']);
    expect(read.problems[0]).toMatchObject({ raw: good.slice(0, 40) });
  });

  it('a quotation mark that is never closed costs its row only', () => {
    const read = readText(`${header}\n${good.replace('BTCUSDT', '"BTCUSDT')}\n${good}\n${good}\n`);
    expect(read.problemLines).toEqual(['2 error import/quote-not-closed']);
    expect(read.events).toEqual([event(3), event(4)]);
  });

  it('twenty decimals are named, never rounded', () => {
    const read = readText(`${header}\n${good.replace('0.001BTC', '0.00100000000000000001BTC')}\n`);
    expect(read.events).toEqual([]);
    expect(read.problems[0]?.failure.message).toContain('"0.00100000000000000001"');
    expect(read.problems[0]?.failure.message).toContain('20 decimals');
    const zeros = readText(`${header}\n${good.replace('0.001BTC', '0.00100000000000000000BTC')}\n`);
    expect(zeros.events).toEqual([event(2)]);
  });

  it('a cell and a row beyond all measure', () => {
    const long = readText(`${header}\n${good.replace('0BNB', `${'9'.repeat(9000)}BNB`)}\n${good}\n`);
    expect(long.problemLines).toEqual(['2 error import/field-too-long']);
    expect(long.events).toEqual([event(3)]);
    const longer = readText(`${header}\n${'x'.repeat(3_000_000)}\n${good}\n`);
    expect(longer.problemLines).toEqual(['2 error import/row-too-long']);
    expect(longer.events).toEqual([event(3)]);
    expect(longer.problems[0]?.raw.length).toBeLessThan(300);
  });

  it('the time may be a day ahead, for clocks and zones, and no more', () => {
    const at = (time: string): string => good.replace('2025-03-01 00:00:01', time);
    const read = readText(`${header}\n${at('2026-11-23 11:59:59')}\n${at('2026-11-23 12:00:01')}\n`);
    expect(read.problemLines).toEqual(['3 error import/time-in-future']);
    expect(read.events).toHaveLength(1);
  });
});

describe('ten megabytes of spite', () => {
  const megabytes = (text: string): string => text.repeat(Math.ceil((10 * 1024 * 1024) / text.length));
  it.each([
    ['quotes on one line', megabytes('"')],
    ['quotes, a line of 60 KB each', megabytes(`${'"'.repeat(60_000)}\n`)],
    ['an odd quote on every line', megabytes(`"${good}\n`)],
    ['blanks behind quotes', megabytes(`"${' '.repeat(30_000)}"x\n`)],
    ['quotes and commas', megabytes(`${'",'.repeat(20_000)}\n`)],
    ['commas', megabytes(`${','.repeat(50_000)}x\n`)],
    ['short lines', 'a\n'.repeat(500_000)],
    ['digits', megabytes(`${good.replace('80000', '9'.repeat(5000))}\n`)],
    ['brackets and signs', megabytes(`${good.replace('80000', '(-'.repeat(3000))}\n`)],
  ])('%s: answered in time, without a crash', (_, spite) => {
    const before = performance.now();
    const read = readText(`${header}\n${spite}`);
    expect(read.failure).toBeNull();
    expect(read.events).toEqual([]);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

describe('any text at all', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      ...good.split(','),
      '',
      '"',
      '""',
      '-1',
      '1e999',
      '1e-999',
      '__proto__',
      '=1+1',
      '\u{FEFF}',
      'NaN',
      '0x10',
      '(1)',
      '1,5',
      '٣',
      '2025-13-01 00:00:00',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  const headers = [
    header,
    'Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin',
    'Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID',
    'Time,Type,Amount,Asset,Symbol,Transaction ID',
    'Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees),Fees,Notes',
    'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity,Price,Asset,Contract',
  ];
  it('makes events or problems of every row, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...headers),
        fc.constantFrom(',', ';', '\t'),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), { maxLength: 8 }),
        (columns, delimiter, table) => {
          const rows = table.map((cells) => cells.join(delimiter));
          const read = readText([columns.replaceAll(',', delimiter), ...rows].join('\n'));
          if (read.failure !== null) {
            expect(read.failure).toMatch(/^import\/decimal-mark-/u);
            return;
          }
          const told = new Set([
            ...read.drafts.map(({ line }) => line),
            ...read.problems.map(({ line }) => line),
          ]);
          const priced = read.prices.map((price) => Number(price.split(' ')[0]));
          expect(told.size + priced.filter((line) => !told.has(line)).length).toBeGreaterThanOrEqual(
            Math.min(read.rows, 1),
          );
          for (const draft of read.drafts) {
            expect(
              read.problems.some(({ line, severity }) => line === draft.line && severity === 'error'),
            ).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
  it('any bytes are answered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readText(bytes)),
      { numRuns: 500 },
    );
  });
});
