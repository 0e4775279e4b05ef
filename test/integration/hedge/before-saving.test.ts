/** What is looked at before a plan is saved, over the sample ledger. Source: risks.md 2.8. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallAnswer, CallInput } from '../../../src/shared/contract/contract.ts';
import { contract } from '../../../src/shared/contract/contract.ts';
import { addDuration } from '../../../src/shared/time/instant.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { checksText } from '../../../src/main/cli/verbs/hedge-check.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

type Checks = CallAnswer<'hedge.checks'>;
type Orders = NonNullable<CallInput<'hedge.checks'>['orders']>;

const micro = (quantity: string): Orders[number] => ({
  asset: 'BTC',
  contract: 'cme:MBT',
  side: 'sell',
  quantity,
});
const perpetual = (quantity: string): Orders[number] => ({
  asset: 'BTC',
  contract: 'binance-um:BTCUSDT',
  side: 'sell',
  quantity,
});

async function checksOf(orders: Orders): Promise<Checks> {
  return await sample.ask('hedge.checks', { orders });
}

function wordsOf({ beforeSaving }: Checks, id: Checks['beforeSaving'][number]['id']): string {
  return beforeSaving.find((row) => row.id === id)?.words ?? '';
}

describe('money of different kinds is not added', () => {
  test('dollars and tether each by themselves, and what one venue asks in one sum', async () => {
    const one = wordsOf(await checksOf([micro('1')]), 'leg-lost');
    const [lost = ''] = /[\d,.]+ USD/u.exec(one) ?? [];
    const both = wordsOf(await checksOf([micro('1'), perpetual('0.1')]), 'leg-lost');
    expect(both).toContain(`about ${lost} and`);
    expect(both).toContain('USDT would be lost');
    const costs = wordsOf(await checksOf([micro('1'), perpetual('0.1')]), 'costs');
    expect(costs === '' || /USD and .* USDT|not known/u.test(costs)).toBe(true);
    const cash = wordsOf(await checksOf([micro('1'), micro('2')]), 'liquidity');
    expect(cash.match(/at CME/gu)).toHaveLength(1);
  });
});

describe('the age of prices', () => {
  const after = async (days: number): Promise<string> => {
    const now = addDuration(sample.context.now, days * 86_400_000);
    const request = contract['hedge.checks'].input.parse({ orders: [micro('1')] });
    const result = await handlers['hedge.checks'](request, { ...sample.context, now, clock: now });
    if (!result.ok) throw new Error(result.failure.message);
    return wordsOf(result.value, 'data-age');
  };

  test('of today, too old, or as old as the user allows', async () => {
    expect(await after(0)).toBe('Every price is of today.');
    expect(await after(3)).toMatch(/BTC is 3 days old.*: sizes are as old\.$/u);
    await sample.ask('monitor.setThresholds', { of: 'default', thresholds: { priceAgeDays: 400 } });
    expect(await after(3)).toBe('The oldest price is 3 days old; you allow 400.');
    await sample.ask('monitor.setThresholds', { of: 'default', thresholds: null });
  });

  test('the contract’s own mark that sizes are made at', async () => {
    const time = '2026-11-19T21:00:00Z';
    await sample.ask('prices.set', { prices: [{ of: 'cme:MBT-202612', price: '95000', time }] });
    expect(await after(1)).toContain('MBT-202612');
  });
});

describe('the last sentence of "hedge check"', () => {
  test('names what has to be accepted, and no errors where there are none', async () => {
    const checks = await checksOf([micro('1')]);
    const text = checksText({ ...checks, issues: [] }).replaceAll(/\s+/gu, ' ');
    const open = checks.beforeSaving.filter(({ needsAcknowledgement }) => needsAcknowledgement);
    expect(open.length).toBeGreaterThan(0);
    expect(text).toContain(`--acknowledge ${open.map(({ id }) => id).join(',')}`);
    expect(text).not.toContain('errors');
    expect(text).toContain('[!] uncertain: has to be acknowledged');
  });

  test('names errors alone where nothing has to be accepted', async () => {
    const checks = await checksOf([{ ...micro('1'), contract: 'BTC' }]);
    expect(checksText(checks)).toMatch(/It cannot be saved yet: correct the errors\.$/u);
  });
});

test('nothing is ticked where no order could be read', async () => {
  const { beforeSaving, canSave } = await checksOf([
    { asset: 'BTC', contract: 'BTC', side: 'sell', quantity: '2' },
  ]);
  expect(canSave).toBe(false);
  expect(new Set(beforeSaving.map(({ state }) => state))).toEqual(new Set(['unknown']));
});

test('the checklist says of positions without a plan what the monitor watches', async () => {
  const { rows } = await sample.ask('monitor.read', {});
  expect(rows).toHaveLength(2);
  const { steps } = await sample.ask('hedge.checklist', {});
  expect(steps[1]?.words).toBe('2 open positions belong to no plan.');
  expect(steps[4]).toMatchObject({ state: 'open', next: { command: 'hedgerow monitor' } });
  expect(steps[4]?.words).toContain('The 2 open positions that belong to no plan are watched');
});

test('a plan that waits for its fills is named before the same is saved again', async () => {
  const overlay: CallInput<'targets.overlay'> = {
    contracts: [{ asset: 'BTC', contract: 'cme:MBT' }],
    rounding: 'floor',
  };
  const codes = async (): Promise<string[]> =>
    (await sample.ask('hedge.checks', { overlay })).issues.map(({ code }) => code);
  expect(await codes()).not.toContain('hedge/plan-waits');
  const acknowledged = (await sample.ask('hedge.checks', { overlay })).beforeSaving.map(({ id }) => id);
  const { id } = await sample.ask('targets.saveOverlay', { overlay, exitDate: '2027-01-15', acknowledged });
  expect(await codes()).toContain('hedge/plan-waits');
  expect((await checksOf([micro('2')])).issues.map(({ code }) => code)).not.toContain('hedge/plan-waits');
  await sample.ask('targets.dropPlan', { plan: id });
});
