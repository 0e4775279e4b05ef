import { Button, Stack, Text, Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { signOf } from '../../ui/number-format.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText, MoneyText, QuantityText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { futuresGain, type Alternative } from './view-model.ts';

type YearOfTax = Alternative['taxByYear'][number];
type Sale = Alternative['sales'][number];

export interface AlternativeDetailsProps {
  readonly alternative: Alternative;
  readonly currency: string;
}

/** One way in full: its tax year by year, what it sells lot by lot, what it buys. */
export function AlternativeDetails({ alternative, currency }: AlternativeDetailsProps): ReactNode {
  const { title, taxByYear, sales, purchases, effectiveWeights } = alternative;
  return (
    <Stack component="article" gap="sm" style={{ minWidth: 0 }}>
      <Title order={3}>
        <Sentence>{title}</Sentence>
      </Title>
      <DataTable
        label={`Tax by year: ${title}`}
        rows={taxByYear}
        rowKey={({ year }) => String(year)}
        columns={yearColumns(currency)}
      />
      {sales.length > 0 && <Sales sales={sales} title={title} currency={currency} />}
      {purchases.map(({ date, asset, quantity, cost }) => (
        <Text key={`${date} ${asset}`} size="sm">
          Buy <QuantityText value={quantity} unit={asset} /> for{' '}
          <MoneyText value={cost} currency={currency} /> on <DateText value={date} />
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        Shares from today on, futures counted:{' '}
        {effectiveWeights.map(({ asset, weight }, index) => (
          <span key={asset}>
            {index > 0 && ', '}
            {asset} <RateText value={weight} decimals={1} />
          </span>
        ))}
      </Text>
    </Stack>
  );
}

interface SalesProps {
  readonly sales: readonly Sale[];
  readonly title: string;
  readonly currency: string;
}

function Sales({ sales, title, currency }: SalesProps): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = sales.length === 1 ? 'the lot it sells' : `the ${sales.length} lots it sells`;
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {open ? 'Hide' : 'Show'} {words}
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <DataTable
            label={`Lots sold: ${title}`}
            rows={sales}
            rowKey={({ date, asset, lot, quantity }) => `${date} ${asset} ${lot} ${quantity}`}
            columns={saleColumns(currency)}
            maxHeight={360}
          />
        )}
      </div>
    </div>
  );
}

function money(key: Exclude<keyof YearOfTax, 'year'>, header: string, currency: string): Column<YearOfTax> {
  return {
    key,
    header,
    align: 'right',
    cell: (row) => <MoneyText value={row[key]} currency={currency} />,
  };
}

function yearColumns(currency: string): readonly Column<YearOfTax>[] {
  return [
    { key: 'year', header: 'Year', cell: ({ year }) => year },
    {
      ...money('shortTermGain', 'Short-term', currency),
      headerNode: <Term id="short-term">Short-term</Term>,
    },
    { ...money('longTermGain', 'Long-term', currency), headerNode: <Term id="long-term">Long-term</Term> },
    {
      key: 'futures',
      header: 'Futures',
      align: 'right',
      cell: (row) => <FuturesGain row={row} currency={currency} />,
    },
    money('tax', 'Tax', currency),
  ];
}

function FuturesGain({ row, currency }: { readonly row: YearOfTax; readonly currency: string }): ReactNode {
  return (
    <>
      <MoneyText value={futuresGain(row)} currency={currency} />
      {signOf(row.section1256Gain) !== 'flat' && (
        <Text size="xs" c="dimmed">
          <Term id="section-1256">section 1256</Term>{' '}
          <MoneyText value={row.section1256Gain} currency={currency} />
        </Text>
      )}
    </>
  );
}

function saleColumns(currency: string): readonly Column<Sale>[] {
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
      key: 'proceeds',
      header: 'Proceeds',
      align: 'right',
      cell: ({ proceeds }) => <MoneyText value={proceeds} currency={currency} />,
      compare: (a, b) => compareDecimal(a.proceeds, b.proceeds),
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
