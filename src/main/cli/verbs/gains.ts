import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { issuesText } from '../issues.ts';
import { gainText, moneyText, quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Gains = CallAnswer<'holdings.gains'>;

export const gains: Verb = {
  summary: 'what was realised, by year and by sale',
  usage: '[--year YEAR]',
  example: 'gains --year 2025',
  options: { year: { type: 'string', help: 'only this tax year' } },
  run: async (context) => {
    const year = textOption(context, 'year');
    if (year !== undefined && !/^\d{4}$/u.test(year))
      return wrongUsage('year', 'expected a year such as 2025');
    const input = year === undefined ? {} : { year: Number(year) };
    return await reportOf(await context.openLedger(), 'holdings.gains', input, gainsText);
  },
};

function gainsText(answer: Gains): string {
  return [
    'Realised by tax year',
    yearTable(answer),
    'Disposals',
    disposalTable(answer),
    ...issuesText(answer.issues),
  ].join('\n\n');
}

function yearTable({ years }: Gains): string {
  return table(
    years,
    [
      { title: 'Year', cell: (row) => String(row.year) },
      { title: 'Proceeds', cell: (row) => moneyText(row.proceeds), right: true },
      { title: 'Cost basis', cell: (row) => moneyText(row.costBasis), right: true },
      { title: 'Short-term', cell: (row) => gainText(row.shortTermGain), right: true },
      { title: 'Long-term', cell: (row) => gainText(row.longTermGain), right: true },
      { title: 'Section 1256', cell: (row) => gainText(row.section1256Gain), right: true },
      { title: 'Other futures', cell: (row) => gainText(row.otherFuturesGain), right: true },
      { title: 'Income', cell: (row) => moneyText(row.income), right: true },
    ],
    'Nothing has been realised.',
  );
}

function disposalTable({ disposals }: Gains): string {
  return table(
    disposals,
    [
      { title: 'Disposed', cell: (row) => row.disposed },
      { title: 'Asset', cell: (row) => row.asset },
      { title: 'Quantity', cell: (row) => quantityText(row.quantity), right: true },
      { title: 'Bought', cell: (row) => row.acquired },
      { title: 'Proceeds', cell: (row) => moneyText(row.proceeds), right: true },
      {
        title: 'Cost basis',
        cell: (row) => (row.basisUnknown ? 'unknown' : moneyText(row.costBasis)),
        right: true,
      },
      { title: 'Gain', cell: (row) => gainText(row.gain), right: true },
      { title: 'Term', cell: (row) => row.term },
      { title: 'Cause', cell: (row) => row.cause },
      { title: 'From', cell: (row) => `${row.file}:${row.line}` },
    ],
    'None.',
  );
}
