import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { identifyLots } from '../elections/identify-lots.ts';
import { lotsText } from './order-text.ts';
import { chosenPlan } from './chosen-plan.ts';
import { planProgressOf } from './plan-progress.ts';
import { sheetDay } from './read-sheet.ts';
import { saleRecordText, salesToRecord } from './sale-records.ts';
import type { SaleToRecord } from './sale-records.ts';

/**
 * Records the lots of a day's sales through `elections.identify`, one record a sale; those on record are left alone.
 * Errors: those of `chosenPlan` and `sheetDay`, `exit/no-such-step`; a sale that cannot be recorded is in `refused`.
 */
export const identifySales: Handler<'exit.identify'> = async (request, context) => {
  const before = await derivedOf(context);
  if (!before.ok) return before;
  const plan = chosenPlan(request.plan, before.value);
  if (!plan.ok) return plan;
  const progress = planProgressOf(plan.value, before.value);
  const date = sheetDay(progress, request.date);
  if (!date.ok) return date;
  const sales = salesToRecord(progress, date.value, before.value);
  const unknown = request.steps?.find((id) => !sales.some((sale) => sale.progress.step.id === id));
  if (unknown !== undefined)
    return fail('exit/no-such-step', { plan: plan.value.id, step: unknown }, { field: 'steps' });
  const wanted = sales.filter(
    ({ progress: { step }, recorded, lots }) =>
      recorded === null && lots.length > 0 && (request.steps?.includes(step.id) ?? true),
  );
  const refused: { step: string; message: string; fix: string }[] = [];
  for (const sale of wanted) {
    const { step } = sale.progress;
    const stored = await identifyLots(identification(sale, request.toldBroker), context);
    if (!stored.ok) refused.push({ step: step.id, message: stored.failure.message, fix: stored.failure.fix });
  }
  const after = await derivedOf(context);
  if (!after.ok) return after;
  const now = planProgressOf(plan.value, after.value);
  const written = wanted.length - refused.length;
  return ok({
    records: salesToRecord(now, date.value, after.value).map((sale) => saleRecordText(sale, after.value)),
    refused,
    sentence: sentenceOf(
      written,
      sales.length - wanted.length,
      refused.length,
      wanted.some(({ late }) => late),
    ),
  });
};

function identification(
  { progress: { step }, lots }: SaleToRecord,
  toldBroker: boolean | undefined,
): Parameters<typeof identifyLots>[0] {
  return {
    account: step.account ?? '',
    asset: step.asset,
    lots: lotsText(lots).map(({ lot, quantity }) => ({ lot, quantity })),
    ...(toldBroker === undefined ? {} : { toldBroker }),
  };
}

function sentenceOf(written: number, there: number, refused: number, late: boolean): string {
  const records = written === 1 ? 'One record was' : `${written} records were`;
  return [
    written === 0 ? 'Nothing was written.' : `${records} written, with the time of now.`,
    ...(there === 0
      ? []
      : [`${there === 1 ? 'One sale was' : `${there} sales were`} on record, or sold, before.`]),
    ...(refused === 0 ? [] : [`${refused === 1 ? 'One sale' : `${refused} sales`} could not be recorded.`]),
    ...(late ? ['It is late for what was sold before: a record counts only for sales after it.'] : []),
  ].join(' ');
}
