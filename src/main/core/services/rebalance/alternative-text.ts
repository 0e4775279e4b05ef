/** One way back as the contract carries it. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { apportion, quantityTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { Alternative, ShownWay } from '../../../engine/rebalance/alternatives/alternatives.ts';
import type { AlternativesCase } from '../../../engine/rebalance/alternatives/alternatives-case.ts';
import { costTrace } from '../../../engine/rebalance/alternatives/cost-trace.ts';
import { firstDay } from '../../../engine/rebalance/alternatives/schedules.ts';
import { stepWords } from '../../../engine/rebalance/alternatives/step-words.ts';
import { wayTitle } from '../../../engine/rebalance/alternatives/way-title.ts';
import { traceText } from '../trace-text.ts';

export type AlternativeText = CallAnswer<'rebalance.alternatives'>['alternatives'][number];

export function alternativeText(way: ShownWay, given: AlternativesCase): AlternativeText {
  const title = wayTitle(way);
  return way.priced === null ? { ...nothingOf(way.kind, title), why: way.why } : wayText(way, title, given);
}

function wayText(way: Alternative, title: string, given: AlternativesCase): AlternativeText {
  const { kind, priced, carryRange, straddle, weights } = way;
  return {
    kind,
    title,
    possible: true,
    why: null,
    steps: [...stepWords(way, given)],
    until: textOfDate(priced.schedule.days.at(-1)?.date),
    cost: toText(priced.cost),
    tax: toText(priced.tax),
    carry: toText(priced.carry),
    carryRange:
      carryRange === null
        ? null
        : { low: toText(carryRange.low), high: toText(carryRange.high), words: carryRange.words },
    fees: toText(priced.fees),
    slippage: toText(priced.slippage),
    marginCost: toText(priced.marginCost),
    lockedMargin: textOrNull(priced.lockedMargin),
    marginWords: priced.lockedMargin === null ? marginWords(way, given) : null,
    newMoney: toText(way.newMoney),
    taxByYear: way.gains
      .filter((year) => !isQuiet(year))
      .map((year) => ({
        year: year.year,
        due: dateText(year.due),
        shortTermGain: toText(year.shortTermGain),
        longTermGain: toText(year.longTermGain),
        section1256Gain: toText(year.section1256Gain),
        taxWith: toText(year.taxWith),
        taxWithout: toText(year.taxWithout),
        added: toText(year.added),
      })),
    liquidation: way.liquidations.map(({ future, price, distance, words }) => ({
      asset: future.asset,
      contract: future.terms.symbol,
      side: future.side,
      price: textOrNull(price),
      distance: textOrNull(distance),
      words,
    })),
    straddle: [...straddle.words],
    lossesWaiting: toText(priced.lossesWaiting),
    lossesCarried: toText(priced.lossesCarried),
    gainLeft: toText(priced.gainLeft),
    weights: weights.rows.map(({ asset, target, weight, drift }) => ({
      asset,
      target: toText(target),
      weight: toText(weight),
      drift: toText(drift),
    })),
    driftLeft: toText(weights.driftLeft),
    wealth: way.wealth.map(({ path, trace, ...figures }) => ({
      path,
      coins: toText(figures.coins),
      cash: toText(figures.cash),
      futures: toText(figures.futures),
      fees: toText(figures.fees),
      tax: toText(figures.tax),
      wealth: toText(figures.wealth),
      latentTax: toText(figures.latentTax),
      afterLatentTax: toText(figures.afterLatentTax),
      trace: traceText(trace),
    })),
    sales: salesText(way, given),
    purchases: purchasesText(way),
    hedges: hedgesText(way, given),
    trace: traceText(costTrace(title, given.exit, priced)),
  };
}

/** Nothing is added to the year, not even results that cancel. */
function isQuiet({
  shortTermGain,
  longTermGain,
  section1256Gain,
  added,
}: Alternative['gains'][number]): boolean {
  return [shortTermGain, longTermGain, section1256Gain, added].every((amount) => isZero(amount));
}

function salesText({ priced }: Alternative, given: AlternativesCase): AlternativeText['sales'] {
  return priced.flows.actions.flatMap((action) => {
    if (action.kind !== 'sell') return [];
    const lot = given.lots.find(({ id }) => id === action.lot);
    if (lot === undefined) return [];
    const value = valueOf(action.quantity, action.price, 'half-even');
    const costBasis = apportion(lot.costBasis, action.quantity, lot.quantity, 'half-even');
    return [
      {
        date: dateText(action.date),
        asset: lot.asset,
        lot: lot.id,
        acquiredDate: dateText(lot.acquiredDate),
        accountName: given.accountName(lot.account),
        quantity: toText(action.quantity),
        value: toText(value),
        costBasis: toText(costBasis),
        gain: toText(subtract(subtract(value, action.fee ?? zeroMoney), costBasis)),
        term: action.date >= lot.longTermFrom ? ('long' as const) : ('short' as const),
      },
    ];
  });
}

function purchasesText({ priced }: Alternative): AlternativeText['purchases'] {
  return priced.flows.actions.flatMap((action) =>
    action.kind === 'buy'
      ? [
          {
            date: dateText(action.date),
            asset: action.asset,
            quantity: toText(action.quantity),
            cost: toText(add(valueOf(action.quantity, action.price, 'half-even'), action.fee ?? zeroMoney)),
          },
        ]
      : [],
  );
}

/** What stands open after the first day. */
function hedgesText({ priced }: Alternative, { exit }: AlternativesCase): AlternativeText['hedges'] {
  const first = priced.schedule.days.find(({ date }) => date === firstDay(exit));
  return (first?.hedges ?? []).flatMap(({ position, steps }) => {
    const future = exit.futures.find((one) => one.position === position);
    if (future === undefined || steps === 0) return [];
    const count = rateFromFraction(BigInt(steps), 1n, 'half-even');
    const coins = quantityTimes(future.coinsPerStep, count, 'half-even');
    const price = exit.book.priceOn(future.asset, firstDay(exit));
    return [
      {
        asset: future.asset,
        contract: future.terms.symbol,
        contractName: future.terms.name,
        side: future.side,
        coins: toText(coins),
        notional: toText(price === null ? zeroMoney : valueOf(coins, price, 'half-even')),
        isOpen: future.isOpen,
      },
    ];
  });
}

function marginWords({ priced }: Alternative, { exit }: AlternativesCase): string {
  const used = new Set(priced.schedule.days.flatMap(({ hedges }) => hedges.map(({ position }) => position)));
  const unknown = exit.futures.filter(
    ({ position, marginRate }) => used.has(position) && marginRate === null,
  );
  const names = [...new Set(unknown.map(({ terms }: { readonly terms: ContractTerms }) => terms.symbol))];
  return `What ${names.join(', ')} asks as margin is not known here: ask the venue.`;
}

function nothingOf(kind: AlternativeText['kind'], title: string): AlternativeText {
  return {
    kind,
    title,
    possible: false,
    why: null,
    steps: [],
    until: null,
    cost: null,
    tax: null,
    carry: null,
    carryRange: null,
    fees: null,
    slippage: null,
    marginCost: null,
    lockedMargin: null,
    marginWords: null,
    newMoney: '0',
    taxByYear: [],
    liquidation: [],
    straddle: [],
    lossesWaiting: null,
    lossesCarried: null,
    gainLeft: null,
    weights: [],
    driftLeft: null,
    wealth: [],
    sales: [],
    purchases: [],
    hedges: [],
    trace: null,
  };
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}

function textOfDate(date: Parameters<typeof dateText>[0] | undefined): string | null {
  return date === undefined ? null : dateText(date);
}
