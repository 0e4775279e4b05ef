import { Badge, Text } from '@mantine/core';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { Explain } from '../../ui/explain.tsx';
import { DateText, MoneyText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { wordsOfKind } from '../../ui/event-words.ts';
import { SourceText } from './source-text.tsx';
import type { Disposal } from './view-model.ts';

/** The part of a lot that a sale used, in one line. */
export const disposalColumns: readonly Column<Disposal>[] = [
  {
    key: 'disposed',
    header: 'Sold',
    cell: ({ disposed, cause }) => (
      <>
        <DateText value={disposed} />
        <Text size="xs" c="dimmed">
          {wordsOfKind(cause)}
        </Text>
      </>
    ),
    compare: (a, b) => compareText(a.disposed, b.disposed),
  },
  {
    key: 'quantity',
    header: 'Quantity',
    align: 'right',
    cell: ({ quantity, asset }) => <QuantityText value={quantity} unit={asset} />,
    compare: (a, b) => compareText(a.asset, b.asset) || compareDecimal(a.quantity, b.quantity),
  },
  {
    key: 'acquired',
    header: 'Acquired',
    cell: ({ acquired, term }) => (
      <>
        <DateText value={acquired} />
        <Text size="xs" c="dimmed">
          {term === 'long' ? 'long-term' : 'short-term'}
        </Text>
      </>
    ),
    compare: (a, b) => compareText(a.acquired, b.acquired),
  },
  {
    key: 'proceeds',
    header: 'Proceeds',
    align: 'right',
    cell: ({ proceeds }) => <MoneyText value={proceeds} />,
    compare: (a, b) => compareDecimal(a.proceeds, b.proceeds),
  },
  {
    key: 'cost',
    header: 'Cost basis',
    headerNode: <Term id="cost-basis">Cost basis</Term>,
    align: 'right',
    cell: ({ costBasis, basisUnknown }) => (
      <>
        <MoneyText value={costBasis} />
        {basisUnknown && (
          <Badge ml={6} variant="light" color="yellow" tt="none" title="Nothing shows what was paid.">
            not known
          </Badge>
        )}
      </>
    ),
    compare: (a, b) => compareDecimal(a.costBasis, b.costBasis),
  },
  {
    key: 'gain',
    header: 'Gain',
    align: 'right',
    cell: ({ gain, explain, asset, disposed }) => (
      <Explain id={explain} of={`gain on ${asset} sold on ${disposed}`}>
        <MoneyText value={gain} signed="gain" />
      </Explain>
    ),
    compare: (a, b) => compareDecimal(a.gain, b.gain),
  },
  {
    key: 'source',
    header: 'From',
    cell: ({ file, line }) => <SourceText file={file} line={line} />,
    compare: (a, b) => compareText(a.file, b.file) || a.line - b.line,
  },
];
