import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';
import { hiddenDots, useHideAmounts } from '../ui/hide-amounts.tsx';
import { formatMoneyShort } from '../ui/number-format.ts';
import classes from './year-bars.module.css';

export interface YearBarsProps {
  /** What each year's bars stand for, in the order drawn. */
  readonly series: readonly { readonly name: string; readonly color: YearBarColor }[];
  /** One row a year: the year and money as decimal text under each series' name. */
  readonly years: readonly { readonly year: number; readonly amounts: Readonly<Record<string, string>> }[];
  readonly currency: string;
}

export type YearBarColor = 'leaf' | 'pale' | 'sky' | 'sand';

/** Money by year, gains up and losses down. The table twin says the same. */
export function YearBars({ series, years, currency }: YearBarsProps): ReactNode {
  const { hidden } = useHideAmounts();
  const still = useReducedMotion();
  useEffect(() => forgetMeasuredText, [hidden]);
  const data = years.map(({ year, amounts }) => ({
    year: String(year),
    ...Object.fromEntries(series.map(({ name }) => [name, toFloat(money(amounts[name] ?? '0'))])),
  }));
  return (
    <div aria-hidden="true" className={classes.chart}>
      <BarChart
        h={240}
        data={data}
        dataKey="year"
        series={series.map(({ name, color }) => ({ name, color: `var(--bar-${color})` }))}
        valueFormatter={(value) => (hidden ? hiddenDots : formatMoneyShort(value.toFixed(2), currency))}
        yAxisProps={{ width: 80 }}
        barProps={{ isAnimationActive: !still, animationDuration: 200 }}
        maxBarWidth={36}
        tickLine="none"
        withLegend
        legendProps={{ itemSorter: null }}
        accessibilityLayer={false}
      />
    </div>
  );
}

/** Recharts keeps the text that it measured last, an amount, in a hidden element beside the app. */
function forgetMeasuredText(): void {
  document.getElementById('recharts_measurement_span')?.remove();
}
