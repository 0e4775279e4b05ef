import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../charts/chart-or-table.tsx';
import { ExposureWaterfall, type ExposureParts, type ExposureRow } from '../../charts/exposure-waterfall.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { ExplainFigure } from '../../ui/explain.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText, QuantityText, RateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { signOf } from '../../ui/number-format.ts';
import { exposureRows } from './exposure-rows.ts';
import { exposureSentence, type Holdings } from './view-model.ts';

/** Coins plus futures: what really moves with each price. */
export function ExposurePanel({ holdings }: { readonly holdings: Holdings }): ReactNode {
  const rows = exposureRows(holdings);
  return (
    <Panel
      title="What you really hold"
      about={
        <>
          Your <Term id="effective-exposure" />: coins you hold, plus long futures, less short futures; in
          money, in units and as a share of all.
        </>
      }
    >
      <ChartOrTable
        of="exposure"
        summary={<Sentence>{exposureSentence(rows, holdings)}</Sentence>}
        chart={<ExposureWaterfall rows={rows} currency={holdings.currency} />}
        table={<ExposureTable rows={rows} holdings={holdings} />}
      />
    </Panel>
  );
}

/** The chart's twin: every figure in money, in units and as a share of all, each with the way to how it is computed. */
function ExposureTable({
  rows,
  holdings: { holdings, currency },
}: {
  readonly rows: readonly ExposureRow[];
  readonly holdings: Holdings;
}): ReactNode {
  const explainOf = new Map(holdings.map(({ asset, explain }) => [asset, explain]));
  return (
    <DataTable
      label="Effective exposure by asset"
      rows={rows}
      rowKey={({ name }) => name}
      columns={columns(currency, explainOf)}
    />
  );
}

function columns(currency: string, explainOf: ReadonlyMap<string, string>): readonly Column<ExposureRow>[] {
  return [
    {
      key: 'asset',
      header: 'Asset',
      cell: ({ name }) => name,
      compare: (a, b) => compareText(a.name, b.name),
    },
    part('coins', 'Coins', 'value'),
    part('longFutures', 'Long futures', null),
    part('shortFutures', 'Short futures', null),
    part('net', 'Effective', 'effectiveValue'),
  ];

  function part(key: keyof ExposureParts, header: string, figure: string | null): Column<ExposureRow> {
    return {
      key,
      header,
      align: 'right',
      cell: (row) => {
        const id = explainOf.get(row.name);
        // Both sides of the futures rest on the same list of positions.
        const asked = figure ?? 'futuresValue';
        const isNothing = figure === null && signOf(row[key] ?? '0') === 'flat';
        return (
          <ExposureFigure
            row={row}
            part={key}
            currency={currency}
            id={id === undefined || isNothing ? null : `${id}/${asked}`}
          />
        );
      },
      compare: (a, b) => compareDecimal(a[key] ?? null, b[key] ?? null),
    };
  }
}

interface ExposureFigureProps {
  readonly row: ExposureRow;
  readonly part: keyof ExposureParts;
  readonly currency: string;
  readonly id: string | null;
}

function ExposureFigure({ row, part, currency, id }: ExposureFigureProps): ReactNode {
  const signed = part === 'longFutures' || part === 'shortFutures' ? { signed: 'plain' as const } : {};
  const money = <MoneyText value={row[part] ?? '0'} currency={currency} {...signed} />;
  return (
    <>
      {id === null ? (
        money
      ) : (
        <ExplainFigure quiet id={id} of={`${figureWords[part]}, ${row.name}`}>
          {money}
        </ExplainFigure>
      )}
      <Text size="xs" c="dimmed">
        {row.units !== undefined && (
          <>
            <QuantityText value={row.units[part]} unit={row.name} {...signed} />
            {' · '}
          </>
        )}
        <RateText value={row.shares?.[part] ?? null} decimals={1} unknown="no total" {...signed} />
      </Text>
    </>
  );
}

const figureWords: Readonly<Record<keyof ExposureParts, string>> = {
  coins: 'coins',
  longFutures: 'futures',
  shortFutures: 'futures',
  net: 'effective exposure',
};
