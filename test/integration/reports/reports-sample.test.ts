/** Forms and documents on the sample investor: their totals are the ledger's, their figures have traces, their files are sound. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import { derivedOf } from '../../../src/main/core/derived.ts';
import type { Derived } from '../../../src/main/core/derived.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { scheduleDFigures } from '../../../src/main/reports/forms/schedule-d-figures.ts';
import { yearFactsOf } from '../../../src/main/core/services/reports/year-facts-of.ts';
import { centsText } from '../../../src/main/reports/printed.ts';
import { add, subtract, sum } from '../../../src/shared/num/arithmetic.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { REPORT_KINDS } from '../../../src/shared/domain/report-kind.ts';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;
let derived: Derived;
let years: readonly number[];

beforeAll(async () => {
  sample = await openSample();
  const made = await derivedOf(sample.context);
  if (!made.ok) throw new Error(made.failure.message);
  derived = made.value;
  ({ years } = await sample.ask('reports.list', {}));
});
afterAll(async () => await sample.close());

type Preview = CallAnswer<'reports.preview'>;

async function previews(): Promise<Preview[]> {
  const { kinds } = await sample.ask('reports.list', {});
  const found: Preview[] = [];
  for (const { kind, perYear, years: ofKind } of kinds) {
    if (!perYear) found.push(await sample.ask('reports.preview', { kind }));
    for (const year of ofKind) found.push(await sample.ask('reports.preview', { kind, year }));
  }
  return found;
}

describe('totals are the ledger’s, to the cent', () => {
  test('Form 8949 and Form 6781 together hold every gain of every year', () => {
    expect(years.length).toBeGreaterThan(2);
    for (const year of years) {
      const facts = yearFactsOf(derived, year);
      const { boxes, parts, from6781 } = scheduleDFigures(facts);
      const sums = (isWanted: (box: string) => boolean): string => {
        const wanted = [...boxes].filter(([box]) => isWanted(box)).map(([, { sums: one }]) => one.gain);
        return centsText(sum(wanted, zeroMoney));
      };
      const { realised } = facts;
      const short = add(
        add(subtract(realised.otherFuturesGain, realised.longFuturesGain), realised.straddleShort),
        realised.shortTermGain,
      );
      const long = add(add(realised.longFuturesGain, realised.straddleLong), realised.longTermGain);
      const part2 = {
        short: add(parts.line11.short, parts.line13.short),
        long: add(parts.line11.long, parts.line13.long),
      };
      expect(`${year} ${sums((box) => 'ABCGHI'.includes(box))}`).toBe(
        `${year} ${centsText(subtract(short, part2.short))}`,
      );
      expect(`${year} ${sums((box) => 'DEFJKL'.includes(box))}`).toBe(
        `${year} ${centsText(subtract(long, part2.long))}`,
      );
      expect(centsText(parts.line5)).toBe(
        centsText(add(realised.section1256Gain, realised.straddleSection1256)),
      );
      expect(add(parts.line8, parts.line9)).toBe(parts.line7);
      expect(add(from6781.short, from6781.long)).toBe(add(add(part2.short, part2.long), parts.line7));
    }
  });

  test('Schedule D is the assessed year', () => {
    expect(derived.taxYears.years.length).toBeGreaterThan(0);
    for (const { input, assessment } of derived.taxYears.years) {
      const { line7, line15, line21 } = scheduleDFigures(yearFactsOf(derived, input.year));
      expect(line7).toBe(assessment.netShortTerm);
      expect(line15).toBe(assessment.netLongTerm);
      expect(line21 ?? 0n).toBe(assessment.lossAllowed);
    }
  });

  test('a section’s printed total is its rows’ exact sum', async () => {
    for (const paper of await previews()) {
      if (paper.head.kind !== 'form-8949') continue;
      for (const { id, columns, rows, totals } of paper.sections.filter(({ id: name }) =>
        name.startsWith('box-'),
      )) {
        const at = columns.findIndex((column) => column.id === 'gain');
        const exact = rows.reduce(
          (total, { cells }) => total + Number(cells[at]?.exact ?? cells[at]?.value),
          0,
        );
        expect(`${id} ${exact.toFixed(2)}`).toBe(`${id} ${totals?.cells[at]?.value}`);
      }
    }
  });
});

test('every figure that names a trace has one', async () => {
  const ids = new Set(
    (await previews()).flatMap(({ sections }) =>
      sections.flatMap(({ rows, totals }) =>
        [...rows, ...(totals === null ? [] : [totals])].flatMap(({ cells }) =>
          cells.flatMap(({ explain }) => explain ?? []),
        ),
      ),
    ),
  );
  expect(ids.size).toBeGreaterThan(50);
  const unknown: string[] = [];
  for (const id of ids) {
    const answer = await handlers['holdings.explain']({ id }, sample.context);
    if (!answer.ok) unknown.push(id);
  }
  expect(unknown).toEqual([]);
});

test('what is missing is said, with what to do', async () => {
  const { kinds } = await sample.ask('reports.list', {});
  const worksheet = kinds.find(({ kind }) => kind === 'carryover-worksheet');
  for (const { text, fix } of worksheet?.missing ?? []) expect(`${text} ${fix}`).toMatch(/tax details/u);
  const answer = await handlers['reports.preview']({ kind: 'form-8949' }, sample.context);
  expect(answer).toMatchObject({
    ok: false,
    failure: { code: 'call/invalid-input', where: { field: 'year' } },
  });
  const ahead = await handlers['reports.make'](
    { kind: 'form-8949', year: 2031, format: 'csv' },
    sample.context,
  );
  expect(ahead).toMatchObject({ ok: false, failure: { code: 'call/invalid-input' } });
});

describe('files', () => {
  const year = 2025;

  test('every kind can be made as CSV and JSON, and says what it is', async () => {
    const { kinds } = await sample.ask('reports.list', {});
    for (const kind of REPORT_KINDS) {
      const known = kinds.find((one) => one.kind === kind);
      const ofYear = known?.perYear === true ? { year: known.years.at(-1)! } : {};
      const csv = await sample.ask('reports.make', { kind, ...ofYear, format: 'csv' });
      for (const { content } of csv.files) {
        expect(content).toContain('# Working paper prepared from your records. Not a filed form.');
        const parsed = Papa.parse<string[]>(
          content
            .split('\r\n')
            .filter((line) => !/^"?# /u.test(line))
            .join('\r\n'),
          { skipEmptyLines: true },
        );
        expect(parsed.errors).toEqual([]);
        expect(new Set(parsed.data.map((row) => row.length)).size).toBe(1);
      }
      const json = await sample.ask('reports.make', { kind, ...ofYear, format: 'json' });
      const document = JSON.parse(json.files[0]!.content) as Preview & { schema: string };
      expect(document.schema).toBe('hedgerow-report/1');
      expect(document.head.mark).toBe('Working paper prepared from your records. Not a filed form.');
      for (const { rows, total } of document.sections) expect(rows.length).toBe(total);
    }
  });

  test('the PDF is the same bytes each time, and a package holds every paper', async () => {
    const make = async (): Promise<string> =>
      (await sample.ask('reports.make', { kind: 'form-8949', year, format: 'pdf' })).files[0]!.content;
    const bytes = Buffer.from(await make(), 'base64');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.compare(bytes, Buffer.from(await make(), 'base64'))).toBe(0);
    expect(bytes.toString('latin1')).not.toMatch(/https?:\/\/(?!www\.w3|ns\.adobe)/u);
    const { files } = await sample.ask('reports.make', {
      kind: 'package',
      year: years.at(-1)!,
      format: 'json',
    });
    expect(files.map(({ name }) => name)).toContain(
      `tax-papers-${years.at(-1)}/close-out-memo-${years.at(-1)}.json`,
    );
    expect(files.length).toBe(REPORT_KINDS.length);
  });

  test('the form of a broker moves sales to its box', async () => {
    const { brokerForms } = await sample.ask('reports.list', {});
    const account = brokerForms.find((one) => one.year === year)!.accounts[0]!.account;
    const boxes = async (): Promise<string[]> =>
      (await sample.ask('reports.preview', { kind: 'form-8949', year })).sections.map(({ id }) => id);
    await sample.ask('reports.setBrokerForm', { account, year, form: 'none' });
    const none = await boxes();
    expect(none.some((id) => id === 'box-I' || id === 'box-L')).toBe(true);
    await sample.ask('reports.setBrokerForm', { account, year, form: 'no-basis' });
    expect((await boxes()).some((id) => id === 'box-H' || id === 'box-K')).toBe(true);
    await sample.ask('reports.setBrokerForm', { account, year, form: null });
    expect(
      (await sample.ask('reports.list', {})).brokerForms
        .flatMap(({ accounts }) => accounts)
        .some(({ isSet }) => isSet),
    ).toBe(false);
  });
});
