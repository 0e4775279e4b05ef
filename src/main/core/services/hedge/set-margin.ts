import { fail, ok } from '../../../../shared/errors/failure.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { marginDocument, marginKey } from './margin-setting.ts';

/** How a position is margined, as the user reads it at the venue. Errors: `hedge/no-such-position` and those of writing. */
export const setMargin: Handler<'hedge.setMargin'> = async (
  { position: id, mode, isolatedMargin },
  context,
) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const position = derived.value.positions.positions.find((one) => positionKey(one) === id);
  if (position === undefined) return fail('hedge/no-such-position', { position: id }, { field: 'position' });
  const amount = mode === 'cross' || isolatedMargin === null ? null : settleAmount(quantity(isolatedMargin));
  const document = marginDocument({ mode, isolatedMargin: amount });
  const saved = await ledger.write.saveSetting(marginKey(position), document, context.clock);
  return saved.ok ? ok({}) : saved;
};
