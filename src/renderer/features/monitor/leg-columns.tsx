import { Badge, Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { MarginMeter } from '../../charts/margin-meter.tsx';
import { AmountText } from '../../ui/amount-text.tsx';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText, MoneyText, PriceText, QuantityText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { LevelBadge } from './level-badge.tsx';
import {
  expiryWords,
  noLiquidationWords,
  priceAge,
  sideWord,
  sigmaWords,
  stateWords,
  unitOf,
  type Row,
} from './view-model.ts';
import classes from './monitor.module.css';

export interface LegColumnsInput {
  readonly currency: string;
  openLeg(row: Row): void;
  adopt(position: string): void;
}

/** What stands beneath a figure. */
function Under({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Text size="xs" c="dimmed" component="div">
      {children}
    </Text>
  );
}

/** Of figures that rest on a price that is too old. */
function OldPrice(): ReactNode {
  return (
    <Badge
      size="sm"
      variant="light"
      color="yellow"
      tt="none"
      leftSection={<IconClockExclamation size={12} aria-hidden="true" />}
    >
      old price
    </Badge>
  );
}

/** A figure as it stands, or paler and marked where its price is too old. */
function Aged({ stale, children }: { readonly stale: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <div data-stale={stale || undefined} className={classes.aged}>
      {children}
    </div>
  );
}

export function legColumns(input: LegColumnsInput): readonly Column<Row>[] {
  return [urgency(input), hedge(input), fit(input), margin, liquidation, paid, ends];
}

function urgency({ adopt }: LegColumnsInput): Column<Row> {
  return {
    key: 'urgency',
    header: 'State',
    width: '18%',
    cell: (row) => (
      <Stack gap={4} align="flex-start">
        <LevelBadge level={row.level} />
        <Text size="xs">
          <Sentence>{row.alarms[0]?.words ?? row.next}</Sentence>
        </Text>
        {row.leg === null && row.position !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => row.position !== null && adopt(row.position)}
          >
            Make this a hedge
          </Button>
        )}
      </Stack>
    ),
    compare: (a, b) => b.urgency - a.urgency,
  };
}

function hedge({ openLeg }: LegColumnsInput): Column<Row> {
  return {
    key: 'hedge',
    header: 'Hedge',
    width: '14%',
    cell: (row) => (
      <>
        <UnstyledButton className={classes.opens} onClick={() => openLeg(row)}>
          {sideWord(row)} <QuantityText value={row.quantity} unit={unitOf(row)} />
        </UnstyledButton>
        <Under>
          <Sentence>{row.symbol}</Sentence>
        </Under>
        <Under>{row.accountName ?? row.venue}</Under>
        <Under>{row.leg === null ? 'belongs to no hedge' : stateWords[row.state]}</Under>
      </>
    ),
    compare: (a, b) => compareText(a.symbol, b.symbol),
  };
}

function fit({ currency }: LegColumnsInput): Column<Row> {
  return {
    key: 'fit',
    header: 'Ratio, left over',
    headerNode: (
      <span>
        <Term id="hedge-ratio">Ratio</Term>, <Term id="residual">left over</Term>
      </span>
    ),
    align: 'right',
    cell: (row) => (
      <Aged stale={row.stale}>
        <RateText value={row.ratio.now} decimals={1} unknown="nothing planned" />
        {row.ratio.planned !== null && (
          <Text span size="xs" c="dimmed">
            {' '}
            of <RateText value={row.ratio.planned} decimals={1} />
          </Text>
        )}
        {row.residual.coins !== null && (
          <Under>
            <QuantityText value={row.residual.coins} unit={row.asset} signed="plain" decimals={4} />
          </Under>
        )}
        {row.residual.value !== null && (
          <Under>
            <MoneyText value={row.residual.value} currency={currency} signed="plain" />
          </Under>
        )}
      </Aged>
    ),
    compare: (a, b) => compareDecimal(a.ratio.now, b.ratio.now),
  };
}

const margin: Column<Row> = {
  key: 'margin',
  header: 'Spare margin',
  headerNode: (
    <>
      Spare <Term id="margin">margin</Term>
    </>
  ),
  align: 'right',
  cell: ({ margin: { buffer, equity, maintenance, asset }, ...row }) => (
    <Aged stale={row.stale}>
      {buffer === null ? <Text size="sm">not known</Text> : <AmountText value={buffer} asset={asset} />}
      <MarginMeter equity={equity} maintenance={maintenance} />
      {maintenance !== null && (
        <Under>
          <Term id="maintenance-margin">needs</Term> <AmountText value={maintenance} asset={asset} />
        </Under>
      )}
    </Aged>
  ),
  compare: (a, b) => compareDecimal(a.margin.buffer, b.margin.buffer),
};

const liquidation: Column<Row> = {
  key: 'liquidation',
  header: 'Forced close',
  headerNode: <Term id="liquidation">Forced close</Term>,
  align: 'right',
  cell: (row) => {
    const { distance, dailySigmas, price, kind } = row.liquidation;
    const sigmas = sigmaWords(dailySigmas);
    return (
      <Aged stale={row.stale}>
        {distance === null ? (
          <Text size="sm">{noLiquidationWords(kind)}</Text>
        ) : (
          <>
            <RateText value={distance} decimals={1} /> away
          </>
        )}
        {price !== null && (
          <Under>
            {kind === 'margin-call' ? 'call at' : 'at'} <PriceText value={price} hideable />
          </Under>
        )}
        {sigmas !== null && <Under>{sigmas}</Under>}
      </Aged>
    );
  },
  compare: (a, b) => compareDecimal(a.liquidation.distance, b.liquidation.distance),
};

const paid: Column<Row> = {
  key: 'paid',
  header: 'Funding, basis',
  headerNode: (
    <span>
      <Term id="funding">Funding</Term>, <Term id="basis-of-futures">basis</Term>
    </span>
  ),
  align: 'right',
  cell: ({ funding, basis, quote }) => (
    <>
      <AmountText value={funding.quantity} asset={funding.asset} signed="gain" />
      <Under>
        {basis === null ? (
          'no basis'
        ) : basis.earned === null ? (
          'basis not known'
        ) : (
          <AmountText value={basis.earned} asset={quote} signed="plain" />
        )}
      </Under>
    </>
  ),
  compare: (a, b) => compareDecimal(a.funding.quantity, b.funding.quantity),
};

const ends: Column<Row> = {
  key: 'ends',
  header: 'Ends, price',
  cell: (row) => (
    <>
      {row.expiry === null ? (
        <Text size="sm" component="div">
          <Term id="perpetual">never</Term>
        </Text>
      ) : (
        <>
          <Text size="sm">{expiryWords(row.expiry.days)}</Text>
          <Under>
            <DateText value={row.expiry.date} />
          </Under>
        </>
      )}
      <Under>price {priceAge(row.price) ?? 'not known'}</Under>
      {row.stale && <OldPrice />}
    </>
  ),
  compare: (a, b) => compareText(a.expiry?.date ?? null, b.expiry?.date ?? null),
};
