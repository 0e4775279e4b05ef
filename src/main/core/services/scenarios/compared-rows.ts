/** Plans of several scenarios, figure by figure in one table. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { compare, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';

/** A plan with what it leaves behind. */
export interface ComparedPlan extends CallAnswer<'exit.plan'> {
  readonly wealth: string | null;
}

type Plan = ComparedPlan;
type Row = CallAnswer<'scenarios.compare'>['rows'][number];

interface Line {
  readonly id: string;
  readonly group: Row['group'];
  readonly label: string;
  readonly unit: string;
  /** Whether the least is the best. */
  readonly lessIsBetter?: boolean;
  /** null where the plan has no such figure. */
  of(plan: Plan): string | null;
}

/** In: one plan a column, null where none could be made. */
export function comparedRows(plans: readonly (Plan | null)[], currency: string): Row[] {
  const made = plans.flatMap((plan) => plan ?? []);
  const rows = [
    ...costLines(currency),
    ...taxLines(made, currency),
    ...dateLines(made),
    ...quantityLines(made),
    ...resultLines(currency),
    ...searchLines,
  ].map((line) => rowOf(line, plans));
  const idle = idleYears(rows);
  return rows.filter(({ id }) => !idle.has(id));
}

/** Years in which no plan does anything and that are alike: they would only be noise. */
function idleYears(rows: readonly Row[]): ReadonlySet<string> {
  const alike = new Set(rows.filter(({ differs }) => !differs).map(({ id }) => id));
  const years = rows
    .filter(({ id, values }) => id.startsWith('added:') && values.every((value) => (value ?? '0') === '0'))
    .map(({ id }) => id.slice('added:'.length))
    .filter((year) => alike.has(`added:${year}`) && alike.has(`tax:${year}`));
  return new Set(years.flatMap((year) => [`added:${year}`, `tax:${year}`]));
}

function rowOf({ id, group, label, unit, lessIsBetter, of }: Line, plans: readonly (Plan | null)[]): Row {
  const values = plans.map((plan) => (plan === null ? null : of(plan)));
  const differs = differing(values, group, unit);
  return {
    id,
    group,
    label,
    unit,
    values,
    differs,
    least: lessIsBetter === true && differs ? leastOf(values) : [],
  };
}

/** What is not done on a day is a difference; a year that a plan does not reach, or an unknown figure, is none. */
function differing(values: readonly (string | null)[], group: Row['group'], unit: string): boolean {
  const empty = group === 'dates' || group === 'quantities';
  const told = empty ? values : values.filter((value) => value !== null);
  return told.some((value) => !isSame(value, told[0] ?? null, unit));
}

const NO_FIGURE = new Set(['date', 'words']);

/** "1" and "1.0" are one figure. */
function isSame(a: string | null, b: string | null, unit: string): boolean {
  if (a === null || b === null || NO_FIGURE.has(unit)) return a === b;
  return compare(quantity(a), quantity(b)) === 0;
}

function leastOf(values: readonly (string | null)[]): number[] {
  const known = values.flatMap((value, place) =>
    value === null ? [] : [{ place, figure: quantity(value) }],
  );
  const [first] = known.toSorted((a, b) => compare(a.figure, b.figure));
  return first === undefined
    ? []
    : known.filter(({ figure }) => compare(figure, first.figure) === 0).map(({ place }) => place);
}

function costLines(unit: string): Line[] {
  const line = (id: string, label: string, of: Line['of']): Line => ({ id, group: 'cost', label, unit, of });
  return [
    // Of its parts the least is no merit: the whole may cost more.
    { ...line('cost', 'Cost of the plan in today’s money', ({ cost }) => cost), lessIsBetter: true },
    line('tax', 'Tax that it adds', ({ tax }) => tax),
    line('carry', 'Funding and basis', ({ carry }) => carry),
    line('fees', 'Fees', ({ fees }) => fees),
    line('slippage', 'Slippage', ({ slippage }) => slippage),
    line('marginCost', 'What locked margin would have earned', ({ marginCost }) => marginCost),
    line('lockedMargin', 'Most margin locked', ({ lockedMargin }) => lockedMargin),
  ];
}

