/** Scenarios on the sample: kept beside the facts, compared without a trace, applied as dated steps. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivedOf } from '../../../src/main/core/derived.ts';
import type { Derived } from '../../../src/main/core/derived.ts';
import { scenarioDerived } from '../../../src/main/core/services/scenarios/scenario-derived.ts';
import type { TaxYear } from '../../../src/main/engine/tax/tax-years.ts';
import { sum } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { zeroMoney, zeroQuantity } from '../../../src/shared/num/types.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;

beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

const small = { goals: [{ asset: 'BTC', sell: '0.01' }], horizon: '2027-01-31' };
const noWages = { income: [{ year: 2027, ordinaryIncome: '0' }] };

function hashNow(): string {
  return sample.context.session.ledger?.hash() ?? '';
}

async function said(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'ok';
  } catch (error) {
    return String(error);
  }
}

describe('keeping', () => {
  test('a scenario is kept with what it assumes in words; the ledger’s hash knows it, and its facts do not', async () => {
    const [before, holdings] = [hashNow(), await sample.ask('holdings.read', {})];
    const { scenarios } = await sample.ask('scenarios.save', {
      name: 'No wages in 2027',
      note: 'a sabbatical',
      exit: small,
      tax: noWages,
    });
    expect(scenarios).toHaveLength(1);
    expect(scenarios[0]).toMatchObject({ id: 'scenario-1', name: 'No wages in 2027', note: 'a sabbatical' });
    expect(scenarios[0]?.words).toEqual([
      'Sells 0.01 BTC.',
      'Is done by 2027-01-31.',
      'Ordinary income of 2027 is 0.',
    ]);
    expect(hashNow()).not.toBe(before);
    expect((await sample.ask('holdings.read', {})).holdings).toEqual(holdings.holdings);
  });

  test('changed, renamed, removed; what cannot be is refused and changes nothing', async () => {
    const { scenarios } = await sample.ask('scenarios.save', { name: 'Cheaper ETH', exit: small });
    expect(scenarios.map(({ id }) => id)).toEqual(['scenario-1', 'scenario-2']);
    const again = { name: 'no WAGES in 2027', exit: small };
    expect(await said(sample.ask('scenarios.save', again))).toContain('already');
    expect(await said(sample.ask('scenarios.save', { name: 'Nothing' }))).toContain('assumes nothing');
    expect(await said(sample.ask('scenarios.remove', { id: 'scenario-9' }))).toContain('no scenario');
    expect((await sample.ask('scenarios.list', {})).scenarios).toEqual(scenarios);
    const renamed = await sample.ask('scenarios.rename', { id: 'scenario-2', name: 'ETH falls' });
    expect(renamed.scenarios[1]).toMatchObject({ id: 'scenario-2', name: 'ETH falls', exit: small });
    const prices = [{ asset: 'ETH', change: '-0.5' }];
    const changed = await sample.ask('scenarios.save', {
      id: 'scenario-2',
      name: 'ETH falls',
      tax: { prices },
    });
    expect(changed.scenarios[1]?.words).toEqual(['ETH falls by 50 %.']);
    await sample.ask('scenarios.remove', { id: 'scenario-2' });
    expect((await sample.ask('scenarios.list', {})).scenarios.map(({ id }) => id)).toEqual(['scenario-1']);
  });
});

describe('comparing', () => {
  test('a column each, rows where they differ marked, a reason where no plan can be made; nothing stored', async () => {
    await sample.ask('scenarios.save', { name: 'Wages as they are', exit: small });
    const sells = [{ asset: 'BTC', sell: '900' }];
    await sample.ask('scenarios.save', { name: 'More than there is', exit: { ...small, goals: sells } });
    const before = hashNow();
    const phases: string[] = [];
    const { context } = sample;
    Object.assign(context, { progress: (phase: string) => phases.push(phase) });
    const columns = ['scenario-1', 'scenario-2', 'scenario-3'];
    const compared = await sample.ask('scenarios.compare', { columns, seconds: 1 });
    expect(compared.title).toMatch(/^Scenarios:/u);
    expect(compared.columns.map(({ name, isLedger, failure }) => [name, isLedger, failure?.code])).toEqual([
      ['No wages in 2027', false, undefined],
      ['Wages as they are', false, undefined],
      ['More than there is', false, 'exit/goal-not-held'],
    ]);
    const tax = compared.rows.find(({ id }) => id === 'tax:2027');
    expect(tax?.values[0]).toBe('0');
    expect(tax?.values[2]).toBeNull();
    expect(tax?.differs).toBe(true);
    expect(phases.some((phase) => phase.startsWith('2 of 3, Wages as they are: '))).toBe(true);
    expect(hashNow()).toBe(before);
    for (const { values } of compared.rows) expect(values).toHaveLength(3);
    // What a row shows is what its trace comes to, and the trace re-adds.
    for (const [place, { traces }] of compared.columns.entries())
      for (const { row, trace } of traces) {
        const shown = compared.rows.find(({ id }) => id === row)?.values[place];
        if (trace.unit === compared.currency) expect(trace.value).toBe(shown);
        expect(figuresThatDoNotReAdd(trace)).toEqual([]);
      }
    expect(compared.columns[0]?.traces.map(({ row }) => row)).toEqual(
      expect.arrayContaining(['cost', 'wealth', 'added:2026']),
    );
  });

  test('the same twice, and what is not there, are refused', async () => {
    const compare = (columns: string[]): Promise<string> =>
      said(sample.ask('scenarios.compare', { columns }));
    expect(await compare(['today', 'today'])).toContain('asked for twice');
    expect(await compare(['today', 'scenario-8'])).toContain('no scenario');
  });
});

test('the ledger as a scenario has it: other tax details, without what it sells, and never taken for the ledger', async () => {
  const derived = await derivedOf(sample.context);
  if (!derived.ok) throw new Error(derived.failure.message);
  const before = derived.value;
  const held = (from: Derived): string =>
    toText(
      sum(
        from.heldLots.filter(({ asset }) => asset === 'BTC').map(({ quantity }) => quantity),
        zeroQuantity,
      ),
    );
  const sales = [{ asset: 'BTC', quantity: '0.25', date: '2026-12-01' }];
  const assumed = scenarioDerived(before, { ...noWages, sales });
  if (!assumed.ok) throw new Error(assumed.failure.message);
  expect(Number(held(before)) - Number(held(assumed.value))).toBeCloseTo(0.25, 12);
  const year = (from: Derived, of: number): TaxYear | undefined =>
    from.taxYears.years.find(({ input }) => input.year === of);
  expect(toText(year(assumed.value, 2027)?.input.ordinaryIncome ?? zeroMoney)).toBe('0');
  expect(year(assumed.value, 2026)?.input.longTermGain).not.toBe(year(before, 2026)?.input.longTermGain);
  expect(assumed.value.facts.ledgerHash).not.toBe(before.facts.ledgerHash);
  expect(scenarioDerived(before, undefined)).toEqual({ ok: true, value: before });
});

test.each([
  [{ goals: [{ asset: 'BTC', sell: '-1' }] }, undefined, 'has to be above zero'],
  [{ ...small, horizon: '2020-01-01' }, undefined, 'is over'],
  [{ ...small, noTrade: [{ from: '2027-02-01', to: '2026-12-01' }] }, undefined, 'before they begin'],
  [small, { income: [...noWages.income, { year: 2027, ordinaryIncome: '9' }] }, 'has two incomes'],
  [small, { income: [{ year: 2027, ordinaryIncome: '-5' }] }, 'below zero'],
])('what can never be is refused where it is kept: %j %j', async (exit, tax, words) => {
  const before = hashNow();
  const saved = sample.ask('scenarios.save', { name: 'Wrong', exit, ...(tax === undefined ? {} : { tax }) });
  expect(await said(saved)).toContain(words);
  expect(await said(sample.ask('scenarios.rename', { id: 'scenario-1', name: 'Today' }))).toContain(
    'already',
  );
  expect(hashNow()).toBe(before);
});

test('a scenario of another version is left out of the list, and never written over', async () => {
  const { ledger } = sample.context.session;
  const document = (await ledger?.read.settings())?.get('exit:scenarios') ?? '[]';
  const other = { id: 'scenario-40', name: 'Later', exit: { assumption: 'of another version' } };
  const all = JSON.stringify([...(JSON.parse(document) as unknown[]), other]);
  await ledger?.write.saveSetting('exit:scenarios', all, sample.context.clock);
  const { scenarios } = await sample.ask('scenarios.list', {});
  expect(scenarios.some(({ id }) => id === 'scenario-40')).toBe(false);
  const after = await sample.ask('scenarios.save', { name: 'One more', exit: small });
  expect(after.scenarios.at(-1)?.id).toBe('scenario-41');
  await sample.ask('scenarios.remove', { id: 'scenario-41' });
  const kept = JSON.parse((await ledger?.read.settings())?.get('exit:scenarios') ?? '[]') as unknown[];
  expect(kept).toContainEqual(other);
});

test('applying makes dated steps of an exit plan, and no event', async () => {
  const events = await sample.ask('holdings.transactions', { offset: 0, limit: 1 });
  const { columns } = await sample.ask('scenarios.compare', { columns: ['scenario-1'], seconds: 1 });
  const schedule = columns[0]?.schedule ?? null;
  if (schedule === null) throw new Error('the scenario has a plan');
  const applied = await sample.ask('scenarios.apply', { id: 'scenario-1', name: 'Sabbatical', schedule });
  expect(applied).toMatchObject({ plan: 'exit-1', name: 'Sabbatical' });
  expect(applied.steps.length).toBeGreaterThan(0);
  const after = await sample.ask('holdings.transactions', { offset: 0, limit: 1 });
  expect(after.total).toBe(events.total);
  const days = schedule.days.map(({ date }) => date);
  expect(days.every((day) => applied.steps.some(({ date }) => date === day))).toBe(true);
  const { entries } = await sample.ask('calendar.read', { kinds: ['step'] });
  expect(entries.map(({ text }) => text).toSorted()).toEqual(
    // The calendar has both halves of a roll as one entry of another kind.
    applied.steps
      .map(({ words }) => words)
      .filter((words) => !words.includes('(roll)'))
      .toSorted(),
  );
  const due = await sample.ask('calendar.read', { kinds: ['payment'] });
  const taxes = due.entries.flatMap(({ amounts }) => amounts.map(({ words }) => words));
  expect(taxes.filter((words) => words.includes('Sabbatical')).length).toBeGreaterThan(0);
  const [first] = entries;
  const moved = await sample.ask('calendar.whatIf', {
    moves: [{ entry: first?.id ?? '', date: '2027-01-15' }],
  });
  expect(moved.cost.trace.value).toBe(moved.cost.difference);
  expect(moved.moved.length).toBe(entries.filter(({ date }) => date === first?.date).length);
  expect(await sample.ask('calendar.read', { kinds: ['step'] })).toMatchObject({ entries });
});
