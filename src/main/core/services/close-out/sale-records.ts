/** The records that name the lots of a day's sales: which there are, which are missing, which would be late. */
import type { SavedExitPlan, SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { LotIdentification } from '../../../../shared/domain/lot-records.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Derived } from '../../derived.ts';
import { quantityText } from '../../../engine/words.ts';
import type { PlanProgress, StepProgress } from './plan-progress.ts';
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
      const recorded = recordOf(plan, step.sales, derived);
      const rest = lotsBetween(step.sales, filled, step.quantity);
      return {
        progress,
        lots: recorded === null ? rest : step.sales,
        recorded,
        late: isLate(progress, recorded, derived),
      };
    });
}

/** The latest record since the plan was saved that names the same lots, all of a sale or its rest. */
function recordOf(
  plan: SavedExitPlan,
  sales: readonly SavedSale[],
  { ofLots }: Derived,
): LotIdentification | null {
  const [first] = sales;
  if (first === undefined) return null;
  const planned = new Map(sales.map(({ lot, quantity }) => [lot, quantity]));
  const found = ofLots.onRecord.identifications.findLast(
    ({ account, asset, recordedAt, lots }) =>
      account === first.account &&
      asset === first.asset &&
      recordedAt >= plan.savedAt &&
      lots.every(
        ({ lot, quantity }) => quantity <= (planned.get(lot) ?? first.quantity) && planned.has(lot),
      ) &&
      lots.some(({ lot, quantity }) => quantity === planned.get(lot)),
  );
  return found ?? null;
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
    lots: lots.map(({ lot, acquired, quantity }) => ({
      lot,
      acquiredDate: dateText(acquired),
      quantity: toText(quantity),
    })),
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
    return `On record since ${toIso(recorded.recordedAt).slice(0, 10)} (record ${recorded.sequence}): ${what}.${late ? ` ${tooLate}` : ''}`;
  if (lots.length === 0) return `Nothing is left to record: ${what} came in without a record. ${tooLate}`;
  const named = lots.length === 1 ? 'one lot' : `${lots.length} lots`;
  const begin = `Record ${what} (${named}) before you sell.`;
  if (isPositive(filled)) return `${begin} A part is sold already. ${tooLate}`;
  return late ? `${begin} The day is over; sales from now on can still be of these lots.` : begin;
}
