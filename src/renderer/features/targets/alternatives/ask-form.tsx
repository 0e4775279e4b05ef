import { Button, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { rankedContracts } from '../../../../shared/domain/overlay-choice.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { asRead } from '../../../ui/as-read.ts';
import { formatDate } from '../../../ui/date-format.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { formatRate } from '../../../ui/number-format.ts';
import { Term } from '../../../ui/term.tsx';
import { emptyAsk, type AskFields } from './ask-draft.ts';
import type { AlternativesState } from './use-alternatives.ts';
import type { Answer } from './view-model.ts';

export interface AskFormProps {
  readonly state: AlternativesState;
  readonly positions: CallAnswer<'holdings.read'>['positions'];
}

/** What is supposed. Empty fields take what the core assumes, which stands in them pale. */
export function AskForm({ state, positions }: AskFormProps): ReactNode {
  const { fields, change, checked, assets, contracts, overlay, choose, shown, reset } = state;
  const { errors } = checked;
  const used = shown?.assumptions;
  const isUntouched = fields === emptyAsk;
  return (
    <Stack component="section" gap="sm" aria-label="Assumptions">
      <Title order={3}>Suppose…</Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md" verticalSpacing="sm">
        <TextInput
          type="date"
          label="Leave the hedge on"
          description="Empty: the cheapest day"
          value={fields.exitDate}
          onChange={(event) => change({ exitDate: event.currentTarget.value })}
          error={errors['exitDate']}
        />
        {assets.map((asset) => (
          <DecimalInput
            key={asset}
            label={`${asset} price by the horizon`}
            description="Up or down from today"
            unit="%"
            placeholder="0"
            value={fields.priceChange[asset] ?? ''}
            onChange={(text) => change({ priceChange: { ...fields.priceChange, [asset]: text } })}
            error={errors[`price ${asset}`]}
          />
        ))}
        <DecimalInput
          label="Carry of the futures, a year"
          description="What a short costs; less than 0: it earns"
          unit="%"
          placeholder={pale(used?.carryPerYear)}
          value={fields.carry}
          onChange={(carry) => change({ carry })}
          error={errors['carry']}
        />
      </SimpleGrid>
      <More>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md" verticalSpacing="sm">
          <MoreFields fields={fields} change={change} errors={errors} used={used} shown={shown} />
          {assets.map((asset) => (
            <Select
              key={asset}
              label={`Futures on ${asset}`}
              data={rankedContracts(asset, contracts, positions).map(({ id, name, venue }) => ({
                value: id,
                label: asRead(`${name} (${venue})`),
              }))}
              value={overlay.contracts.find((pair) => pair.asset === asset)?.contract ?? null}
              onChange={(next) => choose(asset, next)}
              placeholder="No futures"
              searchable
              clearable
              clearButtonProps={{ 'aria-label': `No futures on ${asset}` }}
            />
          ))}
        </SimpleGrid>
      </More>
      <Text size="xs" c="dimmed">
        Empty fields take the pale figure. <Term id="carry">Carry</Term> comes from <Term id="funding" /> or
        the <Term id="basis-of-futures">basis</Term>.{' '}
        {!isUntouched && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
            onClick={reset}
          >
            Start again
          </Button>
        )}
      </Text>
    </Stack>
  );
}

interface MoreFieldsProps {
  readonly fields: AskFields;
  change(part: Partial<AskFields>): void;
  readonly errors: Readonly<Record<string, string>>;
  readonly used: Answer['assumptions'] | undefined;
  readonly shown: Answer | undefined;
}

function MoreFields({ fields, change, errors, used, shown }: MoreFieldsProps): ReactNode {
  const rates = [
    ['move', 'Paths up and down', 'By how much all prices move', '30'],
    ['discount', 'Worth of a year’s wait', 'Money later is worth less by this', pale(used?.discountPerYear)],
    ['spotFee', 'Fee of coins', 'Of what is sold or bought', pale(used?.spotFee)],
    ['spotSlippage', 'Slippage of coins', 'Of what is sold or bought', pale(used?.spotSlippage)],
    ['futuresSlippage', 'Slippage of futures', 'Of the notional', ''],
    ['marginCost', 'Money would earn, a year', 'What locked margin loses', pale(used?.marginCostPerYear)],
  ] as const;
  return (
    <>
      <TextInput
        type="date"
        label="Look ahead until"
        description={
          shown === undefined || fields.horizon !== ''
            ? 'The horizon'
            : `The horizon; now ${formatDate(shown.horizon)}`
        }
        value={fields.horizon}
        onChange={(event) => change({ horizon: event.currentTarget.value })}
        error={errors['horizon']}
      />
      {rates.map(([key, label, description, placeholder]) => (
        <DecimalInput
          key={key}
          label={label}
          description={description}
          unit="%"
          placeholder={placeholder}
          value={fields[key]}
          onChange={(text) => change({ [key]: text })}
          error={errors[key]}
        />
      ))}
      <DecimalInput
        label="Cash for margin and purchases"
        description="Empty: not watched"
        unit="USD"
        value={fields.cash}
        onChange={(cash) => change({ cash })}
        error={errors['cash']}
      />
    </>
  );
}

/** What few change. */
function More({ children }: { readonly children: ReactNode }): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        ms={-8}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {open ? 'Fewer assumptions' : 'More assumptions: horizon, fees, slippage, contracts, cash'}
      </Button>
      <div id={id} hidden={!open} style={{ marginTop: 8 }}>
        {open && children}
      </div>
    </div>
  );
}

/** A pale figure needs no more than two decimals. */
function pale(share: string | null | undefined): string {
  return share === undefined || share === null ? '' : formatRate(share).replace('%', '');
}
