import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { add, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import {
  dateText,
  lastBusinessDayOfYear,
  lastDayOfYear,
  yearOf,
} from '../../../../shared/time/local-date.ts';
import { listText, quantityText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import { lotClocksOf } from '../holdings/lot-clocks.ts';

type PlanDate = CallAnswer<'plan.dates'>['dates'][number];

/** The dates ahead that matter, earliest first; steps that are not done stay, however old. */
export const readDates: Handler<'plan.dates'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const dates = [
    ...longTermDates(derived.value),
    ...expiryDates(derived.value),
    ...stepDates(derived.value),
    ...yearEndDates(derived.value),
  ];
  const sorted = dates.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return ok({ asOf: dateText(derived.value.asOf), dates: sorted });
};

/** Units of one lot that turn long-term on one day. */
interface Turning extends Pick<OpenLot, 'asset' | 'quantity' | 'longTermFrom'> {
  /** By a hedge that ended its holding period before. */
  readonly anew: boolean;
}

function longTermDates(derived: Derived): PlanDate[] {
  const coming = turningOf(derived).filter(({ longTermFrom }) => longTermFrom > derived.asOf);
  const byDay = Map.groupBy(
    coming,
    ({ longTermFrom, asset, anew }) => `${dateText(longTermFrom)} ${asset} ${anew}`,
  );
  return [...byDay.values()].flatMap((sameDay) => {
    const [first] = sameDay;
    if (first === undefined) return [];
    const why = first.anew ? ': a hedge made its holding period begin anew' : '';
    const text = `${quantityText(totalOf(sameDay), first.asset)} turns long-term${why}.`;
    return [{ date: dateText(first.longTermFrom), kind: 'long-term', text }];
  });
}

/** What is held with its dates: units whose clock a hedge stopped have no date, those it restarted a later one. */
function turningOf(derived: Derived): readonly Turning[] {
  const clocks = lotClocksOf(derived);
  if (clocks.size === 0) return derived.heldLots.map((lot) => ({ ...lot, anew: false }));
  const found: Turning[] = [];
  const left = new Map([...clocks].map(([lot, { quantity }]) => [lot, quantity]));
  for (const { id, asset, quantity, longTermFrom } of derived.heldLots) {
    const touched = smaller(left.get(id) ?? zeroQuantity, quantity);
    left.set(id, subtract(left.get(id) ?? zeroQuantity, touched));
    found.push({ asset, quantity: subtract(quantity, touched), longTermFrom, anew: false });
  }
  for (const [lot, { periods }] of clocks) {
    const asset = derived.lots.originOf(lot)?.asset;
    for (const period of periods)
      if (period.longTermFrom !== null && asset !== undefined)
        found.push({ asset, quantity: period.held, longTermFrom: period.longTermFrom, anew: true });
  }
  return found.filter(({ quantity }) => quantity > zeroQuantity);
}

function totalOf(lots: readonly Pick<OpenLot, 'quantity'>[]): Quantity {
  return lots.reduce((total, { quantity }) => add(total, quantity), zeroQuantity);
}

function expiryDates({ positions, asOf, accountName }: Derived): PlanDate[] {
  return positions.positions.flatMap(({ side, spec, account }) => {
    if (side === 'flat' || spec.expiry === null) return [];
    const where = `${spec.symbol} (${side}, ${accountName(account)})`;
    const text =
      spec.expiry < asOf
        ? `${where} has expired but stands open: import its settlement.`
        : `${where} expires.`;
    return [{ date: dateText(spec.expiry), kind: 'expiry', text }];
  });
}

function stepDates({ facts }: Derived): PlanDate[] {
  return facts.plans.flatMap(({ plan }) =>
    plan.steps
      .filter(({ doneAt }) => doneAt === null)
      .map(({ date, text }): PlanDate => ({ date: dateText(date), kind: 'step', text })),
  );
}

/** This year's end, and the next where a plan reaches into it; marks where a section 1256 position or leg is open. */
function yearEndDates(derived: Derived): PlanDate[] {
  const { facts, positions, asOf } = derived;
  const open = positions.positions.filter(({ side, spec }) => side !== 'flat' && spec.section1256.status);
  const planned = legLivesOf(derived).flatMap(({ terms, state, plan }) =>
    state === 'closed' || terms?.section1256.status !== true
      ? []
      : [{ symbol: terms.symbol, until: plan.exitDate }],
  );
  const lastYear = Math.max(yearOf(asOf), ...facts.plans.map(({ plan }) => yearOf(plan.exitDate)));
  const dates: PlanDate[] = [];
  for (let year = yearOf(asOf); year <= lastYear; year++) {
    const mark = lastBusinessDayOfYear(year);
    const symbols = [
      ...open.map(({ spec }) => spec.symbol),
      ...planned.filter(({ until }) => until > mark).map(({ symbol }) => symbol),
    ];
    if (symbols.length > 0 && mark >= asOf) {
      const text = `${listText([...new Set(symbols)])}: section 1256 contracts are marked to market.`;
      dates.push({ date: dateText(mark), kind: 'year-end-mark', text });
    }
    const text = `The tax year ${year} ends: what is sold after it falls into the next.`;
    dates.push({ date: dateText(lastDayOfYear(year)), kind: 'year-end', text });
  }
  return dates;
}
