import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { TraceButton } from '../../ui/explain-trace.tsx';
import { MoneyText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { tracePart, type Trace } from '../../ui/trace-part.ts';
import type { TaxYear } from './view-model.ts';
import classes from './plan.module.css';

type Amount = {
  [Key in keyof TaxYear]: TaxYear[Key] extends string ? Key : never;
}[keyof TaxYear];

interface Figure {
  readonly key: Amount;
  readonly label: string;
  readonly labelNode?: ReactNode;
  /** What its part of the year's trace is called; left out where the trace has none. */
  readonly part?: RegExp;
}

interface TracedProps {
  readonly trace: Trace | null | undefined;
  readonly of: string;
  readonly children: ReactNode;
}

/** A figure that can be pressed where something explains it. */
function Traced({ trace, of, children }: TracedProps): ReactNode {
  if (trace == null) return children;
  return (
    <TraceButton trace={trace} of={of}>
      {children}
    </TraceButton>
  );
}

/** Small figures one above the other, each with its word and its trace. */
function figures(list: readonly Figure[]): (row: TaxYear) => ReactNode {
  return function Figures(row) {
    return (
      <dl className={classes.figures}>
        {list.map(({ key, label, labelNode, part }) => (
          <div key={key}>
            <dt>{labelNode ?? label}</dt>
            <dd>
              <Traced trace={part && tracePart(row.trace, row[key], part)} of={`${label} of ${row.year}`}>
                <MoneyText value={row[key]} />
              </Traced>
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
    part: /^(?:Net short-term gain or loss|Short-term gains less losses)$/u,
  },
  {
    key: 'longTermGain',
    label: 'Long-term gain',
    labelNode: <Term id="long-term">Long-term</Term>,
    part: /^(?:Net long-term gain or loss|Long-term gains less losses)$/u,
  },
  {
    key: 'section1256Gain',
    label: 'Section 1256 gain',
    labelNode: <Term id="section-1256">Sec. 1256</Term>,
    part: /^Net result of section 1256 contracts$/u,
  },
]);

const income = figures([
  { key: 'income', label: 'Coins' },
  { key: 'lossAllowed', label: 'Loss used' },
  { key: 'taxableIncome', label: 'Taxable', part: /^Taxable income$/u },
]);

const taxes = figures([
  { key: 'ordinaryTax', label: 'On income', part: /^Tax on ordinary income$/u },
  { key: 'capitalGainTax', label: 'On gains', part: /^Tax on net capital gain and qualified dividends$/u },
  {
    key: 'netInvestmentIncomeTax',
    label: 'Net investment income tax',
    labelNode: <Term id="net-investment-income-tax">Investment</Term>,
    part: /^Net investment income tax$/u,
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
