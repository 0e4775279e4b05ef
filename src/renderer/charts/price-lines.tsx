import { Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { MoneyText, RateText } from '../ui/numbers.tsx';
import { priceLines, type PriceLines as Shape, type PricePoint, type Spot } from './price-lines-geometry.ts';
import classes from './price-lines.module.css';

export interface PriceLinesProps {
  /** From the lowest price to the highest. */
  readonly points: readonly PricePoint[];
  /** What equity and margin are in. */
  readonly settleAsset: string;
}

/**
 * What stands on the account (line) and what must stand there (broken line) as the price moves; hatched where the
 * position is closed by force. The table twin says the same.
 */
export function PriceLines({ points, settleAsset }: PriceLinesProps): ReactNode {
  const shape = priceLines(points);
  return (
    <div className={classes.chart} aria-hidden="true">
      <Legend shape={shape} />
      <div className={classes.frame}>
        <Amounts shape={shape} settleAsset={settleAsset} />
        <Plot shape={shape} />
        <Moves points={points} shape={shape} />
      </div>
    </div>
  );
}

function Legend({ shape }: { readonly shape: Shape }): ReactNode {
  return (
    <div className={classes.legend}>
      <span>
        <i className={classes.swatch} data-part="equity" /> On the account
      </span>
      {shape.maintenance.length > 0 && (
        <span>
          <i className={classes.swatch} data-part="maintenance" /> Must stay there
        </span>
      )}
      {shape.closed.length > 0 && (
        <span>
          <i className={classes.swatch} data-part="closed" /> Closed by force
        </span>
      )}
    </div>
  );
}

function Plot({ shape }: { readonly shape: Shape }): ReactNode {
  const hatch = useId();
  return (
    <div className={classes.plot}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={classes.lines}>
        <defs>
          <pattern
            id={hatch}
            width="1.6"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(20)"
          >
            <rect width="0.5" height="5" className={classes.hatch} />
          </pattern>
        </defs>
        {shape.closed.map(({ left, width }) => (
          <rect key={left} x={left} y={0} width={width} height={100} fill={`url(#${hatch})`} />
        ))}
        {shape.closed.map(({ left, width }) => (
          <path
            key={left}
            d={`M${left > shape.now ? left : left + width} 0V100`}
            className={classes.closedEdge}
          />
        ))}
        <path d={`M0 ${shape.zero}H100`} className={classes.zero} />
        <path d={`M${shape.now} 0V100`} className={classes.now} />
        <path d={pathOf(shape.maintenance)} className={classes.maintenance} />
        <path d={pathOf(shape.equity)} className={classes.equity} />
      </svg>
      <Text size="xs" className={classes.nowWord} style={{ left: `${shape.now}%` }}>
        now
      </Text>
    </div>
  );
}

function pathOf(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
}

function Amounts({
  shape: { low, high, zero },
  settleAsset,
}: {
  readonly shape: Shape;
  readonly settleAsset: string;
}): ReactNode {
  const ticks = [
    { at: 0, amount: high, edge: 'top' },
    ...(low < 0 && high > 0 && zero > 12 && zero < 88 ? [{ at: zero, amount: 0, edge: 'none' }] : []),
    { at: 100, amount: low, edge: 'bottom' },
  ];
  return (
    <div className={classes.amounts}>
      {ticks.map(({ at, amount, edge }) => (
        <Text key={at} size="xs" className={classes.amount} data-edge={edge} style={{ top: `${at}%` }}>
          <MoneyText value={amount.toFixed(amountDecimals(high - low))} currency={settleAsset} short />
        </Text>
      ))}
    </div>
  );
}

/** `short` rounds money to whole units; coins keep what is here. */
function amountDecimals(span: number): number {
  return span < 10 ? 4 : 0;
}

function Moves({
  points,
  shape,
}: {
  readonly points: readonly PricePoint[];
  readonly shape: Shape;
}): ReactNode {
  const every = Math.max(1, Math.round((points.length - 1) / 6));
  const shown = points.filter((_, index) => index % every === 0);
  return (
    <div className={classes.moves}>
      {shown.map(({ move }) => (
        <Text key={move} size="xs" className={classes.move} style={{ left: `${shape.xOf(move)}%` }}>
          <RateText value={move} decimals={0} signed="plain" />
        </Text>
      ))}
    </div>
  );
}
