import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
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

function longTermDates({ heldLots, asOf }: Derived): PlanDate[] {
  const coming = heldLots.filter(({ longTermFrom }) => longTermFrom > asOf);
  const byDay = Map.groupBy(coming, ({ longTermFrom, asset }) => `${dateText(longTermFrom)} ${asset}`);
  return [...byDay.values()].flatMap((sameDay) => {
    const [first] = sameDay;
    if (first === undefined) return [];
    const text = `${quantityText(totalOf(sameDay), first.asset)} turns long-term.`;
    return [{ date: dateText(first.longTermFrom), kind: 'long-term', text }];
  });
}

function totalOf(lots: readonly OpenLot[]): Quantity {
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
