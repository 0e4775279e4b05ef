import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { formatDate } from '../../../ui/date-format.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { useHideAmounts } from '../../../ui/hide-amounts.tsx';
import { formatQuantity } from '../../../ui/number-format.ts';
import { nextKey } from './exit-draft.ts';
import type { ExitForm } from './use-exit-plan.ts';

export interface ExitMoreFieldsProps {
  readonly form: ExitForm;
  readonly holdings: CallAnswer<'holdings.read'>;
}

/** What few people need: amounts of one's own, days, prices to act at, fees, lots to keep, another income. */
export function ExitMoreFields(props: ExitMoreFieldsProps): ReactNode {
  return (
    <SimpleGrid type="container" cols={{ base: 1, '600px': 2, '860px': 3 }} spacing="xl" mt="sm">
      <Goals {...props} />
      <Days {...props} />
      <PriceTargets {...props} />
      <Sizes {...props} />
      <Lots {...props} />
      <Fees {...props} />
      <Income {...props} />
    </SimpleGrid>
  );
}

interface PartProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

function Part({ title, about, children }: PartProps): ReactNode {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={4} size="h6">
        {title}
      </Title>
      {about !== undefined && (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
      {children}
    </Stack>
  );
}

function AddButton({ children, onClick }: { readonly children: string; onClick(): void }): ReactNode {
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={onClick}
      >
        {children}
      </Button>
    </div>
  );
}

function RemoveButton({ what, onClick }: { readonly what: string; onClick(): void }): ReactNode {
  return (
    <ActionIcon size={28} mt={4} aria-label={`Remove ${what}`} onClick={onClick}>
      <IconTrash size={16} aria-hidden="true" />
    </ActionIcon>
  );
}

function coinsOf(holdings: ExitMoreFieldsProps['holdings'], more: readonly string[]): string[] {
  const held = holdings.holdings.filter(({ assetClass }) => assetClass === 'coin').map(({ asset }) => asset);
  return [...new Set([...held, ...more])];
}

function Goals({ form: { draft, change, checked, assets }, holdings }: ExitMoreFieldsProps): ReactNode {
  const coins = coinsOf(holdings, assets);
  return (
    <Part title="Amounts of your own" about="In place of what your targets ask for.">
      {draft.goals.map((goal, index) => {
        const set = (part: Partial<typeof goal>): void =>
          change({ goals: draft.goals.map((each) => (each.key === goal.key ? { ...each, ...part } : each)) });
        return (
          <Group
            key={goal.key}
            gap="xs"
            wrap="nowrap"
            align="flex-start"
            role="group"
            aria-label={`Amount ${index + 1}`}
          >
            <NativeSelect
              aria-label={`Sell or buy, amount ${index + 1}`}
              data={[
                { value: 'sell', label: 'Sell' },
                { value: 'buy', label: 'Buy' },
              ]}
              value={goal.does}
              onChange={(event) => set({ does: event.currentTarget.value === 'buy' ? 'buy' : 'sell' })}
              w={84}
            />
            <DecimalInput
              aria-label={`How many coins, amount ${index + 1}`}
              value={goal.quantity}
              onChange={(quantity) => set({ quantity })}
              error={checked.errors[`goal ${goal.key}`]}
              flex={1}
            />
            <NativeSelect
              aria-label={`Coin of amount ${index + 1}`}
              data={coins}
              value={goal.asset}
              onChange={(event) => set({ asset: event.currentTarget.value })}
              w={92}
            />
            <RemoveButton
              what={`amount ${index + 1}`}
              onClick={() => change({ goals: draft.goals.filter(({ key }) => key !== goal.key) })}
            />
          </Group>
        );
      })}
      <AddButton
        onClick={() =>
          change({
            goals: [
              ...draft.goals,
              { key: nextKey(draft.goals), asset: coins[0] ?? 'BTC', does: 'sell', quantity: '' },
            ],
          })
        }
      >
        Sell or buy an amount
      </AddButton>
    </Part>
  );
}

