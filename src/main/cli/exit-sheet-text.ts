/** Saved exit plans and close-out sheets for people. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, priceText, quantityText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type Sheet = CallAnswer<'exit.sheet'>;
type Plan = Sheet['plan'];
type Progress = CallAnswer<'exit.progress'>;

/** One line a plan. */
export function plansText(plans: readonly Plan[]): string {
  return table(
    plans,
    [
      { title: 'Plan', cell: ({ id }) => id },
      { title: 'Name', cell: ({ name, version }) => (version === 1 ? name : `${name} (version ${version})`) },
      { title: 'Planned on', cell: ({ asOf }) => asOf },
      { title: 'Next day', cell: (plan) => plan.nextDay ?? (plan.dropped === null ? 'all done' : '-') },
      {
        title: 'Steps done',
        cell: ({ days }) =>
          `${days.reduce((n, { done }) => n + done, 0)} of ${days.reduce((n, { steps }) => n + steps, 0)}`,
        right: true,
      },
      { title: 'Cost expected', cell: ({ cost }) => moneyText(cost), right: true },
      { title: '', cell: standsWords },
    ],
    'No exit plan is saved. `hedgerow exit save NAME` plans an exit and keeps it.',
  );
}

function standsWords({ dropped, replacedBy }: Plan): string {
  if (dropped !== null) return `dropped on ${dropped.at.slice(0, 10)}`;
  return replacedBy === null ? '' : `replaced by ${replacedBy}`;
}

/** One plan in full. */
export function planText(plan: Plan): string {
  return [
    paragraph(`${plan.id}, ${plan.name}: ${plan.sentence}`),
    ...(plan.reason === '' ? [] : [paragraph(plan.reason)]),
    table(
      plan.days,
      [
        { title: 'Day', cell: ({ date }) => date },
        { title: 'Steps', cell: ({ steps }) => String(steps), right: true },
        { title: 'Done', cell: ({ done }) => String(done), right: true },
        { title: '', cell: ({ state }) => state },
      ],
      'It does nothing.',
    ),
    table(
      plan.years,
      [
        { title: 'Year', cell: ({ year }) => String(year) },
        { title: 'Tax with the plan', cell: ({ taxWith }) => moneyText(taxWith), right: true },
        { title: 'Without', cell: ({ taxWithout }) => moneyText(taxWithout), right: true },
        { title: 'Added', cell: ({ added }) => gainText(added), right: true },
      ],
      'No tax year is known.',
    ),
    ...plan.assumptions.map((words) => paragraph(`- ${words}`)),
  ].join('\n\n');
}

/** The sheet as one works through it, from top to bottom. */
export function sheetText(sheet: Sheet): string {
  return [
    paragraph(
      `Close-out sheet of ${sheet.plan.id}, ${sheet.plan.name}, for ${sheet.date}. ${sheet.sentence}`,
    ),
    ...issuesText(sheet.issues),
    ...(sheet.identify.length === 0
      ? []
      : [
          [
            'First, put the lots on record (`hedgerow exit identify`):',
            ...sheet.identify.map(recordLine),
          ].join('\n'),
        ]),
    stepsText(sheet.steps),
    ...[...new Set(sheet.steps.map(({ kind, character }) => `${KINDS[kind]}: ${character}`))].map((words) =>
      paragraph(words),
    ),
    ordersText(sheet.orders),
    ...sheet.bounds.map(({ words }) => paragraph(words)),
    totalsText(sheet),
  ].join('\n\n');
}

function recordLine({ recorded, late, words }: Sheet['identify'][number]): string {
  return paragraph(`[${recorded === null ? ' ' : 'x'}]${late ? ' (late)' : ''} ${words}`, 2);
}

function stepsText(steps: Sheet['steps']): string {
  return table(
    steps,
    [
      { title: 'Step', cell: ({ words }) => words },
      { title: 'State', cell: ({ stateWords }) => stateWords },
    ],
    'The day has no steps.',
  );
}

