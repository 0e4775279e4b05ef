import { Alert, Badge, Button, List, Text } from '@mantine/core';
import { IconArrowsMinimize } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText, QuantityText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { LegPart } from './leg-part.tsx';
import type { HedgeActions } from './use-targets.ts';
import { roundingWords, type Leg } from './view-model.ts';

type Alternative = Leg['alternatives'][number];

export interface LegSizeProps {
  readonly leg: Leg;
  readonly act: HedgeActions;
}

/** The whole orders next to the ideal one, what each leaves over, and a contract that fits better. */
export function LegSize({ leg, act }: LegSizeProps): ReactNode {
  return (
    <LegPart title="Size">
      <DataTable
        label={`Ways to round the ${leg.asset} order`}
        rows={leg.alternatives}
        rowKey={({ rounding }) => rounding}
        columns={columns(leg)}
      />
      <Ratio leg={leg} />
      {leg.reduce.map(({ words }) => (
        <Text key={words} size="sm" fw={550}>
          <Sentence>{words}</Sentence>
        </Text>
      ))}
      <Advice leg={leg} act={act} />
      {leg.unconfirmed.length > 0 && (
        <List size="sm" c="dimmed">
          {leg.unconfirmed.map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
        </List>
      )}
    </LegPart>
  );
}

/** Which share of the drift the leg goes for, and what other views would take. */
function Ratio({ leg: { ratio } }: { readonly leg: Leg }): ReactNode {
  return (
    <List size="sm" spacing={2}>
      {ratio.options.map((option) => (
        <List.Item key={option.kind}>
          {option.kind === ratio.used && (
            <Badge variant="light" color="hedge" tt="none" size="sm" me={6}>
              used
            </Badge>
          )}
          <Sentence>{option.words}</Sentence>
        </List.Item>
      ))}
    </List>
  );
}

function Advice({ leg: { asset, advice, mix }, act }: LegSizeProps): ReactNode {
  if (advice === null && mix === null) return null;
  return (
    <Alert color="blue" icon={<IconArrowsMinimize aria-hidden="true" />} title="A better fit">
      {advice !== null && (
        <>
          <Text size="sm">
            <Sentence>{advice.words}</Sentence>
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            my={6}
            onClick={() => act.choose(asset, advice.contract)}
          >
            Use {advice.contractName}
          </Button>
        </>
      )}
      {mix !== null && (
        <>
          <Text size="sm">
            <Sentence>{mix.words}</Sentence>
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            mt={6}
            onClick={() => act.addSmall(asset, mix.small.contract)}
          >
            Use both sizes
          </Button>
        </>
      )}
    </Alert>
  );
}

function columns({ asset }: Leg): readonly Column<Alternative>[] {
  return [
    {
      key: 'rounding',
      header: 'Rounded',
      cell: ({ rounding, chosen }) => (
        <>
          {roundingWords[rounding]}{' '}
          {chosen && (
            <Badge variant="light" color="hedge" tt="none" size="sm">
              chosen
            </Badge>
          )}
        </>
      ),
    },
    {
      key: 'quantity',
      header: 'Order',
      align: 'right',
      cell: ({ quantity, coins, belowMinimum, orders }) => (
        <>
          <QuantityText value={quantity} />
          <Text size="xs" c="dimmed">
            {belowMinimum ? (
              'below the smallest order'
            ) : (
              <>
                <QuantityText value={coins} unit={asset} signed="plain" />
                {orders > 1 && `, in ${orders} orders`}
              </>
            )}
          </Text>
        </>
      ),
    },
    {
      key: 'residual',
      header: 'Left over',
      align: 'right',
      cell: ({ residual, residualValue, residualRate }) => (
        <>
          <QuantityText value={residual} unit={asset} signed="plain" />
          <Text size="xs" c="dimmed">
            <MoneyText value={residualValue} signed="plain" />, <RateText value={residualRate} />
          </Text>
        </>
      ),
    },
  ];
}
