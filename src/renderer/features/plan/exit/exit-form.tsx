import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { asRead } from '../../../ui/as-read.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Fold } from '../fold.tsx';
import { emptyExitDraft, filledBehind } from './exit-draft.ts';
import { ExitMoreFields } from './exit-more-fields.tsx';
import type { ExitForm as Form, ExitSearch } from './use-exit-plan.ts';
import { usedOf } from './used-figures.ts';

export interface ExitFormProps {
  readonly search: ExitSearch;
  readonly holdings: CallAnswer<'holdings.read'>;
}

/** Assumptions and limits. Everything has a default; the search starts with the button. */
export function ExitForm({ search, holdings }: ExitFormProps): ReactNode {
  const { form, run } = search;
  const { draft, checked } = form;
  const first = run.call.data === undefined;
  return (
    <form
      aria-label="Assumptions and limits"
      onSubmit={(event) => {
        event.preventDefault();
        search.solve();
      }}
    >
      <Stack gap="md">
        <AssumptionFields form={form} holdings={holdings} used={usedOf(run.call.data)} />
        <Group>
          <Button type="submit" disabled={checked.request === null} loading={run.call.isFetching}>
            {first ? 'Find the plan' : 'Solve again'}
          </Button>
          {draft !== emptyExitDraft && (
            <Button
              variant="subtle"
              leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
              onClick={form.reset}
            >
              Empty the form
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

export interface AssumptionFieldsProps {
  readonly form: Form;
  readonly holdings: CallAnswer<'holdings.read'>;
  /** Pale text of an empty field, by the id of its figure. */
  used(id: string): string;
}

/** What is supposed, what it may hedge with, its limits, and what few people need. */
export function AssumptionFields({ form, holdings, used }: AssumptionFieldsProps): ReactNode {
  const { draft, checked } = form;
  const behind = filledBehind(draft);
  return (
    <>
      <SimpleGrid type="container" cols={{ base: 1, '600px': 2, '860px': 3 }} spacing="xl">
        <Suppose form={form} used={used} />
        <Hedge form={form} />
        <Limits form={form} used={used} />
      </SimpleGrid>
      <Fold
        title={behind === 0 ? 'More: days, fees, single coins, lots' : `More (${behind} filled)`}
        heldOpen={Object.keys(checked.errors).some((key) => !shownAlways.test(key))}
      >
        <ExitMoreFields form={form} holdings={holdings} />
      </Fold>
    </>
  );
}

const shownAlways = /^(?:horizon|price .*|carry|discount|band|cash|seconds)$/u;

type FieldsProps = Pick<AssumptionFieldsProps, 'form' | 'used'>;

function Suppose({ form: { draft, change, checked, assets }, used }: FieldsProps): ReactNode {
  return (
    <Stack gap="sm" component="section" aria-label="Suppose">
      <Title order={3} size="h5">
        Suppose…
      </Title>
      <TextInput
        type="date"
        label="Done by"
        description="Empty: the end of the year after next"
        value={draft.horizon}
        onChange={(event) => change({ horizon: event.currentTarget.value })}
        error={checked.errors['horizon']}
      />
      {assets.map((asset) => (
        <DecimalInput
          key={asset}
          label={`${asset} price by then`}
          unit="%"
          placeholder="0"
          value={draft.prices[asset] ?? ''}
          onChange={(text) => change({ prices: { ...draft.prices, [asset]: text } })}
          error={checked.errors[`price ${asset}`]}
        />
      ))}
      <DecimalInput
        label="Funding of perpetual futures, a year"
        description="What holding them costs a short"
        unit="%"
        placeholder={used('carryPerYear')}
        value={draft.carry}
        onChange={(carry) => change({ carry })}
        error={checked.errors['carry']}
      />
      <DecimalInput
        label="Worth of a year’s wait"
        description="Tax paid later costs less today by this much a year"
        unit="%"
        placeholder={used('discountPerYear')}
        value={draft.discount}
        onChange={(discount) => change({ discount })}
        error={checked.errors['discount']}
      />
    </Stack>
  );
}

function Hedge({ form: { draft, change, assets, contractsOf } }: { readonly form: Form }): ReactNode {
  const { go } = useNavigation();
  return (
    <Stack gap="sm" component="section" aria-label="Hedge">
      <Title order={3} size="h5">
        Hedge
      </Title>
      <Checkbox
        label="May open futures today"
        description="They hold your exposure while coins wait for a better day"
        checked={draft.mayHedge}
        onChange={(event) => change({ mayHedge: event.currentTarget.checked })}
      />
      {draft.mayHedge &&
        assets.map((asset) => {
          const contracts = contractsOf(asset);
          const chosen = draft.contracts[asset] ?? contracts[0]?.id ?? '';
          const name = contracts.find(({ id }) => id === chosen)?.name;
          return (
            // Its options hold the contracts' sizes: they are in the page only while it is open.
            <Stack key={asset} gap={4} align="flex-start">
              <Select
                w="100%"
                label={`Contract for ${asset}`}
                data={contracts.map(({ id, name, venue }) => ({
                  value: id,
                  label: asRead(`${name} (${venue})`),
                }))}
                // The field cuts long names, whose end says when the contract ends.
                description={name === undefined ? undefined : <Sentence>{name}</Sentence>}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={chosen || null}
                onChange={(id) => change({ contracts: { ...draft.contracts, [asset]: id ?? '' } })}
                placeholder="None"
                searchable
                clearable
                clearButtonProps={{ 'aria-label': `No contract for ${asset}` }}
              />
              {chosen !== '' && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  px={0}
                  aria-label={`See its fee, margin and size: contract for ${asset}`}
                  onClick={() => go('targets', { tab: 'contracts', contract: chosen })}
                >
                  See its fee, margin and size
                </Button>
              )}
            </Stack>
          );
        })}
    </Stack>
  );
}

function Limits({ form: { draft, change, checked }, used }: FieldsProps): ReactNode {
  return (
    <Stack gap="sm" component="section" aria-label="Limits">
      <Title order={3} size="h5">
        Limits
      </Title>
      <DecimalInput
        label="Off target on the way, at most"
        description="In percentage points; empty: your band"
        unit="%"
        placeholder={used('band')}
        value={draft.band}
        onChange={(band) => change({ band })}
        error={checked.errors['band']}
      />
      <DecimalInput
        label="Money for margin and purchases"
        description="Empty: sales pay for purchases, margin is not watched"
        unit="USD"
        value={draft.cash}
        onChange={(cash) => change({ cash })}
        error={checked.errors['cash']}
      />
      <DecimalInput
        label="Search for at most"
        unit="seconds"
        placeholder={used('seconds') || '10'}
        value={draft.seconds}
        onChange={(seconds) => change({ seconds })}
        error={checked.errors['seconds']}
      />
      <Text size="xs" c="dimmed">
        Prices and margins that nobody knows are asked for. Fees and rates that you leave empty are assumed;
        every figure used is listed beneath the plan.
      </Text>
    </Stack>
  );
}
