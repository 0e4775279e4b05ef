import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoneyText, DateText, RateText } from '../../../ui/numbers.tsx';
import { Term } from '../../../ui/term.tsx';
import {
  isAnywhere,
  keepsOpenFutures,
  nearestClose,
  type Answer,
  type FigureKey,
  type Way,
} from './view-model.ts';
import { WayFigure } from './way-figure.tsx';

export interface WayLine {
  readonly key: string;
  readonly label: ReactNode;
  readonly about?: string;
  readonly isTotal?: boolean;
  cell(way: Way, best: Way | undefined): ReactNode;
}

/** The lines on which the ways are compared, the cost first; those that are nothing in every way are left out. */
export function wayLines({ alternatives, currency }: Answer): readonly WayLine[] {
  const figure = (
    key: FigureKey,
    of: string,
    label: ReactNode,
    about?: string,
    compared = false,
  ): readonly WayLine[] =>
    isAnywhere(alternatives, key) || key === 'cost'
      ? [
          {
            key,
            label,
            ...(about === undefined ? {} : { about }),
            cell: (way, best) => (
              <WayFigure way={way} best={best} figure={key} of={of} currency={currency} compared={compared} />
            ),
          },
        ]
      : [];
  return [
    ...figure(
      'cost',
      'cost in today’s money',
      <>
        Cost in <Term id="present-value">today’s money</Term>
      </>,
      'All of the below, later amounts worth less',
      true,
    ).map((line) => ({ ...line, isTotal: true })),
    ...figure('tax', 'tax', 'Tax, all years', 'More than you would owe without it', true),
    ...carryLine(
      figure('carry', 'carry', <Term id="carry">Carry</Term>, 'Less than 0 is income', true),
      currency,
    ),
    ...figure('fees', 'fees', 'Fees', 'Of coins and futures', true),
    ...figure('slippage', 'slippage', <Term id="slippage">Slippage</Term>, undefined, true),
    ...figure(
      'marginCost',
      'what locked margin would have earned',
      'Locked money would earn',
      'The opportunity cost of margin',
      true,
    ),
    {
      key: 'until',
      label: 'Done on',
      about: 'The last day on which something is done',
      cell: ({ until }) => (until === null ? <Dash says="nothing is done" /> : <DateText value={until} />),
    },
    ...lockedMargin(alternatives, currency),
    {
      key: 'liquidation',
      label: (
        <>
          Nearest <Term id="liquidation">forced close</Term>
        </>
      ),
      about: 'How far the price is from it',
      cell: (way) => <ForcedClose way={way} />,
    },
    ...figure('newMoney', 'new money', 'New money', 'Cash that you add'),
    ...figure('driftLeft', 'what stays off target', 'Stays off target', 'Right after today’s trades'),
    ...figure(
      'lossesWaiting',
      'losses that wait',
      <Term id="deferred-loss">Losses that wait</Term>,
      'After the last year',
    ),
    ...figure('lossesCarried', 'losses carried on', 'Losses carried on', 'Into years after the last'),
    ...figure(
      'gainLeft',
      'gain that is not taxed yet',
      'Gain not taxed yet',
      'In the coins that stay: taxed another day',
    ),
  ];
}

/** Carry with what it would have been at both ends of the past. */
function carryLine(lines: readonly WayLine[], currency: string): readonly WayLine[] {
  return lines.map((line) => ({
    ...line,
    cell: (way, best) => (
      <>
        {line.cell(way, best)}
        {way.carryRange !== null && (
          <Text size="xs" c="dimmed" title={way.carryRange.words}>
            usually <MoneyText value={way.carryRange.low} currency={currency} short /> to{' '}
            <MoneyText value={way.carryRange.high} currency={currency} short />
          </Text>
        )}
      </>
    ),
  }));
}

function lockedMargin(ways: readonly Way[], currency: string): readonly WayLine[] {
  if (!isAnywhere(ways, 'lockedMargin')) return [];
  return [
    {
      key: 'lockedMargin',
      label: (
        <>
          <Term id="margin">Margin</Term> locked up
        </>
      ),
      about: 'Yours, but not free meanwhile',
      cell: ({ lockedMargin: locked, marginWords }) => (
        <>
          <MoneyText value={locked} currency={currency} />
          {marginWords !== null && (
            <Text size="xs" c="dimmed">
              {marginWords}
            </Text>
          )}
        </>
      ),
    },
  ];
}

function ForcedClose({ way }: { readonly way: Way }): ReactNode {
  const near = nearestClose(way);
  if (near === null)
    return <Dash says={keepsOpenFutures(way) ? 'as now: see the Hedge monitor' : 'no futures left open'} />;
  if (near.distance === null) return <Dash says={`not known for ${near.contract}: see the Hedge monitor`} />;
  return (
    <>
      {near.distance === '0' ? (
        'at once'
      ) : (
        <RateText value={near.distance} decimals={0} unknown="not known" />
      )}
      <Text size="xs" c="dimmed">
        {near.asset}, {near.side === 'short' ? 'if it rises' : 'if it falls'}
      </Text>
    </>
  );
}

function Dash({ says }: { readonly says: string }): ReactNode {
  return (
    <Text size="sm" c="dimmed" span>
      {says}
    </Text>
  );
}
