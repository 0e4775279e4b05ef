import { compareDecimal, compareText } from '../../ui/compare.ts';
import { formatAge } from '../../ui/date-format.ts';
import { Explain } from '../../ui/explain.tsx';
import { signOf } from '../../ui/number-format.ts';
import { DateText, MoneyText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { waitingWords } from './countdown.ts';
import { ClockNote } from './clock-note.tsx';
import { Small } from './small.tsx';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import type { OpenLot } from './view-model.ts';
import classes from './holdings.module.css';

/** A lot and what waiting for its date changes. */
export const countdownColumns: readonly Column<OpenLot>[] = [
  {
    key: 'turns',
    header: 'Long-term from',
    headerNode: <Term id="term-countdown">Long-term from</Term>,
    cell: ({ longTermFrom, daysToLongTerm }) => (
      <>
        {longTermFrom === null ? 'Stands still while hedged' : <DateText value={longTermFrom} />}
        {daysToLongTerm !== null && <Small>{formatAge(-daysToLongTerm)}</Small>}
      </>
    ),
    compare: (a, b) => compareText(a.longTermFrom ?? '9999', b.longTermFrom ?? '9999'),
  },
  {
    key: 'lot',
    header: 'Lot',
    cell: ({ asset, accountName, acquiredDate }) => (
      <>
        {asset}
        <Small>
          <DateText value={acquiredDate} />, {accountName}
        </Small>
      </>
    ),
    compare: (a, b) => compareText(a.asset, b.asset) || compareText(a.acquired, b.acquired),
  },
  {
    key: 'quantity',
    header: 'Quantity',
    align: 'right',
    cell: ({ quantity, asset, hedgedQuantity }) => (
      <>
        <QuantityText value={quantity} unit={asset} />
        {signOf(hedgedQuantity) !== 'flat' && (
          <Small>
            hedged <QuantityText value={hedgedQuantity} />
          </Small>
        )}
      </>
    ),
    compare: (a, b) => compareText(a.asset, b.asset) || compareDecimal(a.quantity, b.quantity),
  },
  {
    key: 'gain',
    header: 'Gain now',
    align: 'right',
    cell: ({ gain, explain, asset, acquiredDate, basisUnknown }) => (
      <>
        <Explain id={explain} of={`gain of the ${asset} lot of ${acquiredDate}`}>
          <MoneyText value={gain} signed="gain" unknown="no price" />
        </Explain>
        {basisUnknown && (
          <div>
            <AssumedCost />
          </div>
        )}
      </>
    ),
    compare: (a, b) => compareDecimal(a.gain, b.gain),
  },
  {
    key: 'waiting',
    header: 'What waiting changes',
    cell: (lot) => {
      const { today, later } = waitingWords(lot);
      return (
        <div className={classes.words}>
          <div>{today}</div>
          <div>{later}</div>
          <ClockNote lot={lot} />
          {lot.clock === null && signOf(lot.hedgedQuantity) !== 'flat' && (
            <Small>
              Part of it is hedged: a <Term id="straddle" /> can restart its year, and the date moves.
            </Small>
          )}
        </div>
      );
    },
  },
];
