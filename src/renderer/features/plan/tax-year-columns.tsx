import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import { ExplainFigure } from '../../ui/explain.tsx';
import { MoneyText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import type { TaxYear } from './view-model.ts';
import classes from './plan.module.css';

interface Figure {
  /** Its place in the year, as `explain` ids name it: "carryforward/shortTerm". */
  readonly line: string;
  readonly label: string;
  readonly labelNode?: ReactNode;
  /** The figure of a year. */
  show(year: TaxYear): ReactNode;
}

type Amount = {
  [Key in keyof TaxYear]: TaxYear[Key] extends string ? Key : never;
}[keyof TaxYear];

function amount(line: Exclude<Amount, 'explain'>, label: string, labelNode?: ReactNode): Figure {
  const show = (year: TaxYear): ReactNode => <MoneyText value={year[line]} />;
  return { line, label, show, ...(labelNode === undefined ? {} : { labelNode }) };
}

function rate(kind: keyof TaxYear['marginalRates'], label: string, of: string): Figure {
  return {
    line: `marginalRates/${kind}`,
    label: `Tax on the next dollar of ${of}`,
    labelNode: label,
    show: ({ marginalRates }) => <RateText value={marginalRates[kind]} decimals={1} />,
  };
}

function carried(term: 'shortTerm' | 'longTerm', label: string): Figure {
  return {
    line: `carryforward/${term}`,
    label: `${label} loss carried on`,
    labelNode: label,
    show: ({ carryforward }) => <MoneyText value={carryforward[term]} />,
  };
}

/** Small figures one above the other, each with its word; each can be pressed to see how it is computed. */
function figures(list: readonly Figure[]): (year: TaxYear) => ReactNode {
  return function Figures(year) {
    return (
      <dl className={classes.figures}>
        {list.map(({ line, label, labelNode, show }) => (
          <div key={line}>
            <dt>{labelNode ?? label}</dt>
            <dd>
              <ExplainFigure id={`${year.explain}/${line}`} of={`${label} of ${year.year}`}>
                {show(year)}
              </ExplainFigure>
            </dd>
          </div>
        ))}
      </dl>
    );
  };
}

const gains = figures([
  amount('shortTermGain', 'Short-term gain', <Term id="short-term">Short-term</Term>),
  amount('longTermGain', 'Long-term gain', <Term id="long-term">Long-term</Term>),
  amount('section1256Gain', 'Section 1256 gain', <Term id="section-1256">Sec. 1256</Term>),
]);

const income = figures([
  amount('income', 'Coins'),
  amount('lossAllowed', 'Loss used'),
  amount('taxableIncome', 'Taxable'),
]);

const taxes = figures([
  amount('ordinaryTax', 'On income'),
  amount('capitalGainTax', 'On gains'),
  amount(
    'netInvestmentIncomeTax',
    'Net investment income tax',
    <Term id="net-investment-income-tax">Investment</Term>,
  ),
]);

const carriedOn = figures([carried('shortTerm', 'Short-term'), carried('longTerm', 'Long-term')]);

const nextDollar = figures([
  rate('ordinary', 'Income', 'income'),
  rate('shortTerm', 'Short-term', 'short-term gain'),
  rate('longTerm', 'Long-term', 'long-term gain'),
]);

export const taxYearColumns: readonly Column<TaxYear>[] = [
  {
    key: 'year',
    header: 'Year',
    cell: ({ year, parametersYear, basisUnknown }) => (
      <>
        <Text span size="sm" fw={600}>
          {year}
        </Text>
        {parametersYear !== year && (
          <Text size="xs" c="dimmed">
            {parametersYear} rates
          </Text>
        )}
        {basisUnknown && (
          <div>
            <AssumedCost />
          </div>
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
    cell: ({ explain, year, totalTax }) => (
      <Text span size="sm" fw={600}>
        <ExplainFigure id={`${explain}/totalTax`} of={`all tax of ${year}`}>
          <MoneyText value={totalTax} />
        </ExplainFigure>
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
    cell: carriedOn,
  },
  { key: 'marginal', header: 'On the next $1', cell: nextDollar },
];
