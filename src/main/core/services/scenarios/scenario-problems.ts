import { isNegative, isPositive } from '../../../../shared/num/arithmetic.ts';
import { money, quantity } from '../../../../shared/num/parse.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { addDays, dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { KeptScenario } from './kept-scenarios.ts';

/**
 * What no ledger and no market could make possible, each a clause. What rests on either is said where a plan is made.
 * In: what figures are as of; a last day counts as over a day after it ends anywhere.
 */
export function scenarioProblems(
  { exit = {}, tax = {} }: Pick<KeptScenario, 'exit' | 'tax'>,
  now: Instant,
): readonly string[] {
  const yesterday = dateText(addDays(localDate(toIso(now).slice(0, 10)), -1));
  const goals = exit.goals ?? [];
  const assets = goals.map(({ asset }) => asset);
  const income = [...(exit.income ?? [])];
  return [
    ...goals.flatMap(({ asset, sell, buy }) => {
      const amounts = [sell, buy].filter((amount) => amount !== undefined);
      if (amounts.length !== 1) return [`${asset} is either sold or bought`];
      return amounts.some((amount) => !isPositive(quantity(amount)))
        ? [`the amount of ${asset} has to be above zero`]
        : [];
    }),
    ...doubled(assets).map((asset) => `${asset} has two goals`),
    ...(exit.horizon !== undefined && exit.horizon < yesterday
      ? [`its last day, ${exit.horizon}, is over`]
      : []),
    ...(exit.noTrade ?? []).flatMap(({ from, to }) =>
      to < from ? [`the days without trading end (${to}) before they begin (${from})`] : [],
    ),
    ...doubled(income.map(({ year }) => String(year))).map((year) => `${year} has two incomes`),
    ...doubled((tax.income ?? []).map(({ year }) => String(year))).map(
      (year) => `${year} has two incomes in its tax details`,
    ),
    ...[...income, ...(tax.income ?? [])].flatMap(({ year, ordinaryIncome }) =>
      ordinaryIncome !== undefined && isNegative(money(ordinaryIncome))
        ? [`the income of ${year} is below zero`]
        : [],
    ),
  ];
}

function doubled(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) < place))];
}
