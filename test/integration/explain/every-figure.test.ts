/** Every figure that a screen shows of the sample answers "why", and adds up from rows of its files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TraceText } from '../../../src/shared/contract/texts.ts';
import { openSample, type Sample } from '../../sample/open-sample.fixture.ts';
import { figuresIn } from './figures.fixture.ts';
import { newWalk, walkFigure, type Explain, type Walk } from './walk.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

const explain: Explain = async (id) => {
  try {
    return await sample.ask('holdings.explain', { id });
  } catch {
    return null;
  }
};

async function walked(answer: unknown, prefix: string): Promise<Walk & { readonly count: number }> {
  const walk = newWalk();
  const figures = figuresIn(answer, prefix);
  for (const figure of figures) await walkFigure(figure, explain, walk);
  return { ...walk, count: figures.length };
}

describe('every figure, down to its rows', () => {
  test('holdings, their totals and positions', async () => {
    const { faults, count, rows } = await walked(await sample.ask('holdings.read', {}), 'holdings:');
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(100);
    expect(rows.size).toBeGreaterThan(100);
  });

  test('open lots', async () => {
    const { lots } = await sample.ask('holdings.lots', {});
    const { faults, count } = await walked(lots, 'lots');
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });

  test('disposals and the years they make', async () => {
    const { disposals, years } = await sample.ask('holdings.gains', {});
    const { faults, count } = await walked({ disposals, years }, 'gains');
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(200);
    expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  });

  test('clocks of lots that a hedge stopped', async () => {
    const { clocks } = await sample.ask('plan.taxYears', {});
    const { faults, count } = await walked(clocks, 'clocks');
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });

  test('tax years, every line', async () => {
    const { years } = await sample.ask('plan.taxYears', {});
    const { faults, count } = await walked(years, 'years');
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(5 * 24);
  });
});

test('under a standing order, every disposal names it, and still adds up', async () => {
  const from = '2024-01-01T00:00:00Z';
  await sample.ask('elections.order', { account: 'binance', method: 'hifo', from, keptElsewhere: true });
  const { disposals, years } = await sample.ask('holdings.gains', {});
  const { faults } = await walked({ disposals, years }, 'gains');
  expect(faults).toEqual([]);
  const ordered = disposals.filter(({ account, reason }) => account === 'binance' && reason === 'hifo');
  expect(ordered.length).toBeGreaterThan(20);
  for (const { explain: id } of ordered.slice(0, 10)) {
    const { trace } = await sample.ask('holdings.explain', { id: `${id}/reason` });
    expect(trace.label).toMatch(/^Why this lot: .* by cost per unit|the only one then held$/u);
    expect(trace.parts[0]?.label).toMatch(
      /^Standing order for Binance, highest cost first, recorded 2026-11-2/u,
    );
    expect(trace.parts[0]?.value).toBe('2024-01-01 00:00 UTC');
  }
});

describe('the walk itself goes red', () => {
  const broken =
    (change: (trace: TraceText) => TraceText): Explain =>
    async (id) => {
      const explanation = await explain(id);
      return explanation === null ? null : { ...explanation, trace: change(explanation.trace) };
    };
  const firstPart = (change: (part: TraceText) => TraceText) => (trace: TraceText) => ({
    ...trace,
    parts: trace.parts.map((part, place) => (place === 0 ? change(part) : part)),
  });

  test.each([
    ['a part is wrong', firstPart((part) => ({ ...part, value: `${part.value}1` })), 'but its parts give'],
    [
      'a part is missing',
      (trace: TraceText) => ({ ...trace, parts: trace.parts.slice(1) }),
      'but its parts give',
    ],
    ['the total is wrong', (trace: TraceText) => ({ ...trace, value: '1' }), 'explained as 1'],
    [
      'an id leads nowhere',
      firstPart((part) => ({ ...part, explain: 'holding:NONE/value' })),
      'no explanation',
    ],
    [
      'a figure rests on nothing',
      firstPart((part) => ({ ...part, how: 'as given', explain: undefined, parts: [], events: [] })),
      'rests on no row',
    ],
  ])('where %s', async (_, change, expected) => {
    const { total } = await sample.ask('holdings.read', {});
    const walk = newWalk();
    await walkFigure({ id: 'holdings:total', value: total }, broken(change), walk);
    expect(walk.faults.join('\n')).toContain(expected);
  });

  test('where a figure has no id', async () => {
    const walk = newWalk();
    await walkFigure({ id: 'holding:BTC/nobodyExplainsThis', value: '1' }, explain, walk);
    expect(walk.faults).toEqual(['holding:BTC/nobodyExplainsThis: no explanation']);
  });
});
