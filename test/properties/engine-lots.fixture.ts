/** The engine's matching without the service around it: for what only the engine can be asked. */
import { calcGainsHandlers } from '../../src/main/core/services/calc/calc-gains.ts';
import type { CalcGainsInput, CalcGainsOutput } from '../../src/shared/contract/calc-gains.ts';
import { noLedger } from '../cases/no-ledger.fixture.ts';

/** What `calc gains` says. */
export async function engineGains(request: CalcGainsInput): Promise<CalcGainsOutput> {
  const result = await calcGainsHandlers['calc.gains'](request, noLedger);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
