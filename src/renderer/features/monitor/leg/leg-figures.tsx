import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AmountText } from '../../../ui/amount-text.tsx';
import { Explain } from '../../../ui/explain.tsx';
import type { TermId } from '../../../ui/glossary.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText, PriceText, QuantityText, RateText } from '../../../ui/numbers.tsx';
import { Term } from '../../../ui/term.tsx';
import {
  contractWithoutMargin,
  expiryWords,
  noLiquidationWords,
  priceAge,
  sideWord,
  sigmaWords,
  unitOf,
  type Row,
} from '../view-model.ts';
import { LegAlarms } from './leg-alarms.tsx';
import { MarginMissing } from './margin-missing.tsx';
import classes from '../monitor.module.css';

export interface LegFiguresProps {
  readonly row: Row;
  /** All rows: those of one account share its margin. */
  readonly rows: readonly Row[];
  readonly currency: string;
}

/** What there is to know of a hedge now: what warns, then every figure with the way to how it was computed. */
export function LegFigures({ row, rows, currency }: LegFiguresProps): ReactNode {
  const missing = contractWithoutMargin(rows, row);
  return (
    <Stack gap="lg">
      {row.alarms.length > 0 && <LegAlarms alarms={row.alarms} />}
      <section aria-label="Figures">
        <dl className={classes.figures}>
          <Fit row={row} currency={currency} />
          <Danger row={row} />
          <Money row={row} />
          <Time row={row} />
        </dl>
      </section>
      {missing !== null && <MarginMissing contract={missing} />}
    </Stack>
  );
}

interface FigureProps {
  readonly label: string;
  readonly term?: TermId;
  /** What `holdings.explain` takes, where the figure has a trace. */
  readonly explain?: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

function Figure({ label, term, explain, note, children }: FigureProps): ReactNode {
  return (
    <div>
      <dt>{term === undefined ? label : <Term id={term}>{label}</Term>}</dt>
      <dd>
        <Text fw={600} component="span">
          {explain === undefined ? (
            children
          ) : (
            <Explain id={explain} of={label}>
              {children}
            </Explain>
          )}
        </Text>
        {note !== undefined && (
          <Text size="xs" c="dimmed" component="div">
            {note}
          </Text>
        )}
      </dd>
    </div>
  );
}

/** Only a leg's figures have traces of their own, and only those that are known. */
function traced(row: Row, figure: string, known = true): { readonly explain?: string } {
  return row.leg === null || !known ? {} : { explain: `${row.explain}/${figure}` };
}

function Fit({ row, currency }: Omit<LegFiguresProps, 'rows'>): ReactNode {
  const { ratio, residual, asset } = row;
  return (
    <>
      <Figure
        label="Hedge ratio now"
        term="hedge-ratio"
        {...traced(row, 'ratio', ratio.now !== null)}
        note={<Sentence>{ratio.words}</Sentence>}
      >
        <RateText value={ratio.now} decimals={1} />
      </Figure>
      <Figure
        label="Moves with the price"
        term="effective-exposure"
        {...traced(row, 'coins', ratio.coins !== null)}
        note={
          <>
            {sideWord(row)} <QuantityText value={row.quantity} unit={unitOf(row)} />, planned{' '}
            <QuantityText value={row.plannedQuantity} unit={unitOf(row)} unknown="nothing" />
          </>
        }
      >
        <QuantityText value={ratio.coins} unit={asset} signed="plain" />
      </Figure>
      <Figure
        label="Left over"
        term="residual"
        {...traced(row, 'residual', residual.coins !== null)}
        note={
          <>
            <MoneyText value={residual.value} currency={currency} signed="plain" />,{' '}
            <RateText value={residual.share} /> of what is wanted
          </>
        }
      >
        <QuantityText value={residual.coins} unit={asset} signed="plain" />
      </Figure>
    </>
  );
}

function Danger({ row }: { readonly row: Row }): ReactNode {
  const { liquidation, margin } = row;
  const sigmas = sigmaWords(liquidation.dailySigmas);
  return (
    <>
      <Figure
        label="To the forced close"
        term="liquidation"
        {...traced(row, 'distance', liquidation.distance !== null)}
        note={
          <>
            {liquidation.price !== null && (
              <>
                at <PriceText value={liquidation.price} hideable />
                {sigmas !== null && (
                  <>
                    , <Term id="usual-daily-move">{sigmas}</Term>
                  </>
                )}
                .{' '}
              </>
            )}
            <Sentence>{liquidation.words}</Sentence>
          </>
        }
      >
        {liquidation.distance === null ? (
          noLiquidationWords(liquidation.kind)
        ) : (
          <RateText value={liquidation.distance} decimals={1} />
        )}
      </Figure>
      <Figure
        label="Margin to spare"
        term="margin"
        {...traced(row, 'buffer', margin.buffer !== null)}
        note={<Sentence>{margin.words}</Sentence>}
      >
        <AmountText value={margin.buffer} asset={margin.asset} />
      </Figure>
    </>
  );
}

function Money({ row }: { readonly row: Row }): ReactNode {
  const { funding, fees, realisedProfit, unrealisedProfit, basis, quote } = row;
  return (
    <>
      <Figure
        label="Funding so far"
        term="funding"
        {...traced(row, 'funding', funding.payments > 0)}
        note={`${funding.payments} ${funding.payments === 1 ? 'payment' : 'payments'}`}
      >
        <AmountText value={funding.quantity} asset={funding.asset} signed="gain" />
      </Figure>
      {basis !== null && (
        <Figure
          label="Basis so far"
          term="basis-of-futures"
          {...traced(row, 'basis', basis.earned !== null)}
          note={<Sentence>{basis.words}</Sentence>}
        >
          <AmountText value={basis.earned} asset={quote} signed="gain" />
        </Figure>
      )}
      <Figure label="Open profit" {...traced(row, 'unrealisedProfit', unrealisedProfit !== null)}>
        <AmountText
          value={unrealisedProfit?.quantity ?? null}
          asset={unrealisedProfit?.asset ?? row.settleAsset}
          signed="gain"
          unknown="no price"
        />
      </Figure>
      <Figure label="Profit taken" {...traced(row, 'realisedProfit')}>
        <AmountText value={realisedProfit.quantity} asset={realisedProfit.asset} signed="gain" />
      </Figure>
      <Figure label="Fees" {...traced(row, 'fees', fees.length > 0)}>
        {fees.length === 0
          ? 'none'
          : fees.map(({ asset, quantity }) => (
              <span key={asset}>
                <AmountText value={quantity} asset={asset} signed="plain" />{' '}
              </span>
            ))}
      </Figure>
    </>
  );
}

function Time({ row }: { readonly row: Row }): ReactNode {
  const { expiry, exitDate, price } = row;
  return (
    <>
      <Figure
        label="Price it is judged by"
        term="mark-price"
        note={
          <>
            {priceAge(price) ?? 'no price'}. <Sentence>{price.words}</Sentence>
          </>
        }
      >
        <PriceText value={price.mark} unknown="no price" />
      </Figure>
      <Figure
        label="Contract ends"
        note={expiry === null ? 'A perpetual has no end' : <Sentence>{expiry.words}</Sentence>}
      >
        {expiry === null ? 'never' : expiryWords(expiry.days)}
      </Figure>
      {exitDate !== null && (
        <Figure label="Planned exit" term="exit">
          <DateText value={exitDate} />
        </Figure>
      )}
    </>
  );
}
