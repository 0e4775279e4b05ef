import { expect, test } from 'vitest';
import { money } from '../../../shared/num/parse.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { blank, cell, rowsOf } from '../report-document.ts';
import type { ReportDocument, ReportHead, ReportSection } from '../report-document.ts';
import { csvHead, csvRow } from './report-csv.ts';
import { drawable, MOST_PDF_ROWS, pdfDefinition } from './pdf-definition.ts';
import { pdfBytes } from './report-pdf.ts';

const head: ReportHead = {
  asOf: localDate('2026-11-20'),
  currency: 'USD',
  ledger: 'abc123',
  program: 'Hedgerow 0',
  elections: ['All choices at their defaults.'],
};

function sectionOf(count: number): ReportSection {
  return {
    id: 'one',
    title: 'One section',
    notes: [],
    columns: [
      { id: 'name', title: 'Name', kind: 'text' },
      { id: 'gain', title: '(h) Gain, loss', kind: 'money' },
    ],
    rows: rowsOf(Array.from({ length: count }, () => [cell('a row'), cell(money('-1234.5'))])),
    totals: [cell('Total'), cell(money('-1234.5'))],
  };
}

function documentOf(section: ReportSection): ReportDocument {
  return {
    kind: 'form-8949',
    title: 'A form',
    purpose: 'For a test.',
    year: 2025,
    sections: [section],
    notes: [],
    issues: [],
  };
}

/** Source: OWASP, "CSV Injection"; RFC 4180 for quoting. */
test.each([
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['+1', "'+1"],
  ['-2', '-2'], // a number, which stays one
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
])('a word from a file, %j, is no formula in a spreadsheet', (given, text) => {
  expect(csvRow([cell(given), cell(money('-5'))], sectionOf(1))).toBe(`${text},-5.00\r\n`);
});

test('what is not known is an empty field; the head says what the file is', () => {
  expect(csvRow([blank, blank], sectionOf(1))).toBe(',\r\n');
  const lines = csvHead(documentOf(sectionOf(1)), sectionOf(1), head).split('\r\n');
  expect(lines[0]).toBe('# Working paper prepared from your records. Not a filed form.');
  expect(lines).toContain('"# As of 2026-11-20, in USD; ledger abc123; Hedgerow 0"');
  expect(lines.at(-2)).toBe('Name,"(h) Gain, loss"');
});

test('a PDF is the same bytes each time, dated as of the day, with its mark on the page', async () => {
  const make = async (compress: boolean): Promise<Buffer> =>
    Buffer.from(await pdfBytes(pdfDefinition(documentOf(sectionOf(3)), head, compress)));
  const plain = (await make(false)).toString('latin1');
  expect(plain).toContain('(D:20261120000000Z)');
  expect(plain).not.toContain('/URI');
  expect(Buffer.compare(await make(true), await make(true))).toBe(0);
});

test('what the page says: the mark, the state of the ledger, money with its thousands apart', () => {
  const text = JSON.stringify(pdfDefinition(documentOf(sectionOf(1)), head));
  expect(text).toContain('Working paper prepared from your records. Not a filed form.');
  expect(text).toContain('"-1,234.50"');
});

test('more rows than anyone reads on paper are left to the CSV file, and the page says so', () => {
  const text = JSON.stringify(pdfDefinition(documentOf(sectionOf(MOST_PDF_ROWS + 1)), head));
  expect(text).toContain('2001 rows: more than 2000 are not printed');
  expect(text).not.toContain('a row');
  expect(text).toContain('Total');
});

test('letters that the font does not have become question marks', () => {
  expect(drawable('Börse Ω Ж 交易所 “x” −5 €')).toBe('Börse Ω Ж ??? “x” −5 €');
});
