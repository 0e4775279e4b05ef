import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, quantityText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table, type Column } from './table.ts';

type Comparison = CallAnswer<'plan.compare'>;
type Alternative = Comparison['alternatives'][number];

/** Selling now beside hedging now and selling later: what each costs, and what this does not know. */
export function comparisonText(comparison: Comparison): string {
  const { sentence, reasons, caveats, alternatives, parametersNotes, issues } = comparison;
  return [
    paragraph(sentence),
    ...(reasons.length === 0 ? [] : [reasons.map((reason) => paragraph(reason, 2)).join('\n')]),
    ...caveats.map(({ text, law }) =>
      paragraph(`Not computed, and could change the answer: ${text} (${law})`),
    ),
    costTable(alternatives),
    'Tax by year',
    yearTable(alternatives),
    ...alternatives.map(salesText),
    assumptionsText(comparison),
    ...(parametersNotes.length === 0 ? [] : [parametersNotes.map((note) => paragraph(note)).join('\n')]),
    ...issuesText(issues),
  ].join('\n\n');
}

/** Costs as lines, alternatives as columns: they are to be read across. */
function costTable(alternatives: readonly Alternative[]): string {
  const lines: readonly (readonly [string, (alternative: Alternative) => string])[] = [
    ['Tax', ({ tax }) => moneyText(tax)],
    ['Carry of the futures', ({ carry }) => moneyText(carry)],
    ['Fees', ({ fees }) => moneyText(fees)],
    ['Cost in today’s money', ({ presentCost }) => moneyText(presentCost)],
    ['Gain of the futures', ({ futuresProfit }) => gainText(futuresProfit)],
    ['Margin that is tied up', ({ lockedMargin }) => moneyText(lockedMargin)],
    ['Shares from today on', ({ effectiveWeights }) => weightsText(effectiveWeights)],
  ];
  const columns: Column<(typeof lines)[number]>[] = [
    { title: '', cell: ([label]) => label },
    ...alternatives.map((alternative) => ({
      title: alternative.title,
      cell: ([, read]: (typeof lines)[number]) => read(alternative),
      right: true,
    })),
  ];
  return table(lines, columns, '');
}

function weightsText(weights: Alternative['effectiveWeights']): string {
  return weights.map(({ asset, weight }) => `${asset} ${shareText(weight)}`).join(', ');
}

function yearTable(alternatives: readonly Alternative[]): string {
  const rows = alternatives.flatMap(({ title, taxByYear }) => taxByYear.map((year) => ({ title, ...year })));
  return table(
    rows,
    [
      { title: 'Way', cell: (row) => row.title },
      { title: 'Year', cell: (row) => String(row.year) },
      { title: 'Short-term', cell: (row) => gainText(row.shortTermGain), right: true },
      { title: 'Long-term', cell: (row) => gainText(row.longTermGain), right: true },
      { title: 'Section 1256', cell: (row) => gainText(row.section1256Gain), right: true },
      { title: 'Other futures', cell: (row) => gainText(row.otherFuturesGain), right: true },
      { title: 'Tax it adds', cell: (row) => moneyText(row.tax), right: true },
    ],
    'No year is touched.',
  );
}

function salesText({ title, sales }: Alternative): string {
  const lots = table(
    sales,
    [
      { title: 'Sell on', cell: (sale) => sale.date },
      { title: 'Asset', cell: (sale) => sale.asset },
      { title: 'Quantity', cell: (sale) => quantityText(sale.quantity), right: true },
      { title: 'Bought', cell: (sale) => sale.acquiredDate },
      { title: 'At', cell: (sale) => sale.accountName },
      { title: 'Proceeds', cell: (sale) => moneyText(sale.proceeds), right: true },
      { title: 'Cost basis', cell: (sale) => moneyText(sale.costBasis), right: true },
      { title: 'Gain', cell: (sale) => gainText(sale.gain), right: true },
      { title: 'Term', cell: (sale) => sale.term },
    ],
    'No coin is sold.',
  );
  return `${title}: lots\n${lots}`;
}

function assumptionsText({ assumptions }: Comparison): string {
  const { exitDate, priceChange, carryPerYear, discountPerYear, spotFee } = assumptions;
  const changed = priceChange.filter(({ change }) => /[1-9]/u.test(change));
  const prices =
    changed.length === 0
      ? 'prices as now'
      : changed.map(({ asset, change }) => `${asset} ${shareText(change)}`).join(', ');
  return `Assumed: exit on ${exitDate}; ${prices}; carry ${shareText(carryPerYear)} a year; money costs ${shareText(discountPerYear)} a year; spot fee ${shareText(spotFee)}.`;
}