function taxLines(plans: readonly Plan[], unit: string): Line[] {
  const years = inOrder(plans.flatMap(({ taxByYear }) => taxByYear.map(({ year }) => String(year))));
  return years.flatMap((year): Line[] => {
    const found = (plan: Plan): Plan['taxByYear'][number] | undefined =>
      plan.taxByYear.find((one) => String(one.year) === year);
    return [
      {
        id: `added:${year}`,
        group: 'tax',
        label: `Tax of ${year} that the plan adds`,
        unit,
        of: (plan) => found(plan)?.added ?? null,
      },
      {
        id: `tax:${year}`,
        group: 'tax',
        label: `All tax of ${year} with the plan`,
        unit,
        of: (plan) => found(plan)?.taxWith ?? null,
      },
    ];
  });
}

function dateLines(plans: readonly Plan[]): Line[] {
  const positions = inOrder(
    plans.flatMap(({ futures }) =>
      futures.filter(({ heldUntil }) => heldUntil !== null).map(({ asset, side }) => `${side} ${asset}`),
    ),
  );
  return [
    {
      id: 'first',
      group: 'dates',
      label: 'First day',
      unit: 'date',
      of: ({ days }) => days[0]?.date ?? null,
    },
    {
      id: 'last',
      group: 'dates',
      label: 'Last day',
      unit: 'date',
      of: ({ days }) => days.at(-1)?.date ?? null,
    },
    ...positions.map((name): Line => ({
      id: `held:${name}`,
      group: 'dates',
      label: `Hedge held until: ${name}`,
      unit: 'date',
      of: ({ futures }) =>
        futures
          .filter(({ asset, side }) => `${side} ${asset}` === name)
          .flatMap(({ heldUntil }) => heldUntil ?? [])
          .toSorted((a, b) => (a < b ? -1 : 1))
          .at(-1) ?? null,
    })),
  ];
}

/** Coins sold and bought by day: an empty cell is a day on which the plan does not. */
function quantityLines(plans: readonly Plan[]): Line[] {
  const keys = inOrder(
    plans.flatMap(({ days }) =>
      days.flatMap(({ date, sells, buys }) => [
        ...sells.map(({ asset }) => `${date} sell ${asset}`),
        ...buys.map(({ asset }) => `${date} buy ${asset}`),
      ]),
    ),
  );
  return keys.map((key): Line => {
    const [date = '', side = '', asset = ''] = key.split(' ');
    return {
      id: `${side}:${asset}:${date}`,
      group: 'quantities',
      label: `${side === 'sell' ? 'Sell' : 'Buy'} ${asset} on ${date}`,
      unit: asset,
      of: ({ days }) => {
        const trades = days
          .filter((day) => day.date === date)
          .flatMap(({ sells, buys }): readonly { asset: string; quantity: string }[] =>
            side === 'sell' ? sells : buys,
          )
          .filter((trade) => trade.asset === asset);
        return trades.length === 0
          ? null
          : toText(
              sum(
                trades.map((trade) => quantity(trade.quantity)),
                zeroQuantity,
              ),
            );
      },
    };
  });
}

function resultLines(unit: string): Line[] {
  return [
    {
      id: 'wealth',
      group: 'result',
      label: 'Coins of the plan, cash and futures on its last day, after tax',
      unit,
      of: ({ wealth }) => wealth,
    },
    {
      id: 'saves',
      group: 'result',
      label: 'Saved against the best simple rule',
      unit,
      of: ({ saves }) => saves,
    },
    {
      id: 'lossesWaiting',
      group: 'result',
      label: 'Straddle losses that still wait at the end',
      unit,
      of: ({ lossesWaiting }) => lossesWaiting,
    },
    {
      id: 'lossesCarried',
      group: 'result',
      label: 'Losses carried beyond the last year',
      unit,
      of: ({ lossesCarried }) => lossesCarried,
    },
    {
      id: 'gainLeft',
      group: 'result',
      label: 'Gain left in what could have been sold',
      unit,
      of: ({ gainLeft }) => gainLeft,
    },
  ];
}

const searchLines: readonly Line[] = [
  { id: 'status', group: 'search', label: 'Found', unit: 'words', of: foundWords },
  {
    id: 'gap',
    group: 'search',
    label: 'At most so far from the best possible',
    unit: 'share',
    of: ({ gap }) => (gap === null || Number(gap) > 1 ? null : gap),
  },
];

function inOrder(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));
}

/** "best found, ended by the time limit" */
function foundWords({ status, stoppedBy }: ComparedPlan): string {
  const words = status === 'optimal' ? 'proven best' : 'best found';
  return stoppedBy === null ? words : `${words}, ended by the time limit`;
}
