/** The ways back on a real encrypted ledger with the sample: all five, traced, cancelled, refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { CallAnswer, CallRequest, CallResult } from '../../../src/shared/contract/contract.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { importSampleInto } from '../../../src/main/core/services/imports/import-sample.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { alternativesText } from '../../../src/main/cli/alternatives-text.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';

type Request = CallRequest<'rebalance.alternatives'>;
type Answer = CallAnswer<'rebalance.alternatives'>;

const folder = mkdtempSync(join(tmpdir(), 'hedgerow ways '));
const now = instantFromIso('2026-11-20T23:59:59Z');
let context: CallContext;

async function call(
  request: Request,
  over: Partial<CallContext> = {},
): Promise<CallResult<'rebalance.alternatives'>> {
  return await handlers['rebalance.alternatives'](request, { ...context, ...over });
}

async function ask(request: Request, over: Partial<CallContext> = {}): Promise<Answer> {
  const result = await call(request, over);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return contract['rebalance.alternatives'].output.parse(result.value) as Answer;
}

beforeAll(async () => {
  const created = await createLedger({
    path: join(folder, 'sample.hedgerow'),
    passphrase: 'sample',
    now,
    sample: { asOf: localDate('2026-11-20') },
    kdfCost: trivialKdfCost,
  });
  if (!created.ok) throw new Error(created.failure.message);
  context = {
    session: {
      ledger: created.value.ledger,
      dataFolder: folder,
      uploads: new UploadStore(),
      cache: new Map(),
    },
    now,
    clock: instantFromIso('2026-11-22T10:00:00Z'),
    signal: new AbortController().signal,
    progress: () => undefined,
    leave: () => undefined,
  };
  const imported = await importSampleInto(context);
  if (!imported.ok) throw new Error(imported.failure.message);
});
afterAll(async () => {
  await context.session.ledger?.close();
  rmSync(folder, { recursive: true, force: true });
});

const overlay: Request['overlay'] = {
  contracts: [
    { asset: 'BTC', contract: 'binance-um:BTCUSDT' },
    { asset: 'ETH', contract: 'binance-um:ETHUSDT' },
  ],
  rounding: 'nearest',
};
const quick = { overlay, horizon: '2027-12-31', withoutMix: true } as const;

describe('the sample’s drift', () => {
  let answer: Answer;
  beforeAll(async () => {
    answer = await ask({ ...quick, prices: [{ asset: 'BTC', change: '0.1' }] });
  });

  test('five ways, in their order; what is left out says why', () => {
    const kinds = answer.alternatives.map(({ kind, possible }) => [kind, possible]);
    expect(kinds).toEqual([
      ['nothing', true],
      ['sell-now', true],
      ['hedge', true],
      ['mixed', false],
      ['new-money', true],
    ]);
    expect(answer.alternatives.find(({ kind }) => kind === 'mixed')?.why).toContain('left out');
  });

  test('every cost, wealth and turn re-adds from its trace', () => {
    for (const way of answer.alternatives.filter(({ possible }) => possible)) {
      expect(way.trace?.value).toBe(way.cost);
      for (const trace of [way.trace, ...way.wealth.map((one) => one.trace)])
        expect(trace === null ? ['none'] : figuresThatDoNotReAdd(trace)).toEqual([]);
      for (const one of way.wealth) expect(one.trace.value).toBe(one.afterLatentTax);
    }
    const { funding, date, price, rates } = answer.decides ?? { rates: [] };
    for (const turn of [funding, date, price, ...rates])
      if (turn?.trace !== null && turn?.trace !== undefined)
        expect(figuresThatDoNotReAdd(turn.trace)).toEqual([]);
  });

  test('selling now and the hedge end on target, doing nothing stays off; weights add up to 1', () => {
    const left = Object.fromEntries(
      answer.alternatives.map(({ kind, driftLeft }) => [kind, Number(driftLeft)]),
    );
    expect(left['sell-now']).toBeLessThan(1);
    expect(left['hedge']).toBeLessThan(1000);
    expect(left['nothing']).toBeGreaterThan(20_000);
    for (const { weights } of answer.alternatives.filter(({ possible }) => possible))
      expect(weights.reduce((sum, { weight }) => sum + Number(weight), 0)).toBeCloseTo(1, 12);
  });

  test('paths: flat, up, down and one’s own; wealth on each', () => {
    expect(answer.paths.map(({ path }) => path)).toEqual(['flat', 'up', 'down', 'own']);
    for (const way of answer.alternatives.filter(({ possible }) => possible)) {
      expect(way.wealth.map(({ path }) => path)).toEqual(['flat', 'up', 'down', 'own']);
      for (const { coins, cash, futures, fees, tax, wealth, latentTax, afterLatentTax } of way.wealth) {
        const sum = Number(coins) + Number(cash) + Number(futures) - Number(fees) - Number(tax);
        expect(sum).toBeCloseTo(Number(wealth), 6);
        expect(Number(wealth) - Number(latentTax)).toBeCloseTo(Number(afterLatentTax), 6);
      }
    }
  });

  test('three reasons, three risks, what decides, and all of it in the terminal’s words', () => {
    expect(answer.reasons).toHaveLength(3);
    expect(answer.risks.map(({ kind }) => kind)).toEqual(['margin', 'basis', 'complexity']);
    const words = alternativesText(answer);
    for (const needed of [
      'Do nothing',
      'Wealth, coins kept, your prices',
      'What decides',
      answer.reasons[0] ?? '',
    ])
      expect(words.replaceAll(/\s+/gu, ' ')).toContain(needed.replaceAll(/\s+/gu, ' '));
  });

  test('the hedge is left on the cheapest of its days, and on the day that is asked for', async () => {
    const costs = answer.exits.map(({ cost }) => Number(cost));
    const hedge = answer.alternatives.find(({ kind }) => kind === 'hedge');
    expect(Number(hedge?.cost)).toBeLessThanOrEqual(Math.min(...costs));
    const asked = await ask({ ...quick, exitDate: '2027-02-03', withoutTurns: true });
    expect(asked.alternatives.find(({ kind }) => kind === 'hedge')?.until).toBe('2027-02-03');
    expect(asked.decides).toBeNull();
  });
});

test('the mix never costs more than selling now or the hedge', async () => {
  const { alternatives } = await ask({
    ...quick,
    withoutMix: false,
    withoutTurns: true,
    maxDates: 4,
    seconds: 3,
  });
  const cost = (kind: string): number => Number(alternatives.find((one) => one.kind === kind)?.cost);
  expect(cost('mixed')).toBeLessThanOrEqual(Math.min(cost('sell-now'), cost('hedge')));
});

test('without a contract there is no new hedge, and selling is still computed', async () => {
  const { alternatives, decides } = await ask({
    goals: [{ asset: 'SOL', sell: '1' }],
    horizon: '2027-12-31',
    withoutMix: true,
  });
  expect(alternatives.find(({ kind }) => kind === 'sell-now')?.possible).toBe(true);
  expect(alternatives.find(({ kind }) => kind === 'hedge')?.why).toContain('No futures contract');
  expect(decides).toBeNull();
});

test.each([
  ['a path that falls by all of itself', { move: '1' }, 'exit/assumption-out-of-range', 'move'],
  ['a day to leave that is past', { exitDate: '2026-11-20' }, 'exit/day-outside', 'exitDate'],
  ['a day to leave beyond the horizon', { exitDate: '2028-01-15' }, 'exit/day-outside', 'exitDate'],
])('refuses %s', async (_, given, code, field) => {
  expect(await call({ ...quick, ...given })).toMatchObject({
    ok: false,
    failure: { code, where: { field } },
  });
});

test('cancelled, it stops', async () => {
  const abort = new AbortController();
  const progress = (phase: string): void => {
    if (phase === 'Price the ways') abort.abort(new Error('enough'));
  };
  await expect(call(quick, { signal: abort.signal, progress })).rejects.toThrow('enough');
});
