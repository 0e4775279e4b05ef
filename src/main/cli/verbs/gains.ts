import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { methodsText } from '../methods-table.ts';
import { whyText } from '../method-text.ts';
import { countOf, gainText, moneyText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table, type Column } from '../table.ts';
import { marked, soldNote } from '../unknown-cost.ts';
import { reportOf, textOption, wrongUsage, type Verb, type VerbContext } from '../verb.ts';

type Gains = CallAnswer<'holdings.gains'>;
type Disposal = Gains['disposals'][number];

export const gains: Verb = {
  summary: 'what was realised, by year and by sale, and what other methods would have given',
  usage: '[--year YEAR] [--asset ASSET] [--account ACCOUNT] [--sources] | --year YEAR --compare',
  example: 'gains --year 2025 --compare',
  options: {
    year: { type: 'string', help: 'only this tax year' },
    asset: { type: 'string', help: 'only sales of this asset' },
    account: { type: 'string', help: 'only sales out of this account, by its id' },
    compare: { type: 'boolean', help: 'the methods side by side: what each would have given for the year' },
    sources: { type: 'boolean', help: 'each sale’s id for `explain`, and the line of the file it came from' },
  },
  run: async (context) => {
    const input = inputOf(context);
    if (!input.ok) return input;
    const calls = await context.openLedger();
    const { year } = input.value;
    if (context.options['compare'] !== true) {
      const text = (answer: Gains): string => gainsText(answer, context.options['sources'] === true);
      return await reportOf(calls, 'holdings.gains', input.value, text);
    }
    if (year === undefined) return wrongUsage('compare', 'say which year: --year 2025 --compare');
    return await reportOf(calls, 'holdings.methods', { year }, methodsText);
  },
};

function inputOf(context: VerbContext): Result<CallInput<'holdings.gains'>> {
  const year = textOption(context, 'year');
  const asset = textOption(context, 'asset')?.toUpperCase();
  const account = textOption(context, 'account');
  if (year !== undefined && !/^\d{4}$/u.test(year)) return wrongUsage('year', 'expected a year such as 2025');
  return ok({
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(asset === undefined ? {} : { asset }),
    ...(account === undefined ? {} : { account }),
  });
}

function gainsText(answer: Gains, withSources: boolean): string {
  const { sums, disposals, years } = answer;
  const isAssumed = [sums, ...disposals, ...years].some(({ basisUnknown }) => basisUnknown);
  const isMissing = disposals.some(({ basisUnknown, reason }) => basisUnknown && reason === 'zero-cost');
  return [
    'Realised by tax year',
    yearTable(answer),
    'Disposals',
    table(disposals, withSources ? sourceColumns : columns, 'None.'),
    paragraph(sumText(answer)),
    ...soldNote(isAssumed, answer.unknownCost, isMissing),
    ...issuesText(answer.issues),
  ].join('\n\n');
}

/** Of all disposals, those that no year counts said apart. */
function sumText({ sums, total }: Gains): string {
  const { proceeds, gain, atCost, basisUnknown } = sums;
  const all = `${countOf(total, 'disposal')}: proceeds ${moneyText(proceeds)}, cost basis ${costText(sums)}, gain ${marked(gainText(gain), basisUnknown)}.`;
  return atCost === '0'
    ? all
    : `${all} Of it ${moneyText(atCost)} left at cost, as gifts, donations or losses: the years do not count that.`;
}

function yearTable({ years }: Gains): string {
  return table(
    years,
    [
      { title: 'Year', cell: (row) => marked(String(row.year), row.basisUnknown) },
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

const columns: readonly Column<Disposal>[] = [
  { title: 'Disposed', cell: (row) => row.disposed },
  { title: 'Asset', cell: (row) => row.asset },
  { title: 'Quantity', cell: (row) => quantityText(row.quantity), right: true },
  { title: 'Bought', cell: (row) => row.acquired },
  { title: 'Proceeds', cell: (row) => moneyText(row.proceeds), right: true },
  { title: 'Cost basis', cell: (row) => costText(row), right: true },
  { title: 'Gain', cell: (row) => gainText(row.gain), right: true },
  { title: 'Term', cell: (row) => row.term },
  { title: 'Why', cell: whyText },
];

const sourceColumns: readonly Column<Disposal>[] = [
  { title: 'Disposed', cell: (row) => row.disposed },
  { title: 'Asset', cell: (row) => row.asset },
  { title: 'Gain', cell: (row) => gainText(row.gain), right: true },
  { title: 'Id', cell: (row) => row.explain },
  { title: 'From', cell: (row) => `${row.file}:${row.line}` },
];

function costText({ costBasis, basisUnknown }: Pick<Disposal, 'costBasis' | 'basisUnknown'>): string {
  return marked(moneyText(costBasis), basisUnknown);
}
