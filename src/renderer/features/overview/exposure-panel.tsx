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
  const idOf = ({ name }: ExposureRow, figure: string): string | null => {
    const id = explainOf.get(name);
    return id === undefined ? null : `${id}/${figure}`;
  };
  const column = (part: 'coins' | 'net', header: string, figure: string): Column<ExposureRow> => ({
    key: part,
    header,
    align: 'right',
    cell: (row) => <ExposureFigure row={row} part={part} currency={currency} id={idOf(row, figure)} />,
    compare: (a, b) => compareDecimal(a[part], b[part]),
  });
  return [
    {
      key: 'asset',
      header: 'Asset',
      cell: ({ name }) => name,
      compare: (a, b) => compareText(a.name, b.name),
    },
    column('coins', 'Coins', 'value'),
    {
      key: 'futures',
      header: 'Futures',
      align: 'right',
      cell: (row) => <FuturesSides row={row} currency={currency} id={idOf(row, 'futuresValue')} />,
      compare: (a, b) => compareDecimal(a.futures, b.futures),
    },
    column('net', 'Effective', 'effectiveValue'),
  ];
}

/** Long and short apart, those that there are; both rest on the same positions. */
function FuturesSides({ row, currency, id }: Omit<ExposureFigureProps, 'part'>): ReactNode {
  const sides = (['longFutures', 'shortFutures'] as const).filter(
    (part) => signOf(row[part] ?? '0') !== 'flat',
  );
  if (sides.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        none
      </Text>
    );
  return sides.map((part) => (
    <div key={part}>
      <ExposureFigure row={row} part={part} currency={currency} id={id} />
    </div>
  ));
}

interface ExposureFigureProps {
  readonly row: ExposureRow;
  readonly part: keyof ExposureParts;
  readonly currency: string;
  readonly id: string | null;
}

function ExposureFigure({ row, part, currency, id }: ExposureFigureProps): ReactNode {
  const isFutures = part === 'longFutures' || part === 'shortFutures';
  const signed = isFutures ? { signed: 'plain' as const } : {};
  const money = <MoneyText value={row[part] ?? '0'} currency={currency} {...signed} />;
  return (
    <>
      {isFutures && (
        <Text span size="xs" c="dimmed">
          {part === 'longFutures' ? 'long ' : 'short '}
        </Text>
      )}
      {id === null ? (
        money
      ) : (
        <ExplainFigure quiet id={id} of={`${figureWords[part]}, ${row.name}`}>
          {money}
        </ExplainFigure>
      )}
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
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
  longFutures: 'long futures',
  shortFutures: 'short futures',
  net: 'effective exposure',
};
