import { Alert, Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { DriftBullets } from '../../../charts/drift-bullets.tsx';
import { driftWords } from '../../../charts/drift-words.ts';
import { AsOf } from '../../../ui/as-of.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { MoneyText, RateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { saidTogether } from '../../../ui/said-together.ts';
import { Term } from '../../../ui/term.tsx';
import {
  bulletRows,
  linesSentence,
  tableRows,
  totalsOf,
  type Drift,
  type DriftLine,
  type DriftTableRow,
} from './drift-lines.ts';
import { shareTrace } from './drift-trace.ts';
import { WholeShares } from './whole-shares.tsx';

export interface DriftPanelProps {
  readonly drift: Drift;
  readonly today: string;
  readonly currency: string;
  /** The policy is typed and not saved. */
  readonly isDraft: boolean;
}

/** How far each line is from its target, cash and futures counted: everything adds up to 100%. */
export function DriftPanel({ drift, today, currency, isDraft }: DriftPanelProps): ReactNode {
  const { lines, quiet, fired, leftOut, issues, pricesDay } = drift;
  const { go } = useNavigation();
  return (
    <Panel
      title="Where you stand"
      about={
        <>
          The <Term id="drift" /> of each <Term id="effective-exposure">effective share</Term>: coins,
          collateral and futures, cash included{isDraft && '; for the policy that is typed and not saved'}.
        </>
      }
      aside={<AsOf pricesDay={pricesDay} today={today} />}
    >
      <Stack gap="lg">
        <ChartOrTable
          of="drift of every line"
          summary={linesSentence(lines)}
          chart={<DriftBullets rows={bulletRows(lines)} />}
          table={<LinesTable drift={drift} currency={currency} />}
        />
        {fired.length > 0 && (
          <Alert
            color="yellow"
            icon={<IconBell aria-hidden="true" />}
            title={isDraft ? 'With this policy a rule would fire now' : 'A rule fires now'}
          >
            <List size="sm" spacing={2} listStyleType="none">
              {saidTogether(fired.map(({ words }) => words)).map((words) => (
                <List.Item key={words}>
                  <Sentence>{words}</Sentence>
                </List.Item>
              ))}
            </List>
            {!isDraft && (
              <Group mt="sm">
                <Button size="compact-sm" onClick={() => go('targets', { tab: 'ways' })}>
                  See the ways back
                </Button>
              </Group>
            )}
          </Alert>
        )}
        {quiet !== null && (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <IconBellOff size={16} aria-hidden="true" />
            <Text size="sm">
              <Sentence>{quiet}</Sentence>
            </Text>
          </Group>
        )}
        {leftOut.length > 0 && (
          <Text size="sm" c="dimmed">
            Left out, since nothing is said of it:{' '}
            {leftOut.map(({ asset, effectiveValue }, index) => (
              <span key={asset}>
                {index > 0 && ', '}
                {asset} (<MoneyText value={effectiveValue} currency={currency} />)
              </span>
            ))}
            .
          </Text>
        )}
        <WholeShares whole={drift.whole} currency={currency} />
        {issues.length > 0 && <Issues issues={issues} />}
      </Stack>
    </Panel>
  );
}

function LinesTable({
  drift: { lines },
  currency,
}: {
  readonly drift: Drift;
  readonly currency: string;
}): ReactNode {
  const totals = totalsOf(lines);
  return (
    <DataTable
      label="Drift of every line"
      rows={tableRows(lines)}
      rowKey={({ key }) => key}
      columns={columns(lines, currency)}
      footer={[
        'All',
        <MoneyText key="spot" value={totals.spotValue} currency={currency} />,
        <MoneyText key="futures" value={totals.futuresValue} currency={currency} signed="plain" />,
        <MoneyText key="effective" value={totals.effectiveValue} currency={currency} />,
        <RateText key="share" value={totals.effectiveWeight} />,
        <RateText key="target" value={totals.target} />,
        '',
        '',
      ]}
    />
  );
}

function columns(lines: readonly DriftLine[], currency: string): readonly Column<DriftTableRow>[] {
  return [
    {
      key: 'name',
      header: 'Asset',
      cell: ({ name, isMember }) => (
        <span style={isMember ? { paddingInlineStart: 16 } : { fontWeight: 600 }}>{name}</span>
      ),
    },
    {
      key: 'spot',
      header: 'Coins and money',
      align: 'right',
      cell: ({ line }) => <MoneyText value={line.spotValue} currency={currency} />,
    },
    {
      key: 'futures',
      header: 'Futures',
      align: 'right',
      cell: ({ line }) => <MoneyText value={line.futuresValue} currency={currency} signed="plain" />,
    },
    {
      key: 'effective',
      header: 'Effective',
      align: 'right',
      cell: ({ line }) => <MoneyText value={line.effectiveValue} currency={currency} />,
    },
    {
      key: 'share',
      header: 'Share',
      align: 'right',
      cell: ({ key, name, line }) => {
        const share = <RateText value={line.effectiveWeight} />;
        const whole = lines.find(({ of }) => of === key);
        return whole === undefined ? (
          share
        ) : (
          <ExplainTrace trace={shareTrace(whole, lines, currency)} of={`effective share of ${name}`}>
            {share}
          </ExplainTrace>
        );
      },
    },
    {
      key: 'target',
      header: 'Target',
      align: 'right',
      cell: ({ line, goal }) => (
        <>
          <RateText value={line.target} />
          {goal !== null && goal !== line.target && (
            <Text size="xs" c="dimmed">
              back to <RateText value={goal} />
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'band',
      header: 'Band',
      align: 'right',
      cell: ({ band, isMember }) =>
        band === null || !band.hasBand ? (
          <Text span size="sm" c="dimmed">
            {isMember ? '' : 'none'}
          </Text>
        ) : (
          <span style={{ whiteSpace: 'nowrap' }}>
            <RateText value={band.bandLow} /> to <RateText value={band.bandHigh} />
          </span>
        ),
    },
    {
      key: 'drift',
      header: 'Drift',
      cell: ({ line }) => (
        <>
          {driftWords(line.drift)}{' '}
          {line.outside && (
            <Badge size="sm" variant="light" color="orange" tt="none">
              outside the band
            </Badge>
          )}
        </>
      ),
    },
  ];
}
