/** The records that name the lots of a day's sales: which there are, which are missing, which would be late. */
import type { SavedExitPlan, SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { LotChoice, LotIdentification } from '../../../../shared/domain/lot-records.ts';
import { add, isPositive } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Derived } from '../../derived.ts';
import { quantityText } from '../../../engine/words.ts';
import type { PlanProgress, StepProgress } from './plan-progress.ts';
import { lotsText } from './order-text.ts';
import { lotsBetween } from './sheet-orders.ts';

export type SaleRecordText = CallAnswer<'exit.sheet'>['identify'][number];

/** A sale of the day with the units that are still to be named. */
export interface SaleToRecord {
  readonly progress: StepProgress;
  readonly lots: readonly SavedSale[];
  readonly recorded: LotIdentification | null;
  readonly late: boolean;
}

/** One for each sale of the day: a record names an account's lots of one coin. */
export function salesToRecord(
  { plan, steps }: PlanProgress,
  date: SavedExitPlan['asOf'],
  derived: Derived,
): readonly SaleToRecord[] {
  return steps
    .filter(({ step }) => step.kind === 'sell' && step.date === date)
    .map((progress) => {
      const { step, filled } = progress;
      const recorded = recordOf(plan, progress, derived);
      const rest = lotsBetween(step.sales, filled, step.quantity);
      return {
        progress,
        lots: recorded === null ? rest : step.sales,
        recorded,
        late: isLate(progress, recorded, derived),
      };
    });
}

/**
 * The latest record that names the lots of a sale: one since the plan was saved, or an earlier one (of the version before)
 * that still holds all that is left of it.
 */
function recordOf(
  plan: SavedExitPlan,
  { step, filled }: StepProgress,
  { ofLots }: Derived,
): LotIdentification | null {
  const planned = sumsByLot(step.sales);
  const rest = sumsByLot(lotsBetween(step.sales, filled, step.quantity));
  const { onRecord, identified } = ofLots;
  const found = onRecord.identifications.findLast((one) => {
    if (one.account !== step.account || one.asset !== step.asset) return false;
    if (one.recordedAt >= plan.savedAt) return isWithin(sumsByLot(one.lots), planned);
    return rest.size > 0 && isWithin(rest, sumsByLot(identified.used.get(one.sequence)?.left ?? []));
  });
  return found ?? null;
}

type ByLot = ReadonlyMap<LotId, Quantity>;

function sumsByLot(parts: readonly LotChoice[]): ByLot {
  const sums = new Map<LotId, Quantity>();
  for (const { lot, quantity } of parts) sums.set(lot, add(sums.get(lot) ?? zeroQuantity, quantity));
  return sums;
}

/** Whether every lot of the one is in the other, with as much. */
function isWithin(inner: ByLot, outer: ByLot): boolean {
  return [...inner].every(([lot, quantity]) => quantity <= (outer.get(lot) ?? zeroQuantity));
}

function isLate(
  { step, trades }: StepProgress,
  recorded: LotIdentification | null,
  { events, asOf }: Derived,
): boolean {
  const [first] = trades;
  if (first === undefined) return recorded === null && asOf > step.date;
  const sold = events.find(({ id }) => id === first.event);
  return recorded === null || (sold !== undefined && recorded.recordedAt > sold.time);
}

export function saleRecordText(sale: SaleToRecord, derived: Derived): SaleRecordText {
  const { progress, lots, recorded, late } = sale;
  const { step } = progress;
  const account = step.account ?? '';
  return {
    step: step.id,
    account,
    accountName: step.account === null ? '' : derived.accountName(step.account),
    asset: step.asset,
    lots: lotsText(lots),
    recorded:
      recorded === null ? null : { sequence: recorded.sequence, recordedAt: toIso(recorded.recordedAt) },
    late,
    words: recordWords(sale, derived),
  };
}

function recordWords({ progress, lots, recorded, late }: SaleToRecord, derived: Derived): string {
  const { step, filled } = progress;
  const where = step.account === null ? '' : ` in ${derived.accountName(step.account)}`;
  const what = `the lots of the sale of ${quantityText(step.quantity, step.asset)}${where}`;
  const tooLate =
    'A record counts only for sales after it (Reg. 1.1012-1(j)(2)): what was sold before is of the lots that your method takes.';
  if (recorded !== null)
    return `On record since ${dateText(localDateOf(recorded.recordedAt, derived.facts.timeZone))} (record ${recorded.sequence}): ${what}.${late ? ` ${tooLate}` : ''}`;
  if (lots.length === 0) return `Nothing is left to record: ${what} came in without a record. ${tooLate}`;
  const count = new Set(lots.map(({ lot }) => lot)).size;
  const named = count === 1 ? 'one lot' : `${count} lots`;
  const begin = `Record ${what} (${named}) before you sell.`;
  if (isPositive(filled)) return `${begin} A part is sold already. ${tooLate}`;
  return late ? `${begin} The day is over; sales from now on can still be of these lots.` : begin;
}
