import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateText, QuantityText } from '../ui/numbers.tsx';
import { bandSteps, type BandPoint } from './band-steps-geometry.ts';
import classes from './band-steps.module.css';

export interface BandAsset {
  readonly asset: string;
  readonly points: readonly BandPoint[];
  /** Coins that spot and futures together are meant to be, and how far they may stand off. */
  readonly meant: string;
  readonly tolerance: string;
}

/** Exposure after each day of a plan, a strip a coin, in the band that it has to stay in. The table twin says the same. */
export function BandSteps({ assets }: { readonly assets: readonly BandAsset[] }): ReactNode {
  return (
    <div className={classes.chart} aria-hidden="true">
      {assets.map((each) => (
        <Strip key={each.asset} {...each} />
      ))}
    </div>
  );
}

function Strip({ asset, points, meant, tolerance }: BandAsset): ReactNode {
  const shape = bandSteps(points, meant, tolerance);
  const first = points[0];
  const last = points.at(-1);
  return (
    <div className={classes.strip}>
      <div>
        <Text size="sm" fw={600}>
          {asset}
        </Text>
        <Text size="xs" c="dimmed">
          meant <QuantityText value={meant} />
        </Text>
      </div>
      <div>
        <div className={classes.plot}>
          <div
            className={classes.band}
            style={{ top: `${shape.band.top}%`, height: `${shape.band.height}%` }}
          />
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={classes.lines}>
            <path d={`M0 ${shape.meant}H100`} className={classes.meant} />
            <path
              d={shape.stair
                .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`)
                .join('')}
              className={classes.stair}
            />
          </svg>
          {shape.spots.map(({ x, y }, index) => (
            <i key={points[index]?.date} className={classes.spot} style={{ left: `${x}%`, top: `${y}%` }} />
          ))}
        </div>
        <div className={classes.days}>
          <Text size="xs" c="dimmed">
            {first !== undefined && <DateText value={first.date} />}
          </Text>
          <Text size="xs" c="dimmed">
            {last !== undefined && last !== first && <DateText value={last.date} />}
          </Text>
        </div>
      </div>
    </div>
  );
}
