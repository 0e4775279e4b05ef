import type { ReactNode } from 'react';
import { marginUsed } from './margin-used.ts';
import classes from './margin-meter.module.css';

export interface MarginMeterProps {
  /** Decimal text of what stands on the account, and of what must stay there. */
  readonly equity: string | null;
  readonly maintenance: string | null;
}

/** How much of the account's money is needed to keep its positions: full is the forced close. Figures stand beside it. */
export function MarginMeter({ equity, maintenance }: MarginMeterProps): ReactNode {
  const used = marginUsed(equity, maintenance);
  if (used === null) return null;
  return (
    <div className={classes.meter} aria-hidden="true">
      <div
        className={classes.used}
        data-tight={used > 0.5 || undefined}
        style={{ width: `${(used * 100).toFixed(1)}%` }}
      />
    </div>
  );
}
