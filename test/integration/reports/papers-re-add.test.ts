/** Papers that add up, and cells that lead to themselves: a carryback, a straddle whose loss waits, and no sale at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TraceText } from '../../../src/shared/contract/texts.ts';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { centsText } from '../../../src/main/reports/printed.ts';
import { add, subtract } from '../../../src/shared/num/arithmetic.ts';
import { money } from '../../../src/shared/num/parse.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';
import { MBT, PERP, bought, fill, openTaxLedger, priced, sold } from '../tax/tax-ledger.fixture.ts';
import type { TaxLedger } from '../tax/tax-ledger.fixture.ts';

type Paper = CallAnswer<'reports.preview'>;
type Cell = Paper['sections'][number]['rows'][number]['cells'][number];

const LATER = '2027-12-31T23:30:00Z';

let ledger: TaxLedger;
beforeEach(async () => {
  ledger = await openTaxLedger();
});
afterEach(async () => {
  await ledger.end();
});

const paper = async (kind: 'form-6781' | 'schedule-d', year: number): Promise<Paper> =>
  await ledger.ask('reports.preview', { kind, year }, LATER);

/** The last column of a section by the first, the same line twice where it stands twice. */
function lines({ sections }: Paper, id: string): readonly (readonly [string | null, string | null])[] {
  const section = sections.find((one) => one.id === id);
  return (section?.rows ?? []).map(({ cells }) => [cells[0]?.value ?? null, cells.at(-1)?.value ?? null]);
}

const of = (known: ReturnType<typeof lines>, line: string): readonly (string | null)[] =>
  known.filter(([name]) => name === line).map(([, amount]) => amount);

/** Rows of a part of Schedule D but the last, whose sum the last one is. */
function expectPartsReAdd(schedule: Paper): void {
  for (const part of ['part-1', 'part-2']) {
    const amounts = lines(schedule, part).map(([, amount]) => money(amount ?? 'NaN'));
    const sum = amounts.slice(0, -1).reduce((all, one) => add(all, one), zeroMoney);
    expect(sum, `${part} of ${schedule.head.year}`).toBe(amounts.at(-1));
  }
}

/** 20 000 gained in 2025, 13 000 lost in 2026, on section 1256 contracts that hedge nothing. */
async function carriedBack(): Promise<void> {
  await ledger.bring(
    LATER,
    fill('2025-03-03 18:00:00', MBT, 'buy', '10', 80_000),
    fill('2025-06-02 18:00:00', MBT, 'sell', '10', 100_000, '20000'),
    fill('2026-03-02 18:00:00', MBT, 'buy', '10', 90_000),
    fill('2026-06-01 18:00:00', MBT, 'sell', '10', 77_000, '-13000'),
  );
  await ledger.ask('elections.save', { id: 'carryback:2026', value: 'yes' }, LATER);
}

/** A coin of 2022 that gained, two shorts after each other that lose while it is held, one of them no section 1256 contract. */
async function straddled(): Promise<void> {
  await ledger.bring(
    LATER,
    bought('2022-05-01 12:00:00', '1', '20000'),
    priced('2025-03-03 13:00:00', 'BTC', 80_000),
    fill('2025-03-03 18:00:00', PERP, 'sell', '1', 80_000),
    fill('2025-06-02 18:00:00', PERP, 'buy', '1', 82_000, '-2000'),
    priced('2025-12-31 21:00:00', 'BTC', 85_000),
    fill('2026-03-02 18:00:00', MBT, 'sell', '10', 90_000),
    priced('2026-12-31 21:00:00', 'BTC', 100_500),
    priced('2026-12-31 21:00:00', MBT, 100_000),
    fill('2027-05-03 17:00:00', MBT, 'buy', '10', 108_000, '-18000'),
    sold('2027-06-01 18:00:00', '0.5', '55000'),
  );
}

