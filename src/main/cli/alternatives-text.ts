import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, pointsText, quantityText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table, type Column } from './table.ts';

type Answer = CallAnswer<'rebalance.alternatives'>;
type Way = Answer['alternatives'][number];
type Line = readonly [label: string, cell: (way: Way) => string];

const SHORT: Readonly<Record<Way['kind'], string>> = {
  nothing: 'Do nothing',
  'sell-now': 'Sell now',
  hedge: 'Hedge',
  mixed: 'Mixed',
  'new-money': 'New money',
};
const PATHS: Readonly<Record<Answer['paths'][number]['path'], string>> = {
  flat: 'prices flat',
  up: 'prices up',
  down: 'prices down',
  own: 'your prices',
};
const UNKNOWN = 'not known';

/** The ways back side by side, one column each; then what decides, why, and what to weigh. */
export function alternativesText(answer: Answer): string {
  const { alternatives, reasons, notWorthIt, risks, caveats, notes, issues } = answer;
  return [
    paragraph(answer.sentence),
    ...(notWorthIt === null ? [] : [paragraph(notWorthIt)]),
    ...(reasons.length === 0 ? [] : [`Why\n${list(reasons)}`]),
    `Risks of every hedge\n${list(risks.map(({ text }) => text))}`,
    sideBySide(answer),
    yearsText(alternatives),
    ...alternatives.map(wayText),
    ...decidesText(answer),
    pathsText(answer),
    ...(caveats.length === 0
      ? []
      : [`Weigh besides\n${list(caveats.map(({ text, law }) => `${text} (${law})`))}`]),
    `Assumed\n${list(answer.assumptions.words)}`,
    ...(notes.length === 0 ? [] : [notes.map((note) => paragraph(note)).join('\n')]),
    ...issuesText(issues),
  ].join('\n\n');
}

function list(sentences: readonly string[]): string {
  return sentences.map((sentence) => paragraph(`- ${sentence}`, 0)).join('\n');
}

/** Figures as lines, ways as columns: they are to be read across. */
function sideBySide({ alternatives, paths }: Answer): string {
  const lines: readonly Line[] = [
    ['Done by', ({ until }) => until ?? ''],
    ['Cost in today’s money', ({ cost }) => money(cost)],
    ['Tax', ({ tax }) => money(tax)],
    ['Carry', ({ carry }) => money(carry)],
    ['Carry, favourable twentieth', ({ carryRange }) => (carryRange === null ? '' : money(carryRange.low))],
    ['Carry, adverse twentieth', ({ carryRange }) => (carryRange === null ? '' : money(carryRange.high))],
    ['Fees', ({ fees }) => money(fees)],
    ['Slippage', ({ slippage }) => money(slippage)],
    ['Locked margin would have earned', ({ marginCost }) => money(marginCost)],
    ['Locked margin', (way) => (way.possible ? moneyOr(way.lockedMargin, UNKNOWN) : '')],
    ['Nearest forced closing', nearestClosing],
    ['Fresh money', ({ newMoney }) => money(newMoney)],
    ['Straddle losses still waiting', ({ lossesWaiting }) => money(lossesWaiting)],
    ['Losses carried on', ({ lossesCarried }) => money(lossesCarried)],
    ['Gain left to tax', ({ gainLeft }) => money(gainLeft)],
    ['Off target from today on', ({ driftLeft }) => money(driftLeft)],
    ...assetsOf(alternatives).map((asset): Line => [`${asset} from today on`, (way) => weightOf(way, asset)]),
    ...paths.flatMap(({ path }): Line[] => [
      [`Wealth, coins kept, ${PATHS[path]}`, (way) => wealthOf(way, path)?.wealth ?? ''],
      [`  tax still in what is left`, (way) => wealthOf(way, path)?.latentTax ?? ''],
    ]),
  ];
  const columns: Column<Line>[] = [
    { title: '', cell: ([label]) => label },
    ...alternatives.map((way) => ({
      title: SHORT[way.kind],
      cell: ([, read]: Line) => read(way),
      right: true,
    })),
  ];
  return table(
    lines.filter(([, read]) => alternatives.some((way) => read(way) !== '')),
    columns,
    '',
  );
}

function money(text: string | null): string {
  return moneyOr(text, '');
}

