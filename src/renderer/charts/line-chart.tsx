import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { lineShapes, type LinePoint } from './line-chart-geometry.ts';
import type { Spot } from './price-lines-geometry.ts';
import classes from './line-chart.module.css';

export interface LineChartProps {
  /** From left to right. */
  readonly points: readonly LinePoint[];
  /** Names of the lines, one a `ys`; at most three. */
  readonly series: readonly string[];
  /** Marked: as it is assumed now. */
  readonly now: string | null;
  readonly nowWords: string;
  /** Writes an amount of the scale. */
  readonly amount: (text: string) => ReactNode;
  /** Writes a value beneath the plot. */
  readonly at: (x: string) => ReactNode;
}

/** Amounts as one assumption moves: a line a series, each of its own stroke. The table twin says the same. */
export function LineChart({ points, series, now, nowWords, amount, at }: LineChartProps): ReactNode {
  const shape = lineShapes(points);
  const every = Math.max(1, Math.ceil((points.length - 1) / 5));
  return (
    <div className={classes.chart} aria-hidden="true">
      {series.length > 1 && (
        <div className={classes.legend}>
          {series.map((name, index) => (
            <span key={name}>
              <i className={classes.swatch} data-series={index} /> {name}
            </span>
          ))}
        </div>
      )}
      <div className={classes.frame}>
        <div className={classes.scale}>
          <Text size="xs" className={classes.amount} data-edge="top">
            {amount(shape.high.toFixed(0))}
          </Text>
          <Text size="xs" className={classes.amount} data-edge="bottom">
            {amount(shape.low.toFixed(0))}
          </Text>
        </div>
        <div className={classes.plot}>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={classes.lines}>
            {shape.zero !== null && <path d={`M0 ${shape.zero}H100`} className={classes.zero} />}
            {now !== null && <path d={`M${shape.xOf(now)} 0V100`} className={classes.now} />}
            {shape.lines.map((line, index) => (
              <path key={series[index]} d={pathOf(line)} className={classes.line} data-series={index} />
            ))}
          </svg>
          {now !== null && (
            <Text
              size="xs"
              className={classes.nowWord}
              data-side={shape.xOf(now) > 60 ? 'before' : 'after'}
              style={{ left: `${shape.xOf(now)}%` }}
            >
              {nowWords}
            </Text>
          )}
        </div>
        <div className={classes.values}>
          {points
            .filter((_, index) => index % every === 0)
            .map(({ x }) => (
              <Text
                key={x}
                size="xs"
                className={classes.value}
                data-edge={shape.xOf(x) > 95 ? 'end' : undefined}
                style={{ left: `${shape.xOf(x)}%` }}
              >
                {at(x)}
              </Text>
            ))}
        </div>
      </div>
    </div>
  );
}

function pathOf(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
}