describe('a year that receives a carryback (26 U.S.C. 1212(c); instructions of Form 6781: line 1 of the amended form)', () => {
  beforeEach(carriedBack);

  test('Form 6781 has the loss on line 1, and lines 3 to 9 with it', async () => {
    const form = await paper('form-6781', 2025);
    const rows = form.sections.find(({ id }) => id === 'part-1-contracts')?.rows ?? [];
    expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toContainEqual([
      'Loss of 2026 carried back to 2025: section 1256 contracts (amended return)',
      '10000.00',
      null,
    ]);
    const part1 = lines(form, 'part-1-lines');
    expect(['3', '5', '7', '8', '9'].map((line) => of(part1, line)[0])).toEqual([
      '10000.00',
      '10000.00',
      '10000.00',
      '4000.00',
      '6000.00',
    ]);
  });
  test('Schedule D has it on rows of its own, and both parts add up', async () => {
    const schedule = await paper('schedule-d', 2025);
    expect(of(lines(schedule, 'part-1'), '4')).toEqual(['8000.00', '-4000.00']);
    expect(of(lines(schedule, 'part-2'), '11')).toEqual(['12000.00', '-6000.00']);
    expectPartsReAdd(schedule);
    expectPartsReAdd(await paper('schedule-d', 2026));
  });
  test('`project` has what went back and what came, so that the years re-add', async () => {
    const { years } = await ledger.ask('plan.projection', { yearsAhead: 0 }, LATER);
    const view = (year: number): unknown => {
      const found = years.find((one) => one.year === year)?.realised;
      return [found?.section1256Gain, found?.section1256CarriedBack, found?.section1256BroughtBack];
    };
    expect(view(2025)).toEqual(['20000', '0', '10000']);
    expect(view(2026)).toEqual(['-13000', '10000', '0']);
  });
});

describe('Form 6781, Part II, of losses that wait (26 U.S.C. 1092(a)(1)(B), (a)(3)(C))', () => {
  beforeEach(straddled);
  const columns = (form: Paper, id: string, ...names: readonly string[]): unknown[][] => {
    const section = form.sections.find((one) => one.id === id);
    const places = names.map((name) => section?.columns.findIndex((one) => one.id === name) ?? -1);
    return (section?.rows ?? []).map(({ cells }) => places.map((place) => cells[place]?.value));
  };

  test('each loss that waits has a row in each year, and (f) less (h) is what waits', async () => {
    for (const [year, waits] of [
      [2025, '2000.00'],
      [2026, '12000.00'],
      [2027, '20000.00'],
    ] as const) {
      const form = await paper('form-6781', year);
      const sum = (id: string, column: string): string =>
        centsText(
          columns(form, id, column).reduce((all, [amount]) => add(all, money(String(amount))), zeroMoney),
        );
      const left = subtract(money(sum('part-2-losses', 'loss')), money(sum('part-2-losses', 'recognised')));
      expect([year, centsText(left), sum('waiting', 'amount')]).toEqual([year, waits, waits]);
    }
    // The loss of 2025 stands in the form of 2026: (f), (h).
    expect(
      columns(await paper('form-6781', 2026), 'part-2-losses', 'entered', 'loss', 'recognised'),
    ).toContainEqual(['2025-03-03', '2000.00', '0.00']);
  });
  test('a contract that is open at the year’s end is closed by its deemed sale, and its straddle lasts', async () => {
    const form = await paper('form-6781', 2026);
    expect(columns(form, 'part-2-losses', 'entered', 'closed')).toContainEqual([
      '2026-03-02',
      '2026-12-31 (marked)',
    ]);
    expect(columns(form, 'straddles', 'from', 'until')).toEqual([['2026-03-02', 'lasts']]);
    expect(form.sections.find(({ id }) => id === 'part-3')?.notes.join(' ')).toContain('1092(a)(3)(C)');
  });
});

