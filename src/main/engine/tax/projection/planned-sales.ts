/** Which lots planned and wished sales take, one after the other. */
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { toText } from '../../../../shared/num/format.ts';
import { add, isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { compareDates, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { PlanId } from '../../../../shared/domain/hedge.ts';
import { issueOf } from '../../issue-of.ts';
import { listText, quantityText } from '../../words.ts';
import type { HeldIndex } from './held-index.ts';
import type { PlannedInput, PlannedStep, WishedSale } from './planned-step.ts';
import { priceWords } from './step-words.ts';

export interface SaleWish extends WishedSale {
  readonly plan: PlanId | null;
}

const MOST_LOTS_NAMED = 3;

/**
 * Sales in the order of their dates, each with its lots: those it names first, then by the order in force. A unit is sold
 * once; what no lot covers is said and left out.
 * Issues: `plan/lots-short`.
 */
export function saleSteps(
  wishes: readonly SaleWish[],
  given: PlannedInput,
): { readonly steps: readonly PlannedStep[]; readonly issues: readonly Issue[] } {
  const left = new Map<LotId, Quantity>();
  const steps: PlannedStep[] = [];
  const issues: Issue[] = [];
  for (const wish of wishes.toSorted((a, b) => compareDates(a.date, b.date))) {
    if (yearOf(wish.date) > given.lastYear) continue;
    const price = wish.price ?? given.prices.priceOn(wish.asset, wish.date);
    const { lots, short } = take(wish, given.held, left);
    if (price === null || isPositive(short)) {
      const quantity = toText(price === null ? wish.quantity : short);
      issues.push(
        issueOf('plan/lots-short', 'warning', { asset: wish.asset, quantity }, { asset: wish.asset }),
      );
    }
    if (price === null || lots.length === 0) continue;
    const { id, plan, date } = wish;
    const text = `${saleWords(wish, lots, given.held, short)} ${priceWords(price, given.currency)}.`;
    const actions = lots.map(({ lot, quantity }) => ({ kind: 'sell' as const, date, lot, quantity, price }));
    steps.push({ id, plan, date, kind: 'sell', text, actions });
  }
  return { steps, issues };
}

function take(
  wish: WishedSale,
  { byAsset, held }: HeldIndex,
  left: Map<LotId, Quantity>,
): { readonly lots: readonly LotChoice[]; readonly short: Quantity } {
  const lots = new Map<LotId, Quantity>();
  let rest = wish.quantity;
  const takeOf = (lot: LotId, most: Quantity): void => {
    const still = left.get(lot) ?? held.get(lot) ?? zeroQuantity;
    const part = smaller(smaller(still, most), rest);
    if (!isPositive(part)) return;
    left.set(lot, subtract(still, part));
    rest = subtract(rest, part);
    lots.set(lot, add(lots.get(lot) ?? zeroQuantity, part));
  };
  for (const { lot, quantity } of wish.lots) takeOf(lot, quantity);
  if (!wish.only) {
    for (const { id } of byAsset.get(wish.asset) ?? []) {
      if (!isPositive(rest)) break;
      takeOf(id, rest);
    }
  }
  return { lots: [...lots].map(([lot, quantity]) => ({ lot, quantity })), short: rest };
}

function saleWords(
  { asset, quantity }: WishedSale,
  lots: readonly LotChoice[],
  { byAsset }: HeldIndex,
  short: Quantity,
): string {
  const sold = quantityText(subtract(quantity, short), asset);
  if (lots.length > MOST_LOTS_NAMED) return `Sell ${sold} of ${lots.length} lots`;
  const named = lots.map(({ lot, quantity: part }) => {
    const acquired = byAsset.get(asset)?.find(({ id }) => id === lot)?.acquiredDate;
    return `${quantityText(part, asset)}${acquired === undefined ? '' : ` of ${dateText(acquired)}`}`;
  });
  return `Sell ${lots.length === 1 ? (named[0] ?? sold) : `${sold} (${listText(named)})`}`;
}
