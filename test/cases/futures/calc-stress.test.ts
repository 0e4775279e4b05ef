/** `calc stress` through contract and service: a case by hand, and refusals. */
import { expect, test } from 'vitest';
import { calcStressInput, calcStressOutput } from '../../../src/shared/contract/calc-stress.ts';
import { calcStressHandlers } from '../../../src/main/core/services/calc/calc-stress.ts';
import { money } from '../../../src/shared/num/parse.ts';
import { roundTo } from '../../../src/shared/num/rounding.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { noLedger } from '../no-ledger.fixture.ts';

const position = {
  contract: 'binance-um:BTCUSDT',
  side: 'short',
  quantity: '1',
  entryPrice: '100',
  markPrice: '100',
  marginTiers: [{ notionalCap: '1000', maintenanceRate: '0.05', maxLeverage: 10 }],
  takerFee: '0.001',
};
const document = {
  prices: { BTC: '100', USDT: '1' },
  portfolio: [{ asset: 'BTC', quantity: '1' }],
  accounts: [{ name: 'Venue', settleAsset: 'USDT', walletBalance: '30', positions: [position] }],
  scenarios: ['up-50'],
};

const ask = async (given: unknown): ReturnType<(typeof calcStressHandlers)['calc.stress']> =>
  await calcStressHandlers['calc.stress'](calcStressInput.parse(given), noLedger);

/** By hand: 30 + 100 − P = 0.05 P at P = 130/1.05; fee 0.001 P; held on: equity −20 against 7.5, so 27.5 more. */
test('a rise of 50 % over the margin of a short', async () => {
  const answer = await ask(document);
  if (!answer.ok) throw new Error(answer.failure.message);
  const [result] = calcStressOutput.parse(answer.value).results;
  expect(toText(roundTo(money(result?.wealthAfter ?? '0'), 9, 'half-even'))).toBe('156.066666667');
  expect(result?.cashNeeded).toBe('27.5');
  expect(result?.sentence).toContain('47.62 % of the way');
});

test.each([
  [{ ...document, scenarios: ['nope'] }, 'stress/no-such-scenario'],
  [
    {
      ...document,
      accounts: [{ ...document.accounts[0], settleAsset: 'USDC' }],
    },
    'call/invalid-input',
  ],
  [
    {
      ...document,
      accounts: [{ ...document.accounts[0], positions: [{ ...position, contract: 'binance-um:NONE' }] }],
    },
    'contracts/unknown',
  ],
])('refusals name the code', async (given, code) => {
  const answer = await ask(given);
  expect(answer.ok ? null : answer.failure.code).toBe(code);
});
