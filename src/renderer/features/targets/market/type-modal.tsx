import { Autocomplete, Button, Group, List, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { Failure } from '../../../ui/states.tsx';
import { checkType, emptyDraft, type DraftField, type FundingUnit, type TypeDraft } from './type-draft.ts';

/** Figures that one reads off an exchange's page. Each comes back in words before the window closes, so that a wrong unit shows. */
export function TypeModal({ onClose }: { onClose(): void }): ReactNode {
  const isTop = useLayer(true);
  const contracts = useCall('targets.contracts', {});
  const [draft, setDraft] = useState<TypeDraft>(emptyDraft);
  const [asked, setAsked] = useState(false);
  const [echo, setEcho] = useState<readonly string[]>([]);
  const type = useCommand('market.type');
  const { input, errors } = checkType(draft);
  const set = (part: Partial<TypeDraft>): void => setDraft({ ...draft, ...part });
  const errorOf = (field: DraftField): string | null => (asked ? (errors[field] ?? null) : null);
  const figure = (
    field: 'bid' | 'ask' | 'volume24h' | 'openInterest',
    label: string,
    unit?: string,
  ): ReactNode => (
    <DecimalInput
      label={label}
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
      error={errorOf(field)}
      {...(unit === undefined ? {} : { unit })}
    />
  );

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (input === null) return;
    const result = await type.run(input);
    if (result?.ok !== true) return;
    setEcho(result.value.echo);
    setAsked(false);
  };

  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title="Type a market figure" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Autocomplete
            label="Of what"
            description="A contract of the catalogue, or alternative.me for fear and greed"
            data={['alternative.me', ...(contracts.data?.contracts ?? []).map(({ id }) => id)]}
            value={draft.of}
            onChange={(of) => set({ of })}
            openOnFocus={false}
            error={errorOf('of')}
            data-autofocus
          />
          <Group grow align="flex-start">
            <DecimalInput
              label="Funding rate"
              value={draft.funding}
              onChange={(funding) => set({ funding })}
              error={errorOf('funding')}
            />
            <Select
              label="which is in"
              placeholder="Choose"
              data={[
                { value: 'percent', label: 'per cent (0.01 = 0.01 %)' },
                { value: 'bp', label: 'basis points (1 = 0.01 %)' },
                { value: 'fraction', label: 'a fraction (0.0001 = 0.01 %)' },
              ]}
              value={draft.fundingUnit}
              onChange={(unit) => set({ fundingUnit: unit as FundingUnit | null })}
              error={errorOf('fundingUnit')}
            />
            <TextInput
              label="for how many hours"
              value={draft.fundingHours}
              onChange={(event) => set({ fundingHours: event.currentTarget.value })}
              inputMode="decimal"
              error={errorOf('fundingHours')}
            />
          </Group>
          <Group grow align="flex-start">
            {figure('bid', 'Best bid')}
            {figure('ask', 'Best ask')}
          </Group>
          <Group grow align="flex-start">
            {figure('volume24h', 'Traded in 24 hours', 'coins')}
            {figure('openInterest', 'Open interest', 'coins')}
            <TextInput
              label="Fear and greed"
              description="0 to 100"
              value={draft.fearGreed}
              onChange={(event) => set({ fearGreed: event.currentTarget.value })}
              inputMode="numeric"
              error={errorOf('fearGreed')}
            />
          </Group>
          {echo.length > 0 && (
            <List size="sm" role="status">
              {echo.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          )}
          {type.failure !== null && <Failure failure={type.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {echo.length > 0 ? 'Done' : 'Cancel'}
            </Button>
            <Button type="submit" loading={type.busy}>
              Keep these figures
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
