import { Badge, Text } from '@mantine/core';
import { driftWords } from '../../../charts/drift-words.ts';
import { asRead } from '../../../ui/as-read.ts';
import { compareDecimal, compareText } from '../../../ui/compare.ts';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { DateText, MoneyText, QuantityText, RateText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { tracePart } from '../../../ui/trace-part.ts';
import { wayNames, type Way } from './view-model.ts';

type Year = Way['taxByYear'][number];
type Sale = Way['sales'][number];
type Purchase = Way['purchases'][number];
type Hedge = Way['hedges'][number];
type Weight = Way['weights'][number];

export function yearColumns(way: Way, currency: string): readonly Column<Year>[] {
  const amount = (key: Exclude<keyof Year, 'year' | 'due'>, header: string): Column<Year> => ({
    key,
    header,
    align: 'right',
    cell: (row) => <MoneyText value={row[key]} currency={currency} />,
  });
  return [
    {
      key: 'year',
      header: 'Year',
      cell: ({ year, due }) => (
        <>
          {year}
          <Text size="xs" c="dimmed">
            due <DateText value={due} />
          </Text>
        </>
      ),
    },
    { ...amount('shortTermGain', 'Short-term'), headerNode: <Term id="short-term">Short-term</Term> },
    { ...amount('longTermGain', 'Long-term'), headerNode: <Term id="long-term">Long-term</Term> },
    { ...amount('section1256Gain', 'Section 1256'), headerNode: <Term id="section-1256">Section 1256</Term> },
    amount('taxWithout', 'Tax without it'),
    amount('taxWith', 'Tax with it'),
    {
      ...amount('added', 'Adds'),
      cell: ({ year, added }) => {
        const trace = way.trace === null ? null : tracePart(way.trace, added, new RegExp(String(year), 'u'));
        const figure = <MoneyText value={added} currency={currency} signed="plain" />;
        return trace === null ? (
          figure
        ) : (
          <ExplainTrace trace={trace} of={`tax that ${wayNames[way.kind]} adds in ${year}`}>
            {figure}
          </ExplainTrace>
        );
      },
    },
  ];
}

export function saleColumns(currency: string): readonly Column<Sale>[] {
  return [
    {
      key: 'date',
      header: 'On',
      cell: ({ date }) => <DateText value={date} />,
      compare: (a, b) => compareText(a.date, b.date),
    },
    {
      key: 'quantity',
      header: 'Quantity',
      align: 'right',
      cell: ({ quantity, asset }) => <QuantityText value={quantity} unit={asset} />,
      compare: (a, b) => compareDecimal(a.quantity, b.quantity),
    },
    {
      key: 'bought',
      header: 'Bought',
      cell: ({ acquiredDate, accountName }) => (
        <>
          <DateText value={acquiredDate} />
          <Text size="xs" c="dimmed">
            {accountName}
          </Text>
        </>
      ),
      compare: (a, b) => compareText(a.acquiredDate, b.acquiredDate),
    },
    {
      key: 'value',
      header: 'Worth',
      align: 'right',
      cell: ({ value }) => <MoneyText value={value} currency={currency} />,
      compare: (a, b) => compareDecimal(a.value, b.value),
    },
    {
      key: 'cost',
      header: 'Cost basis',
      align: 'right',
      cell: ({ costBasis }) => <MoneyText value={costBasis} currency={currency} />,
      compare: (a, b) => compareDecimal(a.costBasis, b.costBasis),
    },
    {
      key: 'gain',
      header: 'Gain',
      align: 'right',
      cell: ({ gain, term }) => (
        <>
          <MoneyText value={gain} currency={currency} signed="gain" />
          <Text size="xs" c="dimmed">
            {term === 'long' ? 'long-term' : 'short-term'}
          </Text>
        </>
      ),
      compare: (a, b) => compareDecimal(a.gain, b.gain),
    },
  ];
}

export function purchaseColumns(currency: string): readonly Column<Purchase>[] {
  return [
    { key: 'date', header: 'On', cell: ({ date }) => <DateText value={date} /> },
    {
      key: 'quantity',
      header: 'Quantity',
      align: 'right',
      cell: ({ quantity, asset }) => <QuantityText value={quantity} unit={asset} />,
    },
    {
      key: 'cost',
      header: 'Cost',
      align: 'right',
      cell: ({ cost }) => <MoneyText value={cost} currency={currency} />,
    },
  ];
}

export function hedgeColumns(currency: string): readonly Column<Hedge>[] {
  return [
    {
      key: 'contract',
      header: 'Contract',
      cell: ({ contractName, isOpen }) => (
        <>
          {asRead(contractName)}{' '}
          {isOpen && (
            <Badge size="sm" variant="light" color="gray" tt="none">
              open already
            </Badge>
          )}
        </>
      ),
    },
    { key: 'side', header: 'Side', cell: ({ side }) => side },
    {
      key: 'coins',
      header: 'Coins',
      align: 'right',
      cell: ({ coins, asset }) => <QuantityText value={coins} unit={asset} />,
    },
    {
      key: 'notional',
      header: 'Notional',
      headerNode: <Term id="notional">Notional</Term>,
      align: 'right',
      cell: ({ notional }) => <MoneyText value={notional} currency={currency} />,
    },
  ];
}

export const weightColumns: readonly Column<Weight>[] = [
  { key: 'asset', header: 'Asset', cell: ({ asset }) => asset },
  { key: 'target', header: 'Target', align: 'right', cell: ({ target }) => <RateText value={target} /> },
  {
    key: 'weight',
    header: 'Effective share',
    align: 'right',
    cell: ({ weight }) => <RateText value={weight} />,
  },
  { key: 'drift', header: 'Drift', cell: ({ drift }) => driftWords(drift) },
];
