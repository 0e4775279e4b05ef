import { ok, type Result } from '../../../../shared/errors/failure.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { Ledger } from '../../../ledger/ledger.ts';

const KEY = 'assume:stablecoins-at-par';

/** Whether stablecoins without a price are taken for their money: unless the user switched it off. */
export function stablecoinsAtParIn(settings: ReadonlyMap<string, string>): boolean {
  return settings.get(KEY) !== 'false';
}

/** What is assumed unless said otherwise is not written down. */
export async function saveStablecoinsAtPar(
  ledger: Ledger,
  atPar: boolean,
  at: Instant,
): Promise<Result<Record<string, never>>> {
  const saved = await ledger.write.saveSetting(KEY, atPar ? null : 'false', at);
  return saved.ok ? ok({}) : saved;
}
