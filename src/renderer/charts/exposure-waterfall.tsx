import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoneyText, RateText } from '../ui/numbers.tsx';
import { waterfall, type Bar, type ExposureAmounts, type WaterfallBars } from './waterfall-geometry.ts';
import classes from './exposure-waterfall.module.css';

export interface ExposureRow extends ExposureAmounts {
  readonly name: string;
  /** Share of the whole that moves with this asset; null for the total. */
  readonly weight: string | null;
}

export interface ExposureWaterfallProps {
  readonly rows: readonly ExposureRow[];
  readonly currency: string;
}

/** Coins, then futures on top of them (hatched), then what really moves with the asset. The table twin says the same. */
export function ExposureWaterfall({ rows, currency }: ExposureWaterfallProps): ReactNode {
  const shape = waterfall(rows);
  return (
    <div className={classes.chart} aria-hidden="true">
      <Legend />
      {rows.map((row, index) => {
        const bars = shape.rows[index];
        return bars === undefined ? null : (
          <Row key={row.name} row={row} bars={bars} zero={shape.zero} currency={currency} />
        );
      })}
    </div>
  );
}

function Legend(): ReactNode {
  return (
    <div className={classes.legend}>
      <span>
        <i className={classes.swatch} data-part="coins" /> Coins you hold
      </span>
      <span>
        <i className={classes.swatch} data-part="futures" /> Futures
      </span>
      <span>
        <i className={classes.swatch} data-part="net" /> Effective exposure
      </span>
    </div>
  );
}

interface RowProps {
  readonly row: ExposureRow;
  readonly bars: WaterfallBars;
  readonly zero: number;
  readonly currency: string;
}

function Row({ row, bars, zero, currency }: RowProps): ReactNode {
  const hedged = /[1-9]/u.test(row.futures);
  return (
    <div className={classes.row}>
      <div className={classes.name}>
        <Text size="sm" fw={600}>
          {row.name}
        </Text>
        {row.weight !== null && (
          <Text size="xs" c="dimmed">
            <RateText value={row.weight} decimals={1} />
          </Text>
        )}
      </div>
      <div className={classes.lanes}>
        <Lane part="coins" bar={bars.coins} zero={zero}>
          <MoneyText value={row.coins} currency={currency} short />
        </Lane>
        {hedged && (
          <>
            <Lane part="futures" bar={bars.futures} zero={zero} joins={[bars.turn]}>
              <MoneyText value={row.futures} currency={currency} short signed="plain" />
            </Lane>
            <Lane part="net" bar={bars.net} zero={zero} joins={[bars.end]}>
              <MoneyText value={row.net} currency={currency} short />
            </Lane>
          </>
        )}
      </div>
    </div>
  );
}

interface LaneProps {
  readonly part: 'coins' | 'futures' | 'net';
  readonly bar: Bar;
  readonly zero: number;
  /** Where this lane takes over from the one above: thin lines join them. */
  readonly joins?: readonly number[];
  readonly children: ReactNode;
}

function Lane({ part, bar, zero, joins = [], children }: LaneProps): ReactNode {
  return (
    <div className={classes.lane}>
      <div className={classes.track}>
        <div className={classes.zero} style={{ left: `${zero}%` }} />
        {joins.map((at) => (
          <div key={at} className={classes.join} style={{ left: `${at}%` }} />
        ))}
        <div
          className={classes.bar}
          data-part={part}
          style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
        />
      </div>
      <Text size="xs" ta="right" className={classes.figure}>
        {children}
      </Text>
    </div>
  );
}