function Days({ form: { draft, change, checked } }: ExitMoreFieldsProps): ReactNode {
  return (
    <Part
      title="Days"
      about="Days that facts suggest are tried by themselves: lots turning long-term, year ends, contract ends."
    >
      {draft.ownDates.map((date, index) => (
        // The rows have no name but their place.
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            type="date"
            aria-label={`Day of your own, ${index + 1}`}
            value={date}
            onChange={(event) => change({ ownDates: draft.ownDates.with(index, event.currentTarget.value) })}
            error={checked.errors[`own ${index}`]}
            flex={1}
          />
          <RemoveButton
            what={`day ${index + 1}`}
            onClick={() => change({ ownDates: draft.ownDates.filter((_, each) => each !== index) })}
          />
        </Group>
      ))}
      <AddButton onClick={() => change({ ownDates: [...draft.ownDates, ''] })}>
        Try a day of your own
      </AddButton>
      {draft.noTrade.map((period, index) => {
        const set = (part: Partial<typeof period>): void =>
          change({
            noTrade: draft.noTrade.map((each) => (each.key === period.key ? { ...each, ...part } : each)),
          });
        return (
          // One beneath the other: two date fields and the button are wider than a column.
          <Stack key={period.key} gap={6} role="group" aria-label={`No trades, ${index + 1}`}>
            <TextInput
              type="date"
              label="No trades from"
              value={period.from}
              onChange={(event) => set({ from: event.currentTarget.value })}
              error={checked.errors[`period ${period.key}`]}
            />
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <TextInput
                type="date"
                label="to"
                value={period.to}
                onChange={(event) => set({ to: event.currentTarget.value })}
                flex={1}
              />
              <RemoveButton
                what={`days without trades, ${index + 1}`}
                onClick={() => change({ noTrade: draft.noTrade.filter(({ key }) => key !== period.key) })}
              />
            </Group>
          </Stack>
        );
      })}
      <AddButton
        onClick={() =>
          change({ noTrade: [...draft.noTrade, { key: nextKey(draft.noTrade), from: '', to: '' }] })
        }
      >
        Days without trades
      </AddButton>
    </Part>
  );
}

function PriceTargets({
  form: { draft, change, checked, assets },
  holdings,
}: ExitMoreFieldsProps): ReactNode {
  const coins = coinsOf(holdings, assets);
  return (
    <Part
      title="Prices at which you would act"
      about="What to do instead, if one is reached, is worked out with the plan."
    >
      {draft.priceTargets.map((target, index) => {
        const set = (part: Partial<typeof target>): void =>
          change({
            priceTargets: draft.priceTargets.map((each) =>
              each.key === target.key ? { ...each, ...part } : each,
            ),
          });
        return (
          <Stack key={target.key} gap={6} role="group" aria-label={`Price ${index + 1}`}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <NativeSelect
                aria-label={`Coin of price ${index + 1}`}
                data={coins}
                value={target.asset}
                onChange={(event) => set({ asset: event.currentTarget.value })}
                flex={1}
              />
              <NativeSelect
                aria-label={`Above or below, price ${index + 1}`}
                data={[
                  { value: 'above', label: 'at least' },
                  { value: 'below', label: 'at most' },
                ]}
                value={target.is}
                onChange={(event) => set({ is: event.currentTarget.value === 'below' ? 'below' : 'above' })}
                flex={1}
              />
              <RemoveButton
                what={`price ${index + 1}`}
                onClick={() =>
                  change({ priceTargets: draft.priceTargets.filter(({ key }) => key !== target.key) })
                }
              />
            </Group>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <DecimalInput
                aria-label={`Price ${index + 1}`}
                unit="USD"
                value={target.price}
                onChange={(price) => set({ price })}
                error={checked.errors[`target ${target.key}`]}
                flex={1}
              />
              <TextInput
                type="date"
                aria-label={`By which day, price ${index + 1}`}
                value={target.by}
                onChange={(event) => set({ by: event.currentTarget.value })}
                flex={1}
              />
            </Group>
          </Stack>
        );
      })}
      <AddButton
        onClick={() =>
          change({
            priceTargets: [
              ...draft.priceTargets,
              { key: nextKey(draft.priceTargets), asset: coins[0] ?? 'BTC', is: 'above', price: '', by: '' },
            ],
          })
        }
      >
        Add a price
      </AddButton>
    </Part>
  );
}

