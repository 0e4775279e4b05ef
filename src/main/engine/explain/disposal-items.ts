import type { Disposal } from '../../../shared/domain/lot.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { assumptionOf } from './assumptions.ts';
import type { ExplainContext } from './explain-context.ts';
import type { Listed } from './listed.ts';
import { leaf } from './trace-nodes.ts';

export type DisposalAmount = 'proceeds' | 'costBasis' | 'gain';

/** The `explain` id of a disposal. */
export function disposalId(disposal: Disposal, context: ExplainContext): string {
  return `disposal:${disposal.event}/${context.numberOf(disposal)}`;
}

/** A disposal as an addend: its amount, its row, and the id under which that amount is explained. */
export function disposalItem(
  disposal: Disposal,
  field: DisposalAmount,
  context: ExplainContext,
): Listed<Money> {
  const { asset, disposedDate } = disposal;
  const assumption = assumptionOf(disposal, context);
  return {
    asset,
    date: disposedDate,
    amount: disposal[field],
    assumption,
    trace: () => {
      const left = `${toText(disposal.quantity)} ${asset} of ${dateText(disposal.acquiredDate)}, left ${dateText(disposedDate)}`;
      const label = assumption === undefined ? left : `${left}, ${assumption.words}`;
      return leaf(label, disposal[field], context.prices.currency, {
        events: [disposal.event],
        lots: [disposal.lot],
        explain: idOf(disposal, field, context),
        ...(assumption === undefined ? {} : { rule: assumption.rule }),
      });
    },
  };
}

/** The gain leads on to the whole disposal, which begins with it and says why just this lot. */
function idOf(disposal: Disposal, field: DisposalAmount, context: ExplainContext): string {
  const id = disposalId(disposal, context);
  return field === 'gain' ? id : `${id}/${field}`;
}
