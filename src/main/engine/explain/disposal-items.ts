import type { Disposal } from '../../../shared/domain/lot.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { ExplainContext } from './explain-context.ts';
import { zeroCostRule } from './explain-rules.ts';
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
  const { asset, disposedDate, basisUnknown } = disposal;
  return {
    asset,
    date: disposedDate,
    amount: disposal[field],
    assumed: basisUnknown,
    trace: () => {
      const left = `${toText(disposal.quantity)} ${asset} of ${dateText(disposal.acquiredDate)}, left ${dateText(disposedDate)}`;
      const label = basisUnknown ? `${left}, cost assumed to be zero` : left;
      return leaf(label, disposal[field], context.prices.currency, {
        events: [disposal.event],
        lots: [disposal.lot],
        explain: idOf(disposal, field, context),
        ...(basisUnknown ? { rule: zeroCostRule } : {}),
      });
    },
  };
}

/** The gain leads on to the whole disposal, which begins with it and says why just this lot. */
function idOf(disposal: Disposal, field: DisposalAmount, context: ExplainContext): string {
  const id = disposalId(disposal, context);
  return field === 'gain' ? id : `${id}/${field}`;
}
