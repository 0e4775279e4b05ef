import { Badge } from '@mantine/core';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { Explain } from '../../ui/explain.tsx';
import { signOf } from '../../ui/number-format.ts';
import { DateText, MoneyText, PriceText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import { ClockNote } from './clock-note.tsx';
import { Small } from './small.tsx';
import { SourceText } from './source-text.tsx';
import { countdownWords, type OpenLot } from './view-model.ts';

const asset: Column<OpenLot> = {
  key: 'asset',
  header: 'Asset',
  cell: (lot) => lot.asset,
  compare: (a, b) => compareText(a.asset, b.asset),
};

/** A lot in one row, without its asset: for a table of one asset's lots. */
export const lotColumnsOfOne: readonly Column<OpenLot>[] = [
  {
    key: 'acquired',
    header: 'Acquired',
    cell: ({ acquiredDate, accountName }) => (
      <>
        <DateText value={acquiredDate} />
        <Small>{accountName}</Small>
      </>
    ),
    compare: (a, b) => compareText(a.acquired, b.acquired),
  },
  {
    key: 'term',
    header: 'Long-term',
    headerNode: <Term id="term-countdown">Long-term</Term>,
    cell: (lot) => (
      <>
        <Badge variant="light" color={lot.term === 'long' ? 'teal' : 'gray'} tt="none">
          {countdownWords(lot)}
        </Badge>
        <Small>
          {lot.longTermFrom !== null && (
            <span style={{ whiteSpace: 'nowrap' }}>
              {lot.term === 'long' && 'since '}
              <DateText value={lot.longTermFrom} />
            </span>
          )}
        </Small>
        <ClockNote lot={lot} />
      </>
    ),
    compare: (a, b) => (a.daysToLongTerm ?? Infinity) - (b.daysToLongTerm ?? Infinity) || 0,
  },
  {
    key: 'quantity',
    header: 'Quantity',
    align: 'right',
    cell: ({ quantity, hedgedQuantity }) => (
      <>
        <QuantityText value={quantity} />
        {signOf(hedgedQuantity) !== 'flat' && (
          <Small>
            hedged <QuantityText value={hedgedQuantity} />
          </Small>
        )}
      </>
    ),
    compare: (a, b) => compareDecimal(a.quantity, b.quantity),
  },
  {
    key: 'cost',
    header: 'Cost basis',
    headerNode: <Term id="cost-basis">Cost basis</Term>,
    align: 'right',
    cell: ({ costBasis, costPerUnit, basisUnknown }) => (
      <>
        <MoneyText value={costBasis} />
        {basisUnknown ? (
          <div>
            <AssumedCost />
          </div>
        ) : (
          <Small>
            <span style={{ whiteSpace: 'nowrap' }}>
              <PriceText value={costPerUnit} /> each
            </span>
          </Small>
        )}
      </>
    ),
    compare: (a, b) => compareDecimal(a.costBasis, b.costBasis),
  },
  {
    key: 'value',
    header: 'Value',
    align: 'right',
    cell: ({ value }) => <MoneyText value={value} unknown="no price" />,
    compare: (a, b) => compareDecimal(a.value, b.value),
  },
  {
    key: 'gain',
    header: 'Open gain',
    align: 'right',
    cell: ({ gain, explain, asset: name, acquiredDate }) => (
      <Explain id={explain} of={`gain of the ${name} lot of ${acquiredDate}`}>
        <MoneyText value={gain} signed="gain" unknown="no price" />
      </Explain>
    ),
    compare: (a, b) => compareDecimal(a.gain, b.gain),
  },
  {
    key: 'source',
    header: 'From',
    cell: ({ file, line }) => <SourceText file={file} line={line} narrow />,
    compare: (a, b) => compareText(a.file, b.file) || a.line - b.line,
  },
];

export const lotColumns: readonly Column<OpenLot>[] = [asset, ...lotColumnsOfOne];
