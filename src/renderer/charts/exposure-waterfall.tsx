import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoneyText, QuantityText, RateText } from '../ui/numbers.tsx';
import {
  sidesOf,
  waterfall,
  type Bar,
  type ExposureAmounts,
  type WaterfallBars,
} from './waterfall-geometry.ts';
import classes from './exposure-waterfall.module.css';

export interface ExposureRow extends ExposureAmounts {
  readonly name: string;
  /** Share of the whole that moves with this asset; null for the total. */
  readonly weight: string | null;
  /** The same in units of the asset; none for a sum of several. */
  readonly units?: ExposureParts;
  /** The same as shares of all that is held. */
  readonly shares?: ExposureParts;
}

/** Decimal texts that add up to the net. */
export interface ExposureParts {
  readonly coins: string;
  readonly longFutures: string;
  readonly shortFutures: string;
  readonly net: string;
}

type Part = keyof ExposureParts;

export interface ExposureWaterfallProps {
  readonly rows: readonly ExposureRow[];
  readonly currency: string;
}

/**
 * Coins, then long futures on top of them and short futures off them (hatched), then what really moves with the asset.
 * The table twin says the same.
 */
export function ExposureWaterfall({ rows, currency }: ExposureWaterfallProps): ReactNode {
  const shape = waterfall(rows);
  const isDetailed = rows.some(({ units, shares }) => units !== undefined || shares !== undefined);
  return (
    <div className={classes.chart} data-detailed={isDetailed || undefined} aria-hidden="true">
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

const words: Readonly<Record<Part, string>> = {
  coins: 'Coins you hold',
  longFutures: 'Long futures add',
  shortFutures: 'Short futures take off',
  net: 'Effective exposure',
};

function Legend(): ReactNode {
  return (
    <div className={classes.legend}>
      {Object.entries(words).map(([part, says]) => (
        <span key={part}>
          <i className={classes.swatch} data-part={part} /> {says}
        </span>
      ))}
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
  const { long, short } = sidesOf(row);
  const { long: longBar, short: shortBar } = bars;
  const lane = { row, zero, currency };
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
        <Lane part="coins" bar={bars.coins} value={row.coins} {...lane} />
        {longBar !== null && (
          <Lane part="longFutures" bar={longBar} join={longBar.from} value={long} {...lane} />
        )}
        {shortBar !== null && (
          <Lane part="shortFutures" bar={shortBar} join={shortBar.from} value={short} {...lane} />
        )}
        {(longBar !== null || shortBar !== null) && (
          <Lane part="net" bar={bars.net} join={bars.end} value={row.net} {...lane} />
        )}
      </div>
    </div>
  );
}

interface LaneProps {
  readonly part: Part;
  readonly bar: Bar;
  readonly row: ExposureRow;
  readonly value: string;
  readonly zero: number;
  readonly currency: string;
  /** Where this lane takes over from the one above: a thin line joins them. */
  readonly join?: number;
}

function Lane({ part, bar, row, value, zero, currency, join }: LaneProps): ReactNode {
  const signed = part === 'longFutures' || part === 'shortFutures' ? { signed: 'plain' as const } : {};
  const { units, shares } = row;
  return (
    <div className={classes.lane}>
      <div className={classes.track}>
        <div className={classes.zero} style={{ left: `${zero}%` }} />
        {join !== undefined && <div className={classes.join} style={{ left: `${join}%` }} />}
        <div
          className={classes.bar}
          data-part={part}
          style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
        />
      </div>
      <Text size="xs" ta="right" className={classes.figure}>
        <MoneyText value={value} currency={currency} short {...signed} />
      </Text>
      <Text size="xs" ta="right" c="dimmed" className={classes.detail}>
        {units !== undefined && <QuantityText value={units[part]} unit={row.name} {...signed} />}
      </Text>
      <Text size="xs" ta="right" c="dimmed" className={classes.detail}>
        {shares !== undefined && <RateText value={shares[part]} decimals={1} {...signed} />}
      </Text>
    </div>
  );
}