test('a missing price at the year’s end stands on the paper: column (g) is not known', async () => {
  await ledger.bring(
    LATER,
    bought('2022-05-01 12:00:00', '1', '20000'),
    fill('2025-03-03 18:00:00', PERP, 'sell', '1', 80_000),
    fill('2025-06-02 18:00:00', PERP, 'buy', '1', 82_000, '-2000'),
  );
  const { sections, issues, notes } = await paper('form-6781', 2025);
  const losses = sections.find(({ id }) => id === 'part-2-losses');
  expect(losses?.rows.map(({ cells }) => cells[6]?.value)).toEqual(['not known']);
  expect(issues.map(({ code }) => code)).toContain('tax/no-straddle-price');
  expect(notes.join(' ')).toContain('Prices at the end of 2025 are missing');
});

/** Cells of a paper whose id leads to nothing, or to another figure than the one that stands there. */
async function strayCells(
  papers: readonly Paper[],
  explained: (id: string) => Promise<TraceText | null>,
): Promise<string[]> {
  const known = new Map<string, TraceText | null>();
  const stray: string[] = [];
  for (const { head, sections } of papers) {
    for (const { id: section, columns, rows, totals } of sections) {
      for (const { cells } of [...rows, ...(totals === null ? [] : [totals])]) {
        for (const [n, cell] of cells.entries()) {
          if (cell.explain === undefined || isThing(cell.explain)) continue;
          if (!known.has(cell.explain)) known.set(cell.explain, await explained(cell.explain));
          const trace = known.get(cell.explain) ?? null;
          const told = trace?.value ?? null;
          if (trace !== null)
            stray.push(...figuresThatDoNotReAdd(trace).map((fault) => `${cell.explain}: ${fault}`));
          if (!says(told, cell, columns[n]?.kind === 'money'))
            stray.push(
              `${head.kind} ${head.year} ${section}: ${cell.explain} shows ${cell.value}, tells ${told}`,
            );
        }
      }
    }
  }
  return [...new Set(stray)];
}

/** A sentence about an event, or why a lot was chosen: words that lead to the thing, not to a figure. */
const isThing = (id: string): boolean => id.startsWith('event:') || id.endsWith('/reason');

function says(told: string | null, { value, exact }: Cell, isMoney: boolean): boolean {
  if (told === null || value === null) return false;
  if (isMoney) return money(told) === money(exact ?? value);
  return (exact ?? value).startsWith(told) || told.startsWith(value);
}

type Ask = (kind: Paper['head']['kind'], year?: number) => Promise<Paper>;

async function allPapers(kinds: CallAnswer<'reports.list'>['kinds'], ask: Ask): Promise<readonly Paper[]> {
  const found: Paper[] = [];
  for (const { kind, perYear, years } of kinds) {
    if (!perYear) found.push(await ask(kind));
    for (const year of years) found.push(await ask(kind, year));
  }
  return found;
}

describe('a cell that leads somewhere leads to itself', () => {
  test.each([
    ['a straddle', straddled],
    ['a carryback', carriedBack],
  ])('in every paper of %s', async (_, bring) => {
    await bring();
    const { kinds } = await ledger.ask('reports.list', {}, LATER);
    const papers = await allPapers(
      kinds,
      async (kind, year) =>
        await ledger.ask('reports.preview', year === undefined ? { kind } : { kind, year }, LATER),
    );
    expect(papers.length).toBeGreaterThan(10);
    const stray = await strayCells(
      papers,
      async (id) => (await ledger.ask('holdings.explain', { id }, LATER).catch(() => null))?.trace ?? null,
    );
    expect(stray).toEqual([]);
  });

  test('in every paper of the sample', async () => {
    const sample = await openSample();
    const { kinds } = await sample.ask('reports.list', {});
    const papers = await allPapers(
      kinds,
      async (kind, year) =>
        await sample.ask('reports.preview', year === undefined ? { kind } : { kind, year }),
    );
    const stray = await strayCells(papers, async (id) => {
      const answer = await handlers['holdings.explain']({ id }, sample.context);
      return answer.ok ? answer.value.trace : null;
    });
    await sample.close();
    expect(stray).toEqual([]);
  }, 60_000);
});
