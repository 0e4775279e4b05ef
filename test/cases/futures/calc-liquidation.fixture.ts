import {
  calcLiquidationInput,
  calcLiquidationOutput,
} from '../../../src/shared/contract/calc-liquidation.ts';
import { calcLiquidationHandlers } from '../../../src/main/core/services/calc/calc-liquidation.ts';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { noLedger } from '../no-ledger.fixture.ts';

export type LiquidationDocument = Readonly<Record<string, unknown>>;

/** A coin-sized linear perpetual. */
export const linearContract = {
  payoff: 'linear',
  kind: 'perpetual',
  multiplier: '1',
  quantityUnit: 'base',
  quantityStep: '0.001',
  settleAsset: 'USDT',
};

/** Inverse contracts of one dollar each. */
export const inverseContract = {
  payoff: 'inverse',
  kind: 'perpetual',
  multiplier: '1',
  quantityUnit: 'contracts',
  quantityStep: '1',
  settleAsset: 'BTC',
};

/** `calc liquidation` through its schema and service. */
export async function liquidation(document: LiquidationDocument): Promise<CallAnswer<'calc.liquidation'>> {
  const result = await tryLiquidation(document);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return calcLiquidationOutput.parse(result.value);
}

export async function tryLiquidation(
  document: LiquidationDocument,
): Promise<Result<CallAnswer<'calc.liquidation'>>> {
  return await calcLiquidationHandlers['calc.liquidation'](calcLiquidationInput.parse(document), noLedger);
}
