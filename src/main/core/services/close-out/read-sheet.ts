import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { absolute, add, compare, larger, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { exposureOf, nakedOf } from '../../../engine/exit/close-out/close-out-slices.ts';
import type { Standing } from '../../../engine/exit/close-out/close-out-slices.ts';
import { quantityText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { chosenPlan } from './chosen-plan.ts';
import { orderLine } from './order-text.ts';
import type { OrderLine } from './order-text.ts';
import { planProgressOf } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';
import { nextDayOf, savedPlanText } from './plan-text.ts';
import { salesNow } from './sales-now.ts';
import { saleRecordText, salesToRecord } from './sale-records.ts';
import { sheetIssues } from './sheet-issues.ts';
import { sheetOrders } from './sheet-orders.ts';
import type { SlicedAsset } from './sheet-orders.ts';
import { sheetTraces } from './sheet-traces.ts';
import { stepText } from './step-text.ts';

type Sheet = CallAnswer<'exit.sheet'>;

/** Enough turns that what is off on the way is small, few enough to be done by hand. */
const SLICES = 10;
const STALE_AFTER_HOURS = 24;

/**
 * The close-out sheet of a plan and day: what is still to be done, in slices, with lots, results and warnings.
 * Errors: those of `chosenPlan`, `exit/no-such-day`, `exit/all-done`, `ledger/locked`.
 */
export const readSheet: Handler<'exit.sheet'> = async (request, context) => {
  const found = await derivedOf(context);
  if (!found.ok) return found;
  const derived = found.value;
  const plan = chosenPlan(request.plan, derived);
  if (!plan.ok) return plan;
  const progress = planProgressOf(plan.value, derived);
  const date = sheetDay(progress, request.date);
  if (!date.ok) return date;
  const now = await salesNow(progress, derived, context);
  const cut = { slices: request.slices ?? SLICES, now };
  const { orders, assets } = sheetOrders(progress, date.value, cut, derived);
  const lines = orders.map((order, place) => orderLine(order, place + 1, derived));
  const steps = progress.steps.filter(({ step }) => step.date === date.value);
  const totals = totalsOf(lines);
  const staleAfterHours = request.staleAfterHours ?? STALE_AFTER_HOURS;
  return ok({
    plan: savedPlanText(plan.value, derived),
    date: dateText(date.value),
    today: dateText(derived.asOf),
    sentence: sheetSentence(date.value, lines.length, steps.length, derived),
    steps: steps.map((one) => stepText(one, derived)),
    orders: lines,
    bounds: assets.map(boundText),
    identify: salesToRecord(progress, date.value, derived).map((sale) => saleRecordText(sale, derived)),
    totals,
    traces: sheetTraces({ orders, lines, totals }, derived),
    issues: issueTexts(
      sheetIssues({ progress, date: date.value, orders, now, staleAfterHours }, derived),
      derived,
    ),
  });
};

/** Errors: `exit/no-such-day`, `exit/all-done`. */
export function sheetDay(progress: PlanProgress, asked: string | undefined): Result<LocalDate> {
  const { plan } = progress;
  const days = plan.days.map(({ date }) => date);
  if (asked !== undefined) {
    const date = localDate(asked);
    if (days.includes(date)) return ok(date);
    const list = days.map((day) => dateText(day)).join(', ');
    return fail('exit/no-such-day', { plan: plan.id, date: asked, days: list }, { field: 'date' });
  }
  const next = nextDayOf(progress);
  return next === null ? fail('exit/all-done', { plan: plan.id }, { field: 'plan' }) : ok(next);
}

function sheetSentence(date: LocalDate, orders: number, steps: number, { asOf }: Derived): string {
  const day = dateText(date);
  if (orders === 0) return `Everything of ${day} is done (${steps === 1 ? 'one step' : `${steps} steps`}).`;
  const count = orders === 1 ? 'One order' : `${orders} orders`;
  const when = date === asOf ? 'today' : date < asOf ? `of ${day}, which is over` : `for ${day}`;
  return orders === 1
    ? `${count} ${when}.`
    : `${count} ${when}, in this order: futures and coins in turns, so that only a slice is off on the way, and coins that cover a short are sold only once it is bought back.`;
}

function boundText({ asset, day, orders, bound, nakedBound }: SlicedAsset): Sheet['bounds'][number] {
  const off = (standing: Standing): Quantity => subtract(exposureOf(standing), day.wanted);
  const end = orders.at(-1)?.after ?? day;
  const most = (of: (standing: Standing) => Quantity): Quantity =>
    orders.reduce<Quantity>((largest, { after }) => larger(largest, of(after)), of(day));
  const largestOff = most((standing) => absolute(off(standing)));
  const largestNaked = most(nakedOf);
  const isKept = compare(largestOff, bound) <= 0;
  const coins = (quantity: Quantity): string => quantityText(quantity, asset);
  return {
    asset,
    wanted: toText(day.wanted),
    offNow: toText(off(day)),
    offAtEnd: toText(off(end)),
    largestOff: toText(largestOff),
    bound: toText(bound),
    nakedNow: toText(nakedOf(day)),
    largestNaked: toText(largestNaked),
    nakedBound: toText(nakedBound),
    words: `${coins(day.wanted)} should move with the price. It is ${coins(absolute(off(day)))} off now, at most ${coins(largestOff)} on the way and ${coins(absolute(off(end)))} at the end${
      isKept ? '' : ': futures of both directions are traded, so that one slice more is off on the way'
    }. ${
      largestNaked === zeroQuantity
        ? 'No short is ever larger than the coins held.'
        : `Shorts exceed the coins held by at most ${coins(largestNaked)}.`
    }`,
  };
}

/** Sums of the orders; null where one of them is not known. */
function totalsOf(lines: readonly OrderLine[]): Sheet['totals'] {
  const total = (of: (line: OrderLine) => string | null, among: readonly OrderLine[]): string | null => {
    let sum: Money = zeroMoney;
    for (const line of among) {
      const value = of(line);
      if (value === null) return null;
      sum = add(sum, money(value));
    }
    return toText(sum);
  };
  const ofKind = (kind: string): OrderLine[] => lines.filter((line) => line.kind.startsWith(kind));
  return {
    proceeds: total(
      ({ expected }) => expected.value,
      lines.filter(({ kind }) => kind === 'sell'),
    ),
    purchases: total(
      ({ expected }) => expected.value,
      lines.filter(({ kind }) => kind === 'buy'),
    ),
    shortTermGain: total(
      ({ expected }) => expected.shortTermGain,
      lines.filter(({ kind }) => kind === 'sell'),
    ),
    longTermGain: total(
      ({ expected }) => expected.longTermGain,
      lines.filter(({ kind }) => kind === 'sell'),
    ),
    futuresResult: total(({ expected }) => expected.futuresResult, ofKind('close')),
    fees: total(({ expected }) => expected.fee, lines),
    marginFreed: total(({ marginFreed }) => marginFreed, lines),
  };
}
