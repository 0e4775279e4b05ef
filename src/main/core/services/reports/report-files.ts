/** A paper as the files that people save. Long papers are made in slices, so that a cancel is heard. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { ReportFormat } from '../../../../shared/domain/report-kind.ts';
import { csvHead, csvRow } from '../../../reports/render/report-csv.ts';
import { REPORT_SCHEMA, headText, rowText, sectionText } from '../../../reports/render/report-json.ts';
import { MOST_PDF_ROWS, pdfDefinition } from '../../../reports/render/pdf-definition.ts';
import type { ReportSection } from '../../../reports/report-document.ts';
import type { CallContext } from '../../call-context.ts';
import { Pacer } from '../imports/pacer.ts';
import type { Paper } from './document-of.ts';

export type ReportFile = CallAnswer<'reports.make'>['files'][number];

interface Made {
  readonly files: readonly ReportFile[];
  readonly notes: readonly string[];
}

/** Rows between two looks at whether the caller has cancelled. */
const SLICE = 500;
const BYTE_ORDER_MARK = '\uFEFF';

export async function reportFiles(
  paper: Paper,
  format: ReportFormat,
  byteOrderMark: boolean,
  context: CallContext,
): Promise<Made> {
  if (format === 'pdf') return await pdfFile(paper);
  if (format === 'json') return { files: [await jsonFile(paper, context)], notes: [] };
  return { files: await csvFiles(paper, byteOrderMark, context), notes: [] };
}

function fileName({ document: { kind, year } }: Paper, extension: string, section?: string): string {
  return (
    [kind, ...(year === null ? [] : [String(year)]), ...(section === undefined ? [] : [section])].join('-') +
    extension
  );
}

async function csvFiles(paper: Paper, byteOrderMark: boolean, context: CallContext): Promise<ReportFile[]> {
  const { document, head } = paper;
  const filled = document.sections.filter(({ rows }) => rows.count > 0);
  const sections = filled.length > 0 ? filled : document.sections.slice(0, 1);
  const files: ReportFile[] = [];
  for (const section of sections) {
    const parts = [byteOrderMark ? BYTE_ORDER_MARK : '', csvHead(document, section, head)];
    await eachRow(section, context, (row) => void parts.push(csvRow(row, section)));
    if (section.totals !== null) parts.push(csvRow(section.totals, section));
    const name = fileName(paper, '.csv', sections.length === 1 ? undefined : section.id);
    files.push({ name, mediaType: 'text/csv', encoding: 'text', content: parts.join('') });
  }
  return files;
}

async function eachRow(
  section: ReportSection,
  context: CallContext,
  visit: (row: ReturnType<ReportSection['rows']['at']>) => void,
): Promise<void> {
  const pacer = new Pacer(context.signal);
  const { count } = section.rows;
  for (let place = 0; place < count; place++) {
    visit(section.rows.at(place));
    if (place % SLICE !== SLICE - 1) continue;
    context.progress('Writing rows', place + 1, count);
    await pacer.pause();
  }
}

async function jsonFile(paper: Paper, context: CallContext): Promise<ReportFile> {
  const { document, head } = paper;
  const sections: string[] = [];
  for (const section of document.sections) {
    const rows: string[] = [];
    await eachRow(section, context, (row) => void rows.push(JSON.stringify(rowText(row, section))));
    const said = JSON.stringify(sectionText(section, 0, 0));
    // A hundred thousand rows as one value would double the memory.
    sections.push(said.replace('"rows":[]', () => `"rows":[${rows.join(',\n')}]`));
  }
  const about = JSON.stringify({
    schema: REPORT_SCHEMA,
    head: headText(document, head),
    purpose: document.purpose,
  });
  const after = JSON.stringify({
    notes: document.notes,
    issues: document.issues.map(({ code, severity, message, fix }) => ({ code, severity, message, fix })),
  });
  const content = `${about.slice(0, -1)},"sections":[${sections.join(',\n')}],${after.slice(1)}\n`;
  return { name: fileName(paper, '.json'), mediaType: 'application/json', encoding: 'text', content };
}

async function pdfFile(paper: Paper): Promise<Made> {
  // Loaded when it is first asked for: it carries a font.
  const { pdfBytes } = await import('../../../reports/render/report-pdf.ts');
  const bytes = await pdfBytes(pdfDefinition(paper.document, paper.head));
  const long = paper.document.sections.filter(({ rows }) => rows.count > MOST_PDF_ROWS);
  return {
    files: [
      {
        name: fileName(paper, '.pdf'),
        mediaType: 'application/pdf',
        encoding: 'base64',
        content: Buffer.from(bytes).toString('base64'),
      },
    ],
    notes: long.map(
      ({ title, rows }) =>
        `${title}: the PDF holds the totals alone, because there are ${rows.count} rows. Make the CSV too: it is the attached statement.`,
    ),
  };
}
