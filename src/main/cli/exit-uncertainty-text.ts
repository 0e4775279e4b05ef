import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, quantityText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type Paths = CallAnswer<'exit.paths'>;

const lines = (words: readonly string[]): string => words.map((one) => paragraph(one)).join('\n');
const bullets = (words: readonly string[]): string[] => words.map((one) => paragraph(`- ${one}`, 2));

/** What each plan costs on each price path, its regret, the robust choice, and what to do at price targets. */
export function exitPathsText(answer: Paths): string {
  const { paths, plans, conditions, words, issues } = answer;
  const cell = (plan: Paths['plans'][number], place: number): string => {
    const one = plan.onPaths[place];
    return one?.cost === null || one === undefined
      ? 'not possible'
      : `${moneyText(one.cost)} (+${moneyText(one.regret)})`;
  };
  return [
    `Cost in today’s money in ${answer.currency}, and in brackets the regret: what it costs more than the best plan for these prices.`,
    table(
      plans,
      [
        { title: 'Plan', cell: ({ title, isRobust }) => `${isRobust ? '* ' : '  '}${title}` },
        ...paths.map(({ title }, place) => ({
          title,
          cell: (plan: Paths['plans'][number]) => cell(plan, place),
          right: true,
        })),
        {
          title: 'Worst regret',
          cell: ({ worstRegret }) => (worstRegret === null ? '' : moneyText(worstRegret)),
          right: true,
        },
      ],
      'No plan.',
    ),
    lines(words),
    ['Paths', ...paths.map(({ title, words: what }) => paragraph(`${title}: ${what}`, 2))].join('\n'),
    ...plans
      .filter(({ isRobust }) => isRobust)
      .map(({ title, steps }) =>
        [`What "${title}" does`, ...steps.map((step) => paragraph(step, 2))].join('\n'),
      ),
    ...conditions.map((one) =>
      [paragraph(one.words), ...one.differences.map((what) => paragraph(what, 2))].join('\n'),
    ),
    ...issuesText(issues),
  ].join('\n\n');
}

/** One table for each assumption that is varied. */
export function exitSensitivityText({
  series,
  words,
  baseCost,
  currency,
  issues,
}: CallAnswer<'exit.sensitivity'>): string {
  return [
    `The plan costs ${moneyText(baseCost)} ${currency} in today’s money.`,
    lines(words),
    ...series.map(seriesText),
    ...issuesText(issues),
  ].join('\n\n');
}

function seriesText(one: CallAnswer<'exit.sensitivity'>['series'][number]): string {
  if (one.why !== null) return `${one.title}\n${paragraph(one.why, 2)}`;
  const amount = (text: string | null): string => (text === null ? '' : moneyText(text));
  return [
    one.title,
    paragraph(one.about, 2),
    table(
      one.points,
      [
        { title: 'At', cell: ({ label, isBase }) => (isBase ? `${label} (as assumed)` : label) },
        { title: 'Cost of the plan', cell: ({ cost }) => amount(cost) || 'not possible', right: true },
        { title: 'Tax in it', cell: ({ tax }) => amount(tax), right: true },
        { title: 'Best simple rule', cell: ({ ruleCost }) => amount(ruleCost), right: true },
        { title: 'A plan made for it', cell: ({ best }) => amount(best), right: true },
      ],
      '',
    ),
    ...bullets(one.words),
  ].join('\n');
}

/** More lots than these are said to be there. */
const LOTS_SHOWN = 12;

/** Losses and gains worth taking, best first, each with its lots. */
export function exitHarvestText(
  { found, room, words, currency, issues }: CallAnswer<'exit.harvest'>,
  allLots: boolean,
): string {
  return [
    ...found.map((one) =>
      [
        paragraph(`${one.title}: ${one.isWorthIt ? 'worth it' : 'not worth it'}`),
        ...bullets(one.words),
        table(
          allLots ? one.lots : one.lots.slice(0, LOTS_SHOWN),
          [
            { title: 'Lot', cell: ({ asset, acquiredDate }) => `${asset} of ${acquiredDate}` },
            { title: 'Account', cell: ({ accountName }) => accountName },
            { title: 'Quantity', cell: ({ quantity }) => quantityText(quantity), right: true },
            { title: 'Cost', cell: ({ costBasis }) => moneyText(costBasis), right: true },
            { title: 'Worth', cell: ({ value }) => moneyText(value), right: true },
            { title: 'Gain', cell: ({ gain }) => gainText(gain), right: true },
            { title: 'Term', cell: ({ term }) => term },
          ],
          '',
        ),
        ...(allLots || one.lots.length <= LOTS_SHOWN
          ? []
          : [paragraph(`… and ${one.lots.length - LOTS_SHOWN} more; --lots shows all.`, 2)]),
        table(
          one.taxByYear,
          [
            { title: 'Tax year', cell: ({ year }) => String(year) },
            { title: 'Without it', cell: ({ taxWithout }) => moneyText(taxWithout), right: true },
            { title: 'With it', cell: ({ taxWith }) => moneyText(taxWith), right: true },
            { title: 'Saved', cell: ({ saved }) => gainText(saved), right: true },
          ],
          '',
        ),
      ].join('\n'),
    ),
    ...(found.length === 0 ? [`Nothing to harvest (amounts in ${currency}).`] : []),
    ...room.map((one) => paragraph(one.words)),
    lines(words),
    ...issuesText(issues),
  ].join('\n\n');
}