function moneyOr(text: string | null, otherwise: string): string {
  return text === null ? otherwise : moneyText(text);
}

function assetsOf(ways: readonly Way[]): readonly string[] {
  return [...new Set(ways.flatMap(({ weights }) => weights.map(({ asset }) => asset)))];
}

function weightOf({ weights }: Way, asset: string): string {
  const row = weights.find((one) => one.asset === asset);
  return row === undefined ? '' : `${shareText(row.weight)} (${pointsText(row.drift)})`;
}

function nearestClosing({ liquidation }: Way): string {
  if (liquidation.length === 0) return '';
  const known = liquidation.flatMap(({ distance }) => (distance === null ? [] : [distance]));
  const [nearest] = known.toSorted((a, b) => Number(a) - Number(b));
  return nearest === undefined ? UNKNOWN : `${shareText(nearest)} away`;
}

function wealthOf({ wealth }: Way, path: string): { wealth: string; latentTax: string } | undefined {
  const found = wealth.find((one) => one.path === path);
  return found === undefined
    ? undefined
    : { wealth: moneyText(found.wealth), latentTax: moneyText(found.latentTax) };
}

function yearsText(ways: readonly Way[]): string {
  const rows = ways.flatMap(({ kind, taxByYear }) => taxByYear.map((year) => ({ kind, ...year })));
  const years = table(
    rows,
    [
      { title: 'Way', cell: ({ kind }) => SHORT[kind] },
      { title: 'Year', cell: ({ year }) => String(year) },
      { title: 'Short-term', cell: ({ shortTermGain }) => gainText(shortTermGain), right: true },
      { title: 'Long-term', cell: ({ longTermGain }) => gainText(longTermGain), right: true },
      { title: 'Section 1256', cell: ({ section1256Gain }) => gainText(section1256Gain), right: true },
      { title: 'Tax without', cell: ({ taxWithout }) => moneyText(taxWithout), right: true },
      { title: 'Tax with', cell: ({ taxWith }) => moneyText(taxWith), right: true },
      { title: 'Added', cell: ({ added }) => moneyText(added), right: true },
      { title: 'Due', cell: ({ due }) => due },
    ],
    'No year is touched.',
  );
  return `Tax by year\n${years}`;
}

function wayText({ title, why, steps, straddle, liquidation, marginWords, carryRange, sales }: Way): string {
  if (why !== null) return `${title}\n${paragraph(`- Not possible here: ${why}`)}`;
  const said = [
    ...steps,
    ...straddle,
    ...(carryRange === null ? [] : [carryRange.words]),
    ...liquidation.map(({ words }) => words),
    ...(marginWords === null ? [] : [marginWords]),
  ];
  return [title, list(said), ...(sales.length === 0 ? [] : [salesText(sales)])]
    .filter((text) => text !== '')
    .join('\n');
}

/** So many lots of a way are printed; `--json` has them all. */
const MOST_LOTS = 12;

function salesText(sales: Way['sales']): string {
  const more = sales.length - MOST_LOTS;
  const lots = table(
    sales.slice(0, MOST_LOTS),
    [
      { title: 'Sell on', cell: ({ date }) => date },
      { title: 'Asset', cell: ({ asset }) => asset },
      { title: 'Quantity', cell: ({ quantity }) => quantityText(quantity), right: true },
      { title: 'Bought', cell: ({ acquiredDate }) => acquiredDate },
      { title: 'At', cell: ({ accountName }) => accountName },
      { title: 'Worth', cell: ({ value }) => moneyText(value), right: true },
      { title: 'Cost basis', cell: ({ costBasis }) => moneyText(costBasis), right: true },
      { title: 'Gain', cell: ({ gain }) => gainText(gain), right: true },
      { title: 'Term', cell: ({ term }) => term },
    ],
    '',
  );
  return more <= 0 ? lots : `${lots}\n… and ${more} more lots: \`--json\` prints them all.`;
}

function decidesText({ decides }: Answer): string[] {
  if (decides === null) return [];
  const { funding, date, price, rates } = decides;
  return [
    `What decides between selling now and the hedge\n${list([funding, date, price, ...rates].map(({ words }) => words))}`,
  ];
}

function pathsText({ paths, horizon }: Answer): string {
  return `Paths until ${horizon}\n${list(paths.map(({ words }) => words))}`;
}
