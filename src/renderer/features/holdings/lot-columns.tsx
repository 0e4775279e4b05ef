import { Badge } from '@mantine/core';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { Explain } from '../../ui/explain.tsx';
import { signOf } from '../../ui/number-format.ts';
import { DateText, MoneyText, PriceText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { SourceText } from './source-text.tsx';
import { countdownWords, type OpenLot } from './view-model.ts';

/** A lot in one line. */
export const lotColumns: readonly Column<OpenLot>[] = [
  {
    key: 'asset',
    header: 'Asset',
    cell: ({ asset }) => asset,
    compare: (a, b) => compareText(a.asset, b.asset),
  },
  {
    key: 'acquired',
    header: 'Acquired',
    cell: ({ acquiredDate }) => <DateText value={acquiredDate} />,
    compare: (a, b) => compareText(a.acquired, b.acquired),
  },
  {
    key: 'term',
    header: 'Term',
    headerNode: <Term id="term-countdown">Term</Term>,
    cell: (lot) => (
      <span title={lot.longTermFrom}>
        <Badge variant="light" color={lot.term === 'long' ? 'teal' : 'gray'} tt="none">
          {countdownWords(lot)}
        </Badge>
      </span>
    ),
    compare: (a, b) => a.daysToLongTerm - b.daysToLongTerm,
  },
  {
    key: 'quantity',
    header: 'Quantity',
    align: 'right',
    cell: ({ quantity }) => <QuantityText value={quantity} />,
    compare: (a, b) => compareDecimal(a.quantity, b.quantity),
  },
  {
    key: 'unit-cost',
    header: 'Cost per unit',
    align: 'right',
    cell: ({ costPerUnit, basisUnknown }) =>
      basisUnknown ? <CostUnknown /> : <PriceText value={costPerUnit} />,
    compare: (a, b) => compareDecimal(a.costPerUnit, b.costPerUnit),
  },
  {
    key: 'cost',
    header: 'Cost basis',
    headerNode: <Term id="cost-basis">Cost basis</Term>,
    align: 'right',
    cell: ({ costBasis }) => <MoneyText value={costBasis} />,
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
    cell: ({ gain, explain, asset, acquiredDate }) => (
      <Explain id={explain} of={`gain of the ${asset} lot of ${acquiredDate}`}>
        <MoneyText value={gain} signed="gain" unknown="no price" />
      </Explain>
    ),
    compare: (a, b) => compareDecimal(a.gain, b.gain),
  },
  {
    key: 'hedged',
    header: 'Hedged',
    headerNode: <Term id="hedge">Hedged</Term>,
    align: 'right',
    cell: ({ hedgedQuantity }) =>
      signOf(hedgedQuantity) === 'flat' ? 'no' : <QuantityText value={hedgedQuantity} />,
    compare: (a, b) => compareDecimal(a.hedgedQuantity, b.hedgedQuantity),
  },
  {
    key: 'account',
    header: 'Account',
    cell: ({ accountName }) => accountName,
    compare: (a, b) => compareText(a.accountName, b.accountName),
  },
  {
    key: 'source',
    header: 'From',
    cell: ({ file, line }) => <SourceText file={file} line={line} />,
    compare: (a, b) => compareText(a.file, b.file) || a.line - b.line,
  },
];

function CostUnknown() {
  return (
    <Badge variant="light" color="yellow" tt="none" title="Nothing shows what was paid; it counts as zero.">
      not known
    </Badge>
  );
}