function ordersText(orders: Sheet['orders']): string {
  return table(
    orders,
    [
      { title: 'No.', cell: ({ number }) => String(number), right: true },
      { title: 'Order', cell: ({ words }) => words },
      { title: 'Coins', cell: ({ coins, asset }) => `${quantityText(coins)} ${asset}`, right: true },
      { title: 'Limit from', cell: ({ limit }) => priceText(limit?.price ?? null), right: true },
      { title: 'Off target', cell: ({ offAfter }) => gainText8(offAfter), right: true },
      { title: 'Moves after', cell: ({ exposureAfter }) => quantityText(exposureAfter), right: true },
      { title: 'Naked', cell: ({ nakedAfter }) => quantityText(nakedAfter), right: true },
      {
        title: 'Lots of',
        cell: ({ lots }) => lotDays(lots),
      },
      { title: 'Short-term', cell: ({ expected }) => gainText(expected.shortTermGain), right: true },
      { title: 'Long-term', cell: ({ expected }) => gainText(expected.longTermGain), right: true },
      { title: 'Futures', cell: ({ expected }) => gainText(expected.futuresResult), right: true },
      { title: 'Fee', cell: ({ expected }) => moneyText(expected.fee), right: true },
    ],
    'Nothing is left to do on this day.',
  );
}

const KINDS: Readonly<Record<Sheet['steps'][number]['kind'], string>> = {
  sell: 'Tax of coins sold',
  buy: 'Tax of coins bought',
  'close-short': 'Tax of shorts bought back',
  'close-long': 'Tax of longs sold',
  'open-short': 'Tax of shorts opened',
  'open-long': 'Tax of longs opened',
};

const MOST_DAYS = 2;

/** The days of a few lots, or how many there are: `--json` has them all. */
function lotDays(lots: Sheet['orders'][number]['lots']): string {
  const days = [...new Set(lots.map(({ acquiredDate }) => acquiredDate))].toSorted();
  if (days.length === 0) return '-';
  return days.length <= MOST_DAYS
    ? days.join(' ')
    : `${lots.length} lots, ${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
}

function gainText8(text: string): string {
  const number = quantityText(text);
  return number === '0' || number.startsWith('-') ? number : `+${number}`;
}

function totalsText({ totals, plan: { currency } }: Sheet): string {
  const rows = [
    { label: 'Proceeds', value: totals.proceeds },
    { label: 'Purchases', value: totals.purchases },
    { label: 'Short-term gain of coins', value: totals.shortTermGain },
    { label: 'Long-term gain of coins', value: totals.longTermGain },
    { label: 'Result of futures', value: totals.futuresResult },
    { label: 'Fees', value: totals.fees },
    { label: 'Margin that comes free', value: totals.marginFreed },
  ];
  return table(
    rows,
    [
      { title: `Expected at the latest prices, ${currency}`, cell: ({ label }) => label },
      { title: '', cell: ({ value }) => (value === null ? 'not known' : moneyText(value)), right: true },
    ],
    '',
  );
}

/** Plan against actual. */
export function progressText(progress: Progress): string {
  const { plan, steps, years } = progress;
  return [
    paragraph(`${plan.id}, ${plan.name}: ${progress.sentence}`),
    table(
      steps,
      [
        { title: 'Day', cell: ({ date }) => date },
        { title: 'Step', cell: ({ words }) => words },
        { title: 'State', cell: ({ stateWords }) => stateWords },
        { title: 'Price planned', cell: ({ expected }) => priceText(expected.price), right: true },
        { title: 'Price', cell: ({ actual }) => priceText(actual?.price ?? null), right: true },
        { title: 'Gain planned', cell: ({ expected }) => gainsText(expected), right: true },
        { title: 'Gain', cell: ({ actual }) => (actual === null ? '-' : gainsText(actual)), right: true },
      ],
      'The plan has no steps.',
    ),
    ...steps.flatMap(({ words, deviations }) =>
      deviations.length === 0
        ? []
        : [[words, ...deviations.map((one) => paragraph(`- ${one}`, 2))].join('\n')],
    ),
    ...progress.outside.map(({ words }) => paragraph(words)),
    ...progress.deviations.map((words) => paragraph(words)),
    table(
      years,
      [
        { title: 'Year', cell: ({ year }) => String(year) },
        { title: 'Tax planned', cell: ({ planned }) => moneyText(planned), right: true },
        { title: 'Tax now', cell: ({ now }) => moneyText(now), right: true },
        { title: 'Difference', cell: ({ difference }) => gainText(difference), right: true },
      ],
      'No tax year is known.',
    ),
    ...issuesText(progress.issues),
  ].join('\n\n');
}

function gainsText({
  shortTermGain,
  longTermGain,
  futuresResult,
}: Sheet['steps'][number]['expected']): string {
  if (futuresResult !== null) return `${gainText(futuresResult)} futures`;
  if (shortTermGain === null || longTermGain === null) return '-';
  return `${gainText(shortTermGain)} short, ${gainText(longTermGain)} long`;
}

export function recordsText(records: Sheet['identify']): string {
  return records.map(recordLine).join('\n');
}
