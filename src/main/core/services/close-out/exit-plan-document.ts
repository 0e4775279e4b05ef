/** A saved exit plan as the ledger keeps it: canonical JSON, exact numbers as decimal text, times as ISO. */
import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { EventId, PositionSide } from '../../../../shared/domain/event.ts';
import type { ClosedAs, ExitPlanId, SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import type { LotId, Term } from '../../../../shared/domain/lot.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import type { Exact, Money } from '../../../../shared/num/types.ts';
import { instantFromIso, toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';

/** What never changes of a plan once it is saved; dropping and ticks are documents of their own. */
export type ExitPlanCore = Omit<SavedExitPlan, 'dropped' | 'ticks'>;

/** The same shape with exact numbers, days and times as text. */
type Written<T> = T extends Exact | Instant | LocalDate | string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : T;

type Document = Written<ExitPlanCore>;

export function exitPlanDocument(plan: ExitPlanCore): string {
  return canonicalJson(written({ ...plan, savedAt: toIso(plan.savedAt) }));
}

/** Every exact number as its text; a bigint is nothing else in this program. */
function written(value: unknown): unknown {
  if (typeof value === 'bigint') return toText(value as unknown as Exact);
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, written(part)]));
}

/** In: text that `exitPlanDocument` wrote. */
export function exitPlanOf(text: string): ExitPlanCore {
  const document = JSON.parse(text) as Document;
  return {
    id: document.id as ExitPlanId,
    name: document.name,
    reason: document.reason,
    version: document.version,
    replaces: document.replaces as ExitPlanId | null,
    savedAt: instantFromIso(document.savedAt),
    asOf: localDate(document.asOf),
    currency: assetId(document.currency),
    request: document.request,
    regime: document.regime as StraddleRegime | null,
    goals: document.goals.map((goal) => ({
      asset: assetId(goal.asset),
      sell: quantity(goal.sell),
      buy: quantity(goal.buy),
      tolerance: quantity(goal.tolerance),
      minTicket: quantity(goal.minTicket),
      wanted: quantity(goal.wanted),
    })),
    futures: document.futures.map((future) => ({
      ...future,
      side: future.side as 'long' | 'short',
      contract: future.contract as ContractId,
      account: future.account === null ? null : accountId(future.account),
      positionSide: future.positionSide as PositionSide,
      asset: assetId(future.asset),
      coinsPerStep: quantity(future.coinsPerStep),
      quantityPerStep: quantity(future.quantityPerStep),
      coinsBeside: quantity(future.coinsBeside),
      fee: rate(future.fee),
      marginRate: future.marginRate === null ? null : rate(future.marginRate),
    })),
    days: document.days.map(dayOf),
    assumptions: document.assumptions,
    expected: expectedOf(document.expected),
    trace: document.trace,
    before: document.before.map((event) => event as EventId),
  };
}

function dayOf({ date, sells, buys, hedges }: Document['days'][number]): SavedExitPlan['days'][number] {
  return {
    date: localDate(date),
    sells: sells.map((sale) => ({
      asset: assetId(sale.asset),
      account: accountId(sale.account),
      lot: sale.lot as LotId,
      acquired: localDate(sale.acquired),
      quantity: quantity(sale.quantity),
      price: price(sale.price),
      proceeds: money(sale.proceeds),
      fee: money(sale.fee),
      costBasis: money(sale.costBasis),
      term: sale.term as Term,
      counted: { short: money(sale.counted.short), long: money(sale.counted.long) },
      waits: money(sale.waits),
    })),
    buys: buys.map((buy) => ({
      asset: assetId(buy.asset),
      quantity: quantity(buy.quantity),
      price: price(buy.price),
      fee: money(buy.fee),
    })),
    hedges: hedges.map(({ position, from, to, ...rest }) => ({
      position,
      from,
      to,
      price: price(rest.price),
      result: rest.result === null ? null : money(rest.result),
      fee: money(rest.fee),
      closedAs:
        rest.closedAs === null
          ? null
          : {
              character: rest.closedAs.character as ClosedAs['character'],
              waits: money(rest.closedAs.waits),
            },
      roll: rest.roll === null ? null : { ends: localDate(rest.roll.ends), price: price(rest.roll.price) },
    })),
  };
}

function expectedOf({ years, ...sums }: Document['expected']): SavedExitPlan['expected'] {
  const of = (key: keyof typeof sums): Money => money(sums[key]);
  return {
    cost: of('cost'),
    tax: of('tax'),
    carry: of('carry'),
    fees: of('fees'),
    slippage: of('slippage'),
    marginCost: of('marginCost'),
    years: years.map(({ year, due, taxWith, taxWithout, added }) => ({
      year,
      due: localDate(due),
      taxWith: money(taxWith),
      taxWithout: money(taxWithout),
      added: money(added),
    })),
  };
}
