import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Gone } from './asset-units.ts';
import { proceedsOf } from './proceeds.ts';
import type { RuleOptions } from './rule-options.ts';

/** The matched parts of what one event disposed of, as disposals. None where their cost stayed behind. */
export function disposalsOf(
  gone: Gone,
  asset: AssetId,
  { longTermFrom }: Pick<RuleOptions, 'longTermFrom'>,
): readonly Disposal[] {
  const { event, account, time: disposed, date: disposedDate, cause } = gone;
  const all = proceedsOf(gone);
  return gone.parts.map(
    ({ quantity, lot, acquired, acquiredDate, costBasis, reason, basisUnknown }, place) => {
      const proceeds = all[place] ?? zeroMoney;
      return {
        event,
        asset,
        account,
        quantity,
        lot,
        acquired,
        acquiredDate,
        disposed,
        disposedDate,
        proceeds,
        costBasis,
        gain: subtract(proceeds, costBasis),
        term: disposedDate >= longTermFrom(acquiredDate) ? 'long' : 'short',
        cause,
        reason,
        basisUnknown,
      };
    },
  );
}
