import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { TraceButton } from '../../ui/explain-trace.tsx';
import { MoneyText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { tracePart } from '../../ui/trace-part.ts';
import type { TaxYear } from './view-model.ts';
import classes from './plan.module.css';

type Amount = {
  [Key in keyof TaxYear]: TaxYear[Key] extends string ? Key : never;
}[keyof TaxYear];

interface Figure {
  readonly key: Amount;
  readonly label: string;
  readonly labelNode?: ReactNode;
  /** What its part of the year's trace is called. */
  readonly words: readonly string[];
}

/** Small figures one above the other, each with its word and its trace. */
function figures(list: readonly Figure[]): (row: TaxYear) => ReactNode {
  return function Figures(row) {
    return (
      <dl className={classes.figures}>
        {list.map(({ key, label, labelNode, words }) => (
          <div key={key}>
            <dt>{labelNode ?? label}</dt>
            <dd>
              <TraceButton trace={tracePart(row.trace, row[key], words)} of={`${label} of ${row.year}`}>
                <MoneyText value={row[key]} />
              </TraceButton>
            </dd>
          </div>
        ))}
      </dl>
    );
  };
}

const gains = figures([
  {
    key: 'shortTermGain',
    label: 'Short-term gain',
    labelNode: <Term id="short-term">Short-term</Term>,
    words: ['short-term'],
  },
  {
    key: 'longTermGain',
    label: 'Long-term gain',
    labelNode: <Term id="long-term">Long-term</Term>,
    words: ['long-term'],
  },
  {
    key: 'section1256Gain',
    label: 'Section 1256 gain',
    labelNode: <Term id="section-1256">Sec. 1256</Term>,
    words: ['1256'],
  },
]);

const income = figures([
  { key: 'income', label: 'Coins', words: ['income'] },
  { key: 'lossAllowed', label: 'Loss used', words: ['loss'] },
  { key: 'taxableIncome', label: 'Taxable', words: ['taxable income'] },
]);

const taxes = figures([
  { key: 'ordinaryTax', label: 'On income', words: ['ordinary income'] },
  { key: 'capitalGainTax', label: 'On gains', words: ['capital gain'] },
  {
    key: 'netInvestmentIncomeTax',
    label: 'Net investment income tax',
    labelNode: <Term id="net-investment-income-tax">Investment</Term>,
    words: ['net investment income tax'],
  },
]);

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
            {parametersYear} rates
          </Text>
        )}
      </>
    ),
  },
  { key: 'gains', header: 'Gains', cell: gains },
  { key: 'income', header: 'Income', cell: income },
  { key: 'taxes', header: 'Tax', cell: taxes },
  {
    key: 'total',
    header: 'All tax',
    align: 'right',
    cell: (row) => (
      <Text span size="sm" fw={600}>
        <TraceButton trace={row.trace} of={`all tax of ${row.year}`}>
          <MoneyText value={row.totalTax} />
        </TraceButton>
      </Text>
    ),
  },
  {
    key: 'carryforward',
    header: 'Losses carried on',
    headerNode: (
      <>
        Losses <Term id="carryforward">carried on</Term>
      </>
    ),
    cell: ({ carryforward: { shortTerm, longTerm } }) => (
      <dl className={classes.figures}>
        <Plain label="Short-term">
          <MoneyText value={shortTerm} />
        </Plain>
        <Plain label="Long-term">
          <MoneyText value={longTerm} />
        </Plain>
      </dl>
    ),
  },
  {
    key: 'marginal',
    header: 'On the next $1',
    cell: ({ marginalRates: { ordinary, shortTerm, longTerm } }) => (
      <dl className={classes.figures}>
        <Plain label="Income">
          <RateText value={ordinary} decimals={1} />
        </Plain>
        <Plain label="Short-term">
          <RateText value={shortTerm} decimals={1} />
        </Plain>
        <Plain label="Long-term">
          <RateText value={longTerm} decimals={1} />
        </Plain>
      </dl>
    ),
  },
];

function Plain({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
