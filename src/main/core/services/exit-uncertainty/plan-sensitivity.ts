import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { withMovedPrices } from '../../../engine/exit/uncertainty/moved-prices.ts';
import {
  axisOf,
  fundingAxis,
  incomeAxis,
  sensitivitySeries,
  taxRateAxis,
} from '../../../engine/exit/uncertainty/sensitivity.ts';
import type { Axis, Series } from '../../../engine/exit/uncertainty/sensitivity.ts';
import { moneyText, percentText, pointsText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { ExitSetup } from '../exit/exit-setup.ts';
import { plannedExit } from '../exit/planned-exit.ts';
import { issueTexts } from '../issue-text.ts';
import { traceText } from '../trace-text.ts';
import { uncertaintyTools } from './uncertainty-tools.ts';

type SeriesText = CallAnswer<'exit.sensitivity'>['series'][number];

/**
 * What the plan costs where one assumption comes out otherwise, and whether another plan is better at the ends.
 * Errors: those of `plannedExit`.
 */
export const planSensitivity: Handler<'exit.sensitivity'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const planned = await plannedExit(derived.value, request, context);
  if (!planned.ok) return planned;
  const { setup, plan } = planned.value;
  const axes = axesOf(setup);
  const tools = uncertaintyTools(context, request.seconds, axes.length * 2);
  const series: SeriesText[] = [];
  for (const [place, axis] of axes.entries()) {
    context.progress(`Sensitivity to ${ABOUT[axis.id].short}`, place, axes.length);
    series.push(seriesText(await sensitivitySeries(axis, plan.plan.schedule, tools), setup));
  }
  const { asOf, horizon, currency } = setup;
  return ok({
    asOf: dateText(asOf),
    horizon: dateText(horizon),
    currency,
    baseCost: toText(plan.plan.cost),
    series,
    words: [
      'One assumption moves at a time, the others stay. The line is the plan as it is; at the ends stands what a plan made for just that would cost.',
      ...strongest(series, currency),
    ],
    issues: issueTexts(setup.setupIssues, derived.value),
  });
};

const ABOUT: {
  readonly [Id in Axis['id']]: {
    readonly short: string;
    readonly title: string;
    readonly unit: SeriesText['unit'];
    readonly about: string;
    readonly without: string;
  };
} = {
  funding: {
    short: 'funding',
    title: 'Funding of the hedge',
    unit: 'share',
    about:
      'How much more a year shorts pay on perpetual contracts than is assumed, as a share of their worth; longs receive as much. Below zero it is the other way round.',
    without: 'No perpetual contract is in the plan, so funding changes nothing.',
  },
  price: {
    short: 'prices',
    title: 'Prices of the coins',
    unit: 'share',
    about:
      'How far all coins move until the last day of the plan, in a straight line, on top of what is assumed.',
    without: 'No coin is traded in the plan.',
  },
  income: {
    short: 'income',
    title: 'Your other income',
    unit: 'money',
    about: 'More or less ordinary income in each year of the plan.',
    without: 'No year of the profile is in the plan.',
  },
  'tax-rate': {
    short: 'tax rates',
    title: 'Tax rates',
    unit: 'points',
    about:
      'Points on top of the rates of the law, in each year of the plan: a state that taxes more, or a higher rate one day.',
    without: 'No year of the profile is in the plan.',
  },
};

const SHARES = ['-0.2', '-0.1', '0', '0.1', '0.2', '0.4'].map(rate);
const MOVES = ['-0.5', '-0.25', '0', '0.25', '0.5', '1'].map(rate);
const INCOMES = ['-50000', '-25000', '25000', '50000', '100000'].map(money);
const POINTS = ['-0.05', '-0.02', '0.02', '0.05', '0.1'].map(rate);

function axesOf(setup: ExitSetup): Axis[] {
  const signed = (value: Rate | Money, text: string): string =>
    isNegative(value) || value === rate('0') ? text : `+${text}`;
  const { currency, horizon } = setup;
  return [
    fundingAxis(setup, SHARES, (change) => signed(change, percentText(change))),
    axisOf(
      'price',
      MOVES,
      rate('0'),
      (change) => signed(change, percentText(change)),
      (change) =>
        change === rate('0') ? setup : withMovedPrices(setup, { change, by: horizon, asset: null }),
    ),
    incomeAxis(setup, INCOMES, (change) => signed(change, moneyText(change, currency))),
    taxRateAxis(setup, POINTS, (change) => `${isNegative(change) ? '−' : '+'}${pointsText(change)}`),
  ];
}

function seriesText({ id, points, flips }: Series, { currency }: ExitSetup): SeriesText {
  const { title, unit, about, without } = ABOUT[id];
  return {
    id,
    title,
    unit,
    about,
    why: points.length === 0 ? without : null,
    flips,
    points: points.map(({ value, label, isBase, cost, tax, ruleCost, best, trace }) => ({
      value: toText(value),
      label,
      cost: textOf(cost),
      tax: textOf(tax),
      ruleCost: textOf(ruleCost),
      best: textOf(best),
      isBase,
      trace: trace === null ? null : traceText(trace),
    })),
    words: seriesWords({ id, points, flips }, currency),
  };
}

function seriesWords({ points }: Series, currency: string): string[] {
  const first = points[0];
  const last = points.at(-1);
  if (first?.cost === undefined || last === undefined || first.cost === null || last.cost === null) return [];
  const say = (amount: Money): string => moneyText(amount, currency);
  const range = `From ${first.label} to ${last.label} the cost goes from ${say(first.cost)} to ${say(last.cost)}.`;
  return [
    range,
    ...[first, last].flatMap(({ label, cost, best }) => {
      if (cost === null || best === null) return [];
      const saved = subtract(cost, best);
      return saved > money('1')
        ? [`At ${label} a plan made for that would save ${say(saved)}.`]
        : [`At ${label} the same plan stays right.`];
    }),
  ];
}

/** The assumption that moves the cost most. */
function strongest(series: readonly SeriesText[], currency: string): string[] {
  let most: { readonly title: string; readonly span: Money } | null = null;
  for (const { title, points } of series) {
    const costs = points
      .flatMap(({ cost }) => (cost === null ? [] : [money(cost)]))
      .toSorted((a, b) => (a < b ? -1 : 1));
    const [least, largest] = [costs[0], costs.at(-1)];
    if (least === undefined || largest === undefined) continue;
    const span = subtract(largest, least);
    if (most === null || span > most.span) most = { title, span };
  }
  return most === null
    ? []
    : [
        `What matters most: ${most.title.toLowerCase()}. It moves the cost by up to ${moneyText(most.span, currency)}.`,
      ];
}

function textOf(amount: Money | null): string | null {
  return amount === null ? null : toText(amount);
}
