import { lazy, Suspense, type ReactNode } from 'react';
import { Loading } from '../../ui/states.tsx';
import { total, type GainYear } from './view-model.ts';

/** The chart library is large: it comes when a chart is first looked at. */
const YearBars = lazy(async () => ({ default: (await import('../../charts/year-bars.tsx')).YearBars }));

const series = [
  { name: 'Short-term', color: 'pale' },
  { name: 'Long-term', color: 'leaf' },
  { name: 'Futures', color: 'sky' },
  { name: 'Income', color: 'sand' },
] as const;

/** The years table drawn, oldest year first. */
export function GainBars({ years }: { readonly years: readonly GainYear[] }): ReactNode {
  return (
    <div style={{ minHeight: 240 }}>
      <Suspense fallback={<Loading what="Drawing the years" />}>
        <YearBars
          currency="USD"
          series={series}
          years={years.toReversed().map(({ year, ...row }) => ({
            year,
            amounts: {
              'Short-term': row.shortTermGain,
              'Long-term': row.longTermGain,
              Futures: total([row.section1256Gain, row.otherFuturesGain]),
              Income: row.income,
            },
          }))}
        />
      </Suspense>
    </div>
  );
}
