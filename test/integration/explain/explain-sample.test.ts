/** Every figure of the sample that has an `explain` id answers, names its rows, and re-adds from its leaves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers } from '../../../src/main/core/handlers.ts';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { CallAnswer, CallInput, CallName } from '../../../src/shared/contract/contract.ts';
import { computedFigures, figuresThatDoNotReAdd } from './re-add.fixture.ts';
import { openSample } from './open-sample.fixture.ts';

type Sample = Awaited<ReturnType<typeof openSample>>;
let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

type AnyHandler = (request: unknown, context: Sample['context']) => Promise<{ ok: boolean }>;

/** Calls as the dispatcher does: input and answer by the contract. */
async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallAnswer<Name>> {
  const handler = handlers[name] as unknown as AnyHandler;
  const result = (await handler(contract[name].input.parse(input), sample.context)) as
    | { ok: true; value: CallAnswer<Name> }
    | { ok: false; failure: { message: string } };
  if (!result.ok) throw new Error(result.failure.message);
  return contract[name].output.parse(result.value) as CallAnswer<Name>;
}

async function reAdds(id: string): Promise<CallAnswer<'holdings.explain'>> {
  const explained = await call('holdings.explain', { id });
  expect({ id, wrong: figuresThatDoNotReAdd(explained.trace) }).toEqual({ id, wrong: [] });
  return explained;
}

test('holdings and positions', async () => {
  const { holdings, positions } = await call('holdings.read', {});
  for (const holding of holdings) {
    const { trace } = await reAdds(holding.explain);
    expect(trace.value).toBe(holding.value);
    expect(computedFigures(trace)).toBeGreaterThan(1);
  }
  for (const position of positions)
    expect((await reAdds(position.explain)).trace.parts.length).toBeGreaterThan(2);
  expect(holdings.length * positions.length).toBeGreaterThan(9);
});

test('every open lot, down to its row', async () => {
  const { lots } = await call('holdings.lots', {});
  const inOneAccount = lots.filter((lot) => lots.filter((other) => other.lot === lot.lot).length === 1);
  for (const lot of inOneAccount) {
    const { trace, rows } = await reAdds(lot.explain);
    expect(trace.value).toBe(lot.gain);
    expect(rows.map(({ line }) => line)).toContain(lot.line);
  }
  expect(inOneAccount.length).toBeGreaterThan(50);
});

test('every disposal, and their sum by year', async () => {
  const { disposals, years } = await call('holdings.gains', {});
  for (const disposal of disposals) {
    const { trace, rows } = await reAdds(disposal.explain);
    expect(trace.value).toBe(disposal.gain);
    expect(rows.some(({ raw, line }) => raw !== '' && line === disposal.line)).toBe(true);
  }
  expect(disposals.length).toBeGreaterThan(20);
  expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
});

test('every tax year, its total the one the plan shows', async () => {
  const { years } = await call('plan.taxYears', {});
  for (const year of years) {
    const { trace } = await reAdds(`year:${year.year}`);
    expect(trace.value).toBe(year.totalTax);
    expect(figuresThatDoNotReAdd(year.trace)).toEqual([]);
  }
  expect(years.length).toBe(5);
});

test('transactions', async () => {
  const { rows } = await call('holdings.transactions', { offset: 0, limit: 1000 });
  for (const row of rows.filter(({ counted }) => counted).slice(0, 50)) await reAdds(`event:${row.event}`);
  expect(rows.some(({ counted }) => !counted)).toBe(true);
});

test('an id of nothing is refused by name', async () => {
  await expect(call('holdings.explain', { id: 'holding:DOGE' })).rejects.toThrow('holding:DOGE');
  await expect(call('holdings.explain', { id: 'constructor:x' })).rejects.toThrow('constructor:x');
});
