/** A report as pdfmake lays it out: landscape pages, the working-paper mark and the ledger's state on each. */
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { dateText } from '../../../shared/time/local-date.ts';
import { printed } from '../printed.ts';
import { WORKING_PAPER } from '../report-document.ts';
import type {
  ColumnKind,
  ReportColumn,
  ReportDocument,
  ReportHead,
  ReportRow,
  ReportSection,
} from '../report-document.ts';

/** More rows than anyone reads on paper: the totals stand here, the rows in the CSV file. */
export const MOST_PDF_ROWS = 2000;

/** Letter, landscape, less its margins. */
const WIDTH = 792 - 2 * 36;
const GREY = '#555555';

export function pdfDefinition(
  document: ReportDocument,
  head: ReportHead,
  compress = true,
): TDocumentDefinitions {
  const year = document.year === null ? '' : ` ${document.year}`;
  const title = `${document.title}${year}`;
  const state = `As of ${dateText(head.asOf)}, in ${head.currency} · ledger ${head.ledger} · ${head.program} · ${choicesLine(head)}`;
  return {
    pageSize: 'LETTER',
    pageOrientation: 'landscape',
    pageMargins: [36, 46, 36, 46],
    compress,
    language: 'en-US',
    info: {
      title: drawable(title),
      creator: head.program,
      producer: head.program,
      subject: WORKING_PAPER,
      // Not the clock: the same ledger gives the same bytes.
      creationDate: new Date(`${dateText(head.asOf)}T00:00:00Z`),
    },
    defaultStyle: { font: 'Roboto', fontSize: 8, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 14, bold: true },
      section: { fontSize: 10, bold: true, margin: [0, 10, 0, 3] },
      small: { fontSize: 7, color: GREY },
      head: { bold: true, fontSize: 7 },
    },
    header: {
      margin: [36, 20, 36, 0],
      columns: [
        { text: WORKING_PAPER, style: 'small', bold: true },
        { text: drawable(title), style: 'small', alignment: 'right' },
      ],
    },
    footer: (page: number, pages: number): Content => ({
      margin: [36, 14, 36, 0],
      columns: [
        { text: drawable(state), style: 'small', width: '*' },
        { text: `Page ${page} of ${pages}`, style: 'small', alignment: 'right', width: 70 },
      ],
    }),
    content: [
      { text: drawable(title), style: 'title' },
      { text: drawable(document.purpose), margin: [0, 2, 0, 6] },
      ...list('Choices in force', head.elections),
      ...document.sections.filter(({ inFilesOnly }) => inFilesOnly !== true).flatMap(sectionContent),
      ...list(
        'In doubt or missing',
        document.issues.map(({ message, fix }) => `${message} ${fix}`),
      ),
      ...list('Notes', document.notes),
    ],
  };
}

function choicesLine({ elections }: ReportHead): string {
  return elections.length === 1 ? (elections[0] ?? '') : `${elections.length} choices in force: see page 1`;
}

function list(title: string, lines: readonly string[]): Content[] {
  return lines.length === 0
    ? []
    : [
        { text: title, style: 'section' },
        { ul: lines.map(drawable), margin: [0, 0, 0, 2] },
      ];
}

function sectionContent(section: ReportSection): Content[] {
  const isLong = section.rows.count > MOST_PDF_ROWS;
  const left = isLong
    ? [
        `${section.rows.count} rows: more than ${MOST_PDF_ROWS} are not printed. Their total stands below; the rows themselves are the attached statement, the CSV file of this form.`,
      ]
    : [];
  return [
    { text: drawable(section.title), style: 'section' },
    ...[...section.notes, ...left].map((text): Content => ({
      text: drawable(text),
      style: 'small',
      margin: [0, 0, 0, 2],
    })),
    ...(section.rows.count === 0 && section.totals === null
      ? [{ text: 'None.', margin: [0, 0, 0, 4] } satisfies Content]
      : [tableContent(section, isLong ? 0 : section.rows.count)]),
  ];
}

function tableContent(section: ReportSection, count: number): Content {
  const { columns, rows, totals } = section;
  const body: TableCell[][] = [
    columns.map(({ title, kind }) => ({ text: drawable(title), style: 'head', alignment: side(kind) })),
    ...Array.from({ length: count }, (_, place) => tableRow(rows.at(place), columns, false)),
    ...(totals === null ? [] : [tableRow(totals, columns, true)]),
  ];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: widthsOf(columns), body },
    layout: {
      hLineWidth: (line) => (line === 1 || (totals !== null && line === body.length - 1) ? 0.7 : 0.2),
      vLineWidth: () => 0,
      hLineColor: () => '#999999',
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
      paddingLeft: () => 3,
      paddingRight: () => 3,
    },
  };
}

function tableRow(row: ReportRow, columns: readonly ReportColumn[], bold: boolean): TableCell[] {
  return columns.map(({ kind }, place) => {
    const cell = row[place];
    const text = cell === undefined ? null : printed(cell, kind);
    return {
      text: text === null ? '' : shownText(text, kind),
      alignment: side(kind),
      ...(bold ? { bold } : {}),
    };
  });
}

/** Money with its thousands apart: "1,234.50". */
function shownText(text: string, kind: ColumnKind): string {
  if (kind !== 'money' || !/^-?\d/u.test(text)) return drawable(text);
  return text.replaceAll(/\B(?=(?:\d{3})+\.)/gu, ',');
}

function side(kind: ColumnKind): 'left' | 'right' {
  return kind === 'money' || kind === 'quantity' || kind === 'count' ? 'right' : 'left';
}

/** By the columns' shares; what pdfmake pads each cell with is taken off. */
function widthsOf(columns: readonly ReportColumn[]): number[] {
  const shares = columns.map(({ width = 1 }) => width);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (WIDTH * share) / all - 6.5);
}

/** The built-in font draws Latin, Greek and Cyrillic; other letters, as names of accounts can have, become "?". */
export function drawable(text: string): string {
  return text.replaceAll(/[^\u0020-\u024f\u0370-\u052f\u2010-\u2027\u2030-\u203a\u20ac\u2212]/gu, '?');
}
