import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { TraceButton } from '../../ui/explain-trace.tsx';
import { MoneyText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { tracePart } from '../../ui/trace-part.ts';
import type { TaxYear } from './view-model.ts';

type Amount = {
  [Key in keyof TaxYear]: TaxYear[Key] extends string ? Key : never;
}[keyof TaxYear];

interface Figure {
  readonly key: Amount;
  readonly header: string;
  readonly headerNode?: ReactNode;
  /** What its part of the year's trace is called. */
  readonly words: readonly string[];
  readonly bold?: boolean;
}

const figures: readonly Figure[] = [
  {
    key: 'shortTermGain',
    header: 'Short-term',
    headerNode: <Term id="short-term">Short-term</Term>,
    words: ['short-term'],
  },
  {
    key: 'longTermGain',
    header: 'Long-term',
    headerNode: <Term id="long-term">Long-term</Term>,
    words: ['long-term'],
  },
  {
    key: 'section1256Gain',
    header: 'Section 1256',
    headerNode: <Term id="section-1256">Sec. 1256</Term>,
    words: ['1256'],
  },
  { key: 'income', header: 'Coin income', words: ['income'] },
  { key: 'taxableIncome', header: 'Taxable income', words: ['taxable income'] },
  { key: 'ordinaryTax', header: 'Income tax', words: ['ordinary income'] },
  { key: 'capitalGainTax', header: 'Gains tax', words: ['capital gain'] },
  {
    key: 'netInvestmentIncomeTax',
    header: 'Net investment income tax',
    headerNode: <Term id="net-investment-income-tax">NIIT</Term>,
    words: ['net investment income tax'],
  },
  { key: 'totalTax', header: 'All tax', words: ['tax of'], bold: true },
];

function figure({ key, header, headerNode, words, bold = false }: Figure): Column<TaxYear> {
  return {
    key,
    header,
    ...(headerNode === undefined ? {} : { headerNode }),
    align: 'right',
    cell: (row) => (
      <Text span size="sm" fw={bold ? 600 : 400}>
        <TraceButton trace={tracePart(row.trace, row[key], words)} of={`${header} of ${row.year}`}>
          <MoneyText value={row[key]} />
        </TraceButton>
      </Text>
    ),
  };
}

export const taxYearColumns: readonly Column<TaxYear>[] = [
  {
    key: 'year',
    header: 'Year',
    cell: ({ year, parametersYear }) => (
      <>
        <Text span size="sm" fw={600}>
          {year}
        </Text>
        {parametersYear !== year && (
          <Text size="xs" c="dimmed">
            with {parametersYear} rates
          </Text>
        )}
      </>
    ),
  },
  ...figures.map(figure),
  {
    key: 'carryforward',
    header: 'Carried on',
    headerNode: <Term id="carryforward">Carried on</Term>,
    align: 'right',
    cell: ({ carryforward: { shortTerm, longTerm } }) => (
      <Pair first="short" second="long">
        <MoneyText value={shortTerm} />
        <MoneyText value={longTerm} />
      </Pair>
    ),
  },
  {
    key: 'marginal',
    header: 'Tax on one more dollar',
    align: 'right',
    cell: ({ marginalRates: { shortTerm, longTerm } }) => (
      <Pair first="short" second="long">
        <RateText value={shortTerm} decimals={1} />
        <RateText value={longTerm} decimals={1} />
      </Pair>
    ),
  },
];

/** Two small figures, one above the other, each with its word. */
function Pair({
  first,
  second,
  children: [a, b],
}: {
  readonly first: string;
  readonly second: string;
  readonly children: readonly [ReactNode, ReactNode];
}): ReactNode {
  return (
    <Text component="div" size="xs">
      <div>
        {first} {a}
      </div>
      <div>
        {second} {b}
      </div>
    </Text>
  );
}