function Sizes({ form: { draft, change, checked, assets } }: ExitMoreFieldsProps): ReactNode {
  return (
    <Part title="Sizes">
      {assets.map((asset) => (
        <DecimalInput
          key={asset}
          label={`${asset} on one day, at most`}
          description="So that orders do not move the price; empty: no limit"
          unit={asset}
          value={draft.perDay[asset] ?? ''}
          onChange={(text) => change({ perDay: { ...draft.perDay, [asset]: text } })}
          error={checked.errors[`perDay ${asset}`]}
        />
      ))}
      <DecimalInput
        label="All coins together off target, at most"
        description="Of what they should be worth; one coin above makes up for another below. Empty: 1, or what whole contracts need"
        unit="%"
        value={draft.bandTogether}
        onChange={(bandTogether) => change({ bandTogether })}
        error={checked.errors['bandTogether']}
      />
      <DecimalInput
        label="Smallest order"
        unit="USD"
        value={draft.minTicket}
        onChange={(minTicket) => change({ minTicket })}
        error={checked.errors['minTicket']}
      />
    </Part>
  );
}

const mostLots = 500;

function Lots({ form: { draft, change } }: ExitMoreFieldsProps): ReactNode {
  const { data } = useCall('holdings.lots', { limit: mostLots });
  const { hidden } = useHideAmounts();
  const open = [...Map.groupBy(data?.lots ?? [], ({ lot }) => lot)].flatMap(([value, [first]]) =>
    first === undefined
      ? []
      : [
          {
            value,
            label: hidden
              ? `${first.asset} of ${formatDate(first.acquiredDate)}`
              : `${formatQuantity(first.quantity)} ${first.asset} of ${formatDate(first.acquiredDate)}`,
          },
        ],
  );
  return (
    <Part title="Lots and hedges">
      <MultiSelect
        label="Lots that must not be sold"
        data={open}
        value={[...draft.keepLots]}
        onChange={(keepLots) => change({ keepLots })}
        searchable
        limit={60}
        clearable
        clearButtonProps={{ 'aria-label': 'No lots' }}
      />
      <Checkbox
        label="Try each way the law leaves to mark a new hedge"
        description="A choice must be recorded on the day the hedge is opened"
        checked={draft.tryRegimes}
        onChange={(event) => change({ tryRegimes: event.currentTarget.checked })}
      />
    </Part>
  );
}

const fees = [
  { key: 'spotFee', label: 'Fee of buying and selling coins' },
  { key: 'spotSlippage', label: 'Slippage of coins' },
  { key: 'futuresSlippage', label: 'Slippage of futures' },
  { key: 'marginCost', label: 'Money locked as margin would earn, a year' },
] as const;

function Fees({ form: { draft, change, checked } }: ExitMoreFieldsProps): ReactNode {
  return (
    <Part title="Fees and locked money" about="Slippage is what an order loses by moving the price.">
      {fees.map(({ key, label }) => (
        <DecimalInput
          key={key}
          label={label}
          unit="%"
          value={draft[key]}
          onChange={(text) => change({ [key]: text })}
          error={checked.errors[key]}
        />
      ))}
    </Part>
  );
}

function Income({ form: { draft, change, checked }, holdings }: ExitMoreFieldsProps): ReactNode {
  const first = Number(holdings.asOf.slice(0, 4));
  return (
    <Part title="Wages and other income" about="Empty: as in your tax details.">
      {[first, first + 1, first + 2].map((year) => (
        <DecimalInput
          key={year}
          label={`In ${year}`}
          unit="USD"
          value={draft.income[year] ?? ''}
          onChange={(text) => change({ income: { ...draft.income, [year]: text } })}
          error={checked.errors[`income ${year}`]}
        />
      ))}
    </Part>
  );
}
