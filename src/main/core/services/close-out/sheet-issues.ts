/** What to know before placing the orders of a sheet: old prices, lots and positions that changed, the day itself, small orders. */
import type { SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { absolute, add, compare, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';

import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { msBetween, toIso } from '../../../../shared/time/instant.ts';
import { dateText, dayOfWeek, lastBusinessDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { times } from '../../../engine/exit/times.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { positionsOf } from './asset-standing.ts';
import { isOfNextContract, priceNow } from './order-text.ts';
import { alsoInPlanIssues } from './also-in-plan.ts';
import { exceededIssues } from './goal-exceeded.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress, StepProgress } from './plan-progress.ts';
import { lotsBetween } from './sheet-orders.ts';
import type { SheetOrder } from './sheet-orders.ts';
import type { SalesNow } from './sales-now.ts';
import { futuresQuantityWords, symbolOf } from './step-words.ts';

export interface SheetLook {
  readonly progress: PlanProgress;
  readonly date: LocalDate;
  readonly orders: readonly SheetOrder[];
  readonly now: SalesNow;
  readonly staleAfterHours: number;
}

export function sheetIssues(look: SheetLook, derived: Derived): readonly Issue[] {
  const open = look.progress.steps.filter((one) => one.step.date === look.date && !isDone(one));
  return [
    ...exceededIssues(look.progress),
    ...alsoInPlanIssues(look.progress, open, derived),
    ...dayIssues(look, open, derived),
    ...priceIssues(look, open, derived),
    ...open.filter(({ step }) => step.kind === 'sell').flatMap((one) => lotIssues(one, look.now, derived)),
    ...heldIssues(open, derived),
    ...positionIssues(open, look.progress, derived),
    ...rollIssues(look.progress, derived),
    ...smallIssues(look, derived),
  ];
}

const WEEKEND: Readonly<Record<number, string>> = { 6: 'Saturday', 7: 'Sunday' };

function dayIssues({ date }: SheetLook, open: readonly StepProgress[], { asOf }: Derived): Issue[] {
  if (open.length === 0) return [];
  const year = yearOf(date);
  const weekday = WEEKEND[dayOfWeek(date)];
  const day = dateText(date);
  return [
    ...(date < asOf ? [issueOf('exit/day-over', 'warning', { date: day })] : []),
    ...(date === lastBusinessDayOfYear(year)
      ? [issueOf('exit/last-business-day', 'warning', { date: day, year, next: year + 1 })]
      : []),
    ...(weekday !== undefined && open.some(({ step }) => step.hedge !== null)
      ? [issueOf('exit/day-not-trading', 'note', { date: day, weekday })]
      : []),
  ];
}

function priceIssues(
  { staleAfterHours }: SheetLook,
  open: readonly StepProgress[],
  derived: Derived,
): Issue[] {
  const named = new Map(
    open
      .filter(({ step }) => !isOfNextContract(step))
      .map(({ step }) => [
        step.hedge === null ? step.asset : symbolOf(step.hedge.future, derived),
        { known: priceNow(step, derived), asset: step.asset },
      ]),
  );
  return [...named].flatMap(([name, { known, asset }]) => {
    if (known === null) return [issueOf('exit/sheet-no-price', 'warning', { asset: name }, { asset })];
    const isOld = known.time !== null && msBetween(known.time, derived.at) > staleAfterHours * 3_600_000;
    if (!isOld || known.time === null) return [];
    const time = `${toIso(known.time).slice(0, 16).replace('T', ' ')} UTC`;
    return [
      issueOf('exit/sheet-price-old', 'warning', { asset: name, time, hours: staleAfterHours }, { asset }),
    ];
  });
}

/** Lots that were sold or moved since the plan was saved, or whose clock a hedge changed. */
function lotIssues({ step, filled }: StepProgress, sales: SalesNow, derived: Derived): Issue[] {
  const now = sales.get(step.id);
  const planned = lotsBetween(step.sales, filled, step.quantity);
  return [...Map.groupBy(planned, ({ lot }) => lot)].flatMap(([lot, parts]) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { account, asset, acquired } = first;
    const quantity = unitsOf(parts);
    const place = { asset, account };
    const held = derived.heldLots
      .filter((one) => one.id === lot && one.account === account)
      .reduce<Quantity>((total, one) => add(total, one.quantity), zeroQuantity);
    const day = dateText(acquired);
    if (compare(held, quantity) < 0) {
      const values = {
        date: day,
        quantity: quantityNumber(quantity),
        asset,
        held: quantityNumber(held),
        account: derived.accountName(account),
      };
      return [issueOf('exit/lot-changed', 'warning', values, place)];
    }
    if (now === undefined) return [];
    const long = (among: readonly SavedSale[]): Quantity =>
      unitsOf(among.filter((sale) => sale.lot === lot && sale.term === 'long'));
    const change = subtract(long(now), long(parts));
    if (isZero(change)) return [];
    const [was, is] = change < zeroQuantity ? ['long', 'short'] : ['short', 'long'];
    const values = {
      date: day,
      quantity: quantityNumber(absolute(change)),
      asset,
      planned: was ?? '',
      now: is ?? '',
    };
    return [issueOf('exit/lot-clock', 'warning', values, place)];
  });
}

function unitsOf(sales: readonly SavedSale[]): Quantity {
  return sum(
    sales.map(({ quantity }) => quantity),
    zeroQuantity,
  );
}

/** Coins of an account that are less than its sales of the day. */
function heldIssues(open: readonly StepProgress[], derived: Derived): Issue[] {
  return open.flatMap(({ step, left }) => {
    if (step.kind !== 'sell' || step.account === null) return [];
    const { account, asset } = step;
    const there =
      derived.holdings.holdings
        .find((one) => one.asset === asset)
        ?.byAccount.find((one) => one.account === account)?.quantity ?? zeroQuantity;
    if (compare(left, there) <= 0) return [];
    const values = {
      quantity: quantityNumber(left),
      asset,
      account: derived.accountName(account),
      held: quantityNumber(there),
    };
    return [issueOf('exit/held-less', 'warning', values, { asset, account })];
  });
}

/** By contract: what is to be closed against what is open, with what the plan opens before it. */
function positionIssues(open: readonly StepProgress[], { steps }: PlanProgress, derived: Derived): Issue[] {
  const closes = open.flatMap(({ step, left }) =>
    step.hedge !== null && step.kind.startsWith('close') ? [{ step, left, future: step.hedge.future }] : [],
  );
  const groups = Map.groupBy(closes, ({ future }) => `${future.contract} ${future.side}`);
  return [...groups.values()].flatMap((group): Issue[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { future, step } = first;
    const contract = symbolOf(future, derived);
    const there = new Set(group.flatMap((one) => positionsOf(one.future, derived)));
    const coming = steps.flatMap((one) =>
      one.step.kind.startsWith('open') &&
      one.step.hedge?.future.contract === future.contract &&
      one.step.roll === null &&
      one.step.date < step.date &&
      !isDone(one)
        ? [one.left]
        : [],
    );
    if (there.size === 0 && coming.length === 0)
      return [issueOf('exit/position-gone', 'warning', { contract })];
    const held = sum([...[...there].map(({ quantity }) => quantity.amount), ...coming], zeroQuantity);
    const wanted = sum(
      group.map(({ left }) => left),
      zeroQuantity,
    );
    if (compare(wanted, held) <= 0) return [];
    const words = (quantity: Quantity): string => futuresQuantityWords(future, quantity, derived);
    return [
      issueOf('exit/position-less', 'warning', { quantity: words(wanted), contract, held: words(held) }),
    ];
  });
}

/** Positions that are open and end before the plan closes them, where no step rolls them. */
function rollIssues({ plan, steps }: PlanProgress, derived: Derived): Issue[] {
  const seen = new Set<string>();
  return plan.futures.flatMap((future) => {
    const ofFuture = steps.filter(
      (one) =>
        one.step.hedge?.parts.some((part) => part.future.position === future.position) === true &&
        one.step.kind.startsWith('close') &&
        !isDone(one),
    );
    const closed = ofFuture.some(({ step }) => step.roll !== null) ? undefined : ofFuture.at(-1);
    const [open] = positionsOf(future, derived);
    const expiry = open?.spec.expiry ?? null;
    if (closed === undefined || open === undefined || expiry === null || expiry >= closed.step.date)
      return [];
    if (seen.has(open.spec.symbol)) return [];
    seen.add(open.spec.symbol);
    const values = { contract: open.spec.symbol, expiry: dateText(expiry), date: dateText(closed.step.date) };
    return [issueOf('exit/contract-ends', 'note', values)];
  });
}

/** Once for each step: an order smaller than the plan's smallest ticket, or than the venue takes. */
function smallIssues({ progress: { plan }, orders }: SheetLook, derived: Derived): Issue[] {
  const seen = new Set<string>();
  return orders.flatMap(({ progress: { step }, change, steps }) => {
    if (seen.has(step.id)) return [];
    if (step.hedge !== null) {
      const { future } = step.hedge;
      const least = derived.facts.termsOf(future.contract)?.minQuantity ?? null;
      const quantity = times(future.quantityPerStep, steps ?? 0);
      if (least === null || compare(quantity, least) >= 0) return [];
      seen.add(step.id);
      const words = (amount: Quantity): string => futuresQuantityWords(future, amount, derived);
      const contract = symbolOf(future, derived);
      return [
        issueOf('exit/order-below-venue', 'warning', {
          quantity: words(quantity),
          contract,
          least: words(least),
        }),
      ];
    }
    const least = plan.goals.find(({ asset }) => asset === step.asset)?.minTicket ?? zeroQuantity;
    if (isZero(least) || compare(absolute(change), least) >= 0) return [];
    seen.add(step.id);
    const values = {
      quantity: quantityNumber(absolute(change)),
      asset: step.asset,
      least: quantityText(least, step.asset),
    };
    return [issueOf('exit/order-small', 'note', values, { asset: step.asset })];
  });
}

function quantityNumber(quantity: Quantity): string {
  return quantityText(quantity, '').trim();
}
