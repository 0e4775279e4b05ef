import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { RateText } from '../ui/numbers.tsx';
import { bullets, type Bullet, type BulletShares } from './bullet-geometry.ts';
import { driftWords } from './drift-words.ts';
import classes from './drift-bullets.module.css';

export interface BulletRow extends BulletShares {
  readonly asset: string;
  /** Weight less target. */
  readonly drift: string;
  readonly outside: boolean;
}

export interface DriftBulletsProps {
  readonly rows: readonly BulletRow[];
}

/** Share of each asset (bar) against its target (mark) and the band around it (pale). The table twin says the same. */
export function DriftBullets({ rows }: DriftBulletsProps): ReactNode {
  const { low, high, zero, bullets: shapes } = bullets(rows);
  return (
    <div className={classes.chart} aria-hidden="true">
      <Legend withBefore={rows.some(({ was }) => was !== undefined)} />
      {rows.map((row, index) => {
        const shape = shapes[index];
        return shape === undefined ? null : <Row key={row.asset} row={row} shape={shape} zero={zero} />;
      })}
      <div className={classes.scale}>
        <RateText value={low.toFixed(1)} />
        <RateText value={high.toFixed(1)} />
      </div>
    </div>
  );
}

function Legend({ withBefore }: { readonly withBefore: boolean }): ReactNode {
  return (
    <div className={classes.legend}>
      <span>
        <i className={classes.swatchBar} /> {withBefore ? 'Share after' : 'Effective share'}
      </span>
      {withBefore && (
        <span>
          <i className={classes.swatchWas} /> Share now
        </span>
      )}
      <span>
        <i className={classes.swatchTarget} /> Target
      </span>
      <span>
        <i className={classes.swatchBand} /> Band
      </span>
    </div>
  );
}

interface RowProps {
  readonly row: BulletRow;
  readonly shape: Bullet;
  readonly zero: number;
}

function Row({ row, shape, zero }: RowProps): ReactNode {
  return (
    <div>
      <div className={classes.words}>
        <Text size="sm" fw={600}>
          {row.asset}
        </Text>
        <Text size="sm" fw={600}>
          <RateText value={row.weight} decimals={1} />
        </Text>
        <Text size="sm" c="dimmed">
          {driftWords(row.drift)} (<RateText value={row.target} decimals={1} />)
        </Text>
        {row.outside && (
          <Badge size="sm" variant="light" color="orange" tt="none">
            outside the band
          </Badge>
        )}
      </div>
      <div className={classes.track}>
        <div className={classes.band} style={styleOf(shape.band)} />
        <div className={classes.zero} style={{ left: `${zero}%` }} />
        <div className={classes.bar} style={styleOf(shape.bar)} />
        {shape.was !== null && <div className={classes.was} style={styleOf(shape.was)} />}
        <div className={classes.target} style={{ left: `${shape.target}%` }} />
      </div>
    </div>
  );
}

function styleOf({ left, width }: { readonly left: number; readonly width: number }): {
  left: string;
  width: string;
} {
  return { left: `${left}%`, width: `${width}%` };
}
