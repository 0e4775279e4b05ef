import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import { price } from '../../../../shared/num/parse.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { addDuration } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { dailySigma } from '../../../engine/market/daily-sigma.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';

const DAYS = 90;
const DAY_MS = 86_400_000;

/** The standard deviation of a day's movement, by asset; null where too few closes are known. */
export type SigmaOf = (asset: AssetId) => Rate | null;

/**
 * How far the prices of assets move in a day, from the closes of the last ninety days: those imported for one of its
 * contracts or for the asset, else the prices of the ledger.
 */
export async function sigmasOf(
  of: ReadonlyMap<AssetId, readonly ContractId[]>,
  derived: Derived,
  { session }: Pick<CallContext, 'session'>,
): Promise<SigmaOf> {
  const sigmas = new Map<AssetId, Rate | null>();
  for (const [asset, contracts] of of) {
    const key = `sigma:${derived.facts.ledgerHash}:${dateText(derived.asOf)}:${asset}`;
    if (!session.cache.has(key)) session.cache.set(key, await sigmaOf(asset, contracts, derived, session));
    sigmas.set(asset, (session.cache.get(key) as Rate | null | undefined) ?? null);
  }
  return (asset) => sigmas.get(asset) ?? null;
}

async function sigmaOf(
  asset: AssetId,
  contracts: readonly ContractId[],
  derived: Derived,
  session: CallContext['session'],
): Promise<Rate | null> {
  const from = addDuration(derived.at, -DAYS * DAY_MS);
  for (const of of [...contracts, asset]) {
    const closes = await session.ledger?.read.observations(
      { measure: 'close', of, level: '' },
      from,
      derived.at,
    );
    const sigma = dailySigma(
      (closes ?? []).map(({ time, value }) => ({ time, price: price(toText(value)) })),
    );
    if (sigma !== null) return sigma;
  }
  const marks = derived.facts.marks.filter(
    (mark) => mark.of === asset && mark.time >= from && mark.time <= derived.at,
  );
  return dailySigma(marks);
}
