import { assetClass } from '../../../../shared/domain/asset.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { transferSides } from '../../../engine/events/pair-transfers.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { importFiles } from '../imports/import-files.ts';
import { openUpload } from '../imports/open-upload.ts';
import { asKind } from '../reconcile/corrected-row.ts';
import { correctionUpload } from '../reconcile/correction-upload.ts';

/**
 * What coins that arrived from nowhere did cost, and when they were acquired.
 * Errors: `transfers/cost-known`, `transfers/no-cost-needed`, those of the row's cells, and the ledger's.
 */
export const sayCost: Handler<'transfers.cost'> = async ({ arrival, cost, acquired }, context) => {
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { events, movements } = derived.value;
  const taken = new Set(movements.movements.map(({ to }) => to.event));
  const open = transferSides(events).arrivals.find(({ event }) => event === arrival && !taken.has(event));
  const event = open === undefined ? undefined : events.find(({ id }) => id === arrival);
  if (open === undefined || event === undefined)
    return fail('transfers/cost-known', { event: arrival }, { event: arrival });
  if (assetClass(open.asset, derived.value.facts.currency) !== 'coin')
    return fail('transfers/no-cost-needed', { asset: open.asset }, { event: arrival });
  const row = asKind(event, { kind: event.kind, basis: { cost, acquired } });
  const opened = openUpload(correctionUpload(event, [row], derived.value), { format: 'hedgerow-csv' });
  if (!opened.ok) return opened;
  const stored = await importFiles([opened.value], ledger, false, context);
  return stored.ok ? ok({ batch: stored.value.batches[0]?.id ?? '' }) : stored;
};
