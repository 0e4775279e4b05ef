import type { FuturesPosition } from '../../../../futures/position.ts';
import type { UsFacts } from '../us-facts.ts';
import type { TaxStretch } from './tax-stretch.ts';

/** The position of the ledger's tax facts that an open futures position is; undefined for a flat one. */
export function openTaxPosition(
  { stretches }: Pick<UsFacts, 'stretches'>,
  {
    contract,
    account,
    positionSide,
    side,
  }: Pick<FuturesPosition, 'contract' | 'account' | 'positionSide' | 'side'>,
): TaxStretch | undefined {
  if (side === 'flat') return undefined;
  for (const one of stretches.values()) {
    const { stretch, spec } = one;
    if (spec.id !== contract || stretch.account !== account) continue;
    if (stretch.positionSide === positionSide && stretch.closed === null) return one;
  }
  return undefined;
}
