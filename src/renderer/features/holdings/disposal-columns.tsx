import { compareDecimal, compareText } from '../../ui/compare.ts';
import { Explain } from '../../ui/explain.tsx';
import { DateText, MoneyText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import { wordsOfCause, wordsOfReason } from './lot-words.ts';
import { Small } from './small.tsx';
import { SourceText } from './source-text.tsx';
import type { Disposal } from './view-model.ts';
import classes from './holdings.module.css';

/** The part of a lot that a sale used, in one line. */
export const disposalColumns: readonly Column<Disposal>[] = [
  {
    key: 'disposed',
    header: 'Sold',
    cell: ({ disposed, cause, accountName }) => (
      <>
        <DateText value={disposed} />
        <Small>
          {wordsOfCause(cause)}, {accountName}
        </Small>
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
        <Small>{term === 'long' ? 'long-term' : 'short-term'}</Small>
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
    cell: ({ costBasis, basisUnknown, reason }) => (
      <>
        <MoneyText value={costBasis} />
        {basisUnknown && (
          <div>
            <AssumedCost reason={reason} />
          </div>
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
    key: 'reason',
    header: 'Why this lot',
    width: '170px',
    cell: ({ reason }) => <span className={classes.reason}>{wordsOfReason(reason)}</span>,
    compare: (a, b) => compareText(wordsOfReason(a.reason), wordsOfReason(b.reason)),
  },
  {
    key: 'source',
    header: 'From',
    onlyWide: true,
    cell: ({ file, line }) => <SourceText file={file} line={line} />,
    compare: (a, b) => compareText(a.file, b.file) || a.line - b.line,
  },
];
