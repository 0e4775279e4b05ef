/**
 * What is not stated is not zero: where a cell with a number is blank, the row says the same, or it is refused or told of.
 * Columns where a blank says "none" are listed with the reason.
 */
import { expect, it } from 'vitest';
import { caseTexts, type CaseText } from '../../integration/imports/case-texts.fixture.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';
import { runs } from '../../runs.ts';

/** Exchanges leave the fee out where there was none; a row with a fee alone is another matter. */
const feeColumn = /fee|commission|\bn\.?a\b/iu;

const mayBeBlank: Readonly<Record<string, string>> = {
  'binance-order-history | AvgTrading Price': 'in rows of fills below an order it is the fee',
  'binance-spot | 1.5BNB': 'the fee, of a file without a heading',
  'bitget-spot-fills | 0.002': 'the fee, of a file without a heading',
  'ibkr-activity | -2': 'the commission: tables have headings of their own',
  'ibkr-activity | -5': 'the commission: tables have headings of their own',
  'kraken-trades | 0.0494': 'the fee, of a file without a heading',
  'bitmex-trades | -297': 'the commission of a fill: dates hold the delimiter',
  'coinbase | Subtotal':
    'it follows from the total and the fees; where all three are there they are compared',
  'deribit-log | Cash Flow': 'what the parts leave over of the change stands apart and is told of',
  'kraken-futures-log | trade price': 'rows of assignments have a mark alone, and each is told of',
  'kraken-futures-log | realized pnl': 'what the parts leave over of the change stands apart and is told of',
  'pionex-moves | network': 'no number: it stands behind the name of the coin',
};

const all = caseTexts.filter(({ isRefused, text }) => !isRefused && !/^[{[]/u.test(text));
const every = Math.max(1, Math.round(all.length / runs(all.length)));

it.each(all.filter((_, at) => at % every === 0))('$name', (one) => {
  expect(changedByBlanks(one)).toEqual([]);
});

/** "format | column | row before -> row after" of each cell whose blank changes a row without a word. */
function changedByBlanks(one: CaseText): readonly string[] {
  const lines = one.text.split('\n');
  const delimiter = one.text.includes('\t')
    ? '\t'
    : one.text.includes(';') && !one.text.includes(',')
      ? ';'
      : ',';
  const widths = lines.map((line) => line.split(delimiter).length);
  const header = widths.indexOf(Math.max(...widths));
  const names = (lines[header] ?? '').split(delimiter);
  const before = rowsOf(lines, one);
  const found = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const cells = line.split(delimiter);
    const was = before.get(at + 1);
    if (
      at <= header ||
      was === undefined ||
      was.row === '' ||
      cells.length !== names.length ||
      (line.match(/"/gu)?.length ?? 0) % 2 === 1
    )
      continue;
    for (const [place, cell] of cells.entries()) {
      const column = `${one.format} | ${(names[place] ?? '').replaceAll(/["\uFEFF]/gu, '')}`;
      if (!isNumber(cell) || found.has(column) || feeColumn.test(names[place] ?? '') || column in mayBeBlank)
        continue;
      const now = rowsOf(lines.with(at, cells.with(place, '').join(delimiter)), one).get(at + 1);
      if (now === undefined || now.row === was.row || isTold(now.told, was.told)) continue;
      found.set(column, `${column} | ${was.row} -> ${now.row}`);
    }
  }
  return [...found.values()];
}

/** Whether something is said that was not said before. */
function isTold(now: string, was: string): boolean {
  return now.split('; ').some((one) => one !== '' && !was.includes(one));
}

function isNumber(cell: string): boolean {
  const bare = cell.replaceAll('"', '');
  return /^\(?[-+]?[$€£]?\d[\d.,]*(?:e-?\d+)?\s?[A-Z]{0,5}\)?$/iu.test(bare) && !/^-?0(?:\.0+)?$/u.test(bare);
}

/** What a line became: its event or the rule it is left out by, and what is said of it. */
interface Became {
  readonly row: string;
  readonly told: string;
}

function rowsOf(lines: readonly string[], { file, choice }: CaseText): ReadonlyMap<number, Became> {
  const { timeZone, ...rest } = choice;
  const read = readText(lines.join('\n'), {
    file,
    ...rest,
    ...(timeZone !== undefined && { zone: timeZone }),
  });
  if (read.failure !== null) return new Map();
  const rows = byLine([...read.ignored, ...read.events.map(withoutNames)]);
  const told = byLine(read.problemLines);
  const all = [...new Set([...rows.keys(), ...told.keys()])];
  return new Map(all.map((line) => [line, { row: rows.get(line) ?? '', told: told.get(line) ?? '' }]));
}

/** Balances after a row, and what rows find each other by, may be left out. */
function withoutNames(event: string): string {
  return event
    .replace(/, part of .*$/u, '')
    .replaceAll(/ then [\d.]+/gu, '')
    .replaceAll(/ worth -?[\d.]+/gu, '');
}

function byLine(texts: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const text of texts) {
    const [line = '', ...words] = text.split(' ');
    found.set(Number(line), [found.get(Number(line)) ?? [], words.join(' ')].flat().join('; '));
  }
  return found;
}
