import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { useLayer } from '../../../ui/layers.ts';
import { Failure } from '../../../ui/states.tsx';
import { emptyOwn, missingIn, ownTerms, type OwnDraft } from './own-draft.ts';

export interface AddContractModalProps {
  onClose(): void;
  onAdded(contract: string): void;
}

type TextField = Exclude<keyof OwnDraft, 'kind' | 'payoff' | 'quantityUnit'>;

/** A contract that the catalogue does not have. */
export function AddContractModal({ onClose, onAdded }: AddContractModalProps): ReactNode {
  const isTop = useLayer(true);
  const [draft, setDraft] = useState<OwnDraft>(emptyOwn);
  const [asked, setAsked] = useState(false);
  const add = useCommand('contracts.add');
  const errors = asked ? missingIn(draft) : {};
  const set = (part: Partial<OwnDraft>): void => setDraft({ ...draft, ...part });
  const text = (field: TextField, label: string, description?: string): ReactNode => (
    <TextInput
      label={label}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      error={errors[field] ?? null}
      {...(description === undefined ? {} : { description })}
      {...(field === 'expiry' ? { type: 'date' } : {})}
    />
  );

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (Object.keys(missingIn(draft)).length > 0) return;
    const result = await add.run({ terms: ownTerms(draft) });
    if (result?.ok !== true) return;
    onClose();
    onAdded(result.value.contract.id);
  };

  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title="Add a contract" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Group grow align="flex-start">
            {text('venue', 'Venue')}
            {text('symbol', 'Symbol')}
            {text('underlying', 'Coin', 'BTC')}
          </Group>
          <Group grow align="flex-start">
            <Select
              label="Kind"
              data={[
                { value: 'dated', label: 'With an end' },
                { value: 'perpetual', label: 'Perpetual' },
              ]}
              value={draft.kind}
              onChange={(kind) => kind !== null && set({ kind: kind as OwnDraft['kind'] })}
              allowDeselect={false}
            />
            <Select
              label="Profit is paid"
              data={[
                { value: 'linear', label: 'in money' },
                { value: 'inverse', label: 'in the coin' },
                { value: 'quanto', label: 'in a third coin' },
              ]}
              value={draft.payoff}
              onChange={(payoff) => payoff !== null && set({ payoff: payoff as OwnDraft['payoff'] })}
              allowDeselect={false}
            />
            {draft.kind === 'dated'
              ? text('expiry', 'Ends on')
              : text('fundingIntervalHours', 'Hours between funding')}
          </Group>
          <Group grow align="flex-start">
            {text('quote', 'Price is in')}
            {text('settleAsset', 'Margin is in')}
          </Group>
          <Group grow align="flex-start">
            <Select
              label="The quantity box counts"
              data={[
                { value: 'contracts', label: 'contracts' },
                { value: 'base', label: 'coins' },
                { value: 'quote', label: 'money' },
              ]}
              value={draft.quantityUnit}
              onChange={(unit) => unit !== null && set({ quantityUnit: unit as OwnDraft['quantityUnit'] })}
              allowDeselect={false}
            />
            {text(
              'multiplier',
              'One unit is worth',
              draft.payoff === 'inverse' ? 'in money: 100' : 'in coins: 0.1',
            )}
            {text('quantityStep', 'Step')}
          </Group>
          <Group grow align="flex-start">
            {text('takerFee', 'Fee of an order', '0.05%, with its sign')}
            {text('margin', 'Margin', 'initial 35%, maintenance 30%')}
          </Group>
          {text('source', 'How you know', 'Kept beside every field')}
          {add.failure !== null && <Failure failure={add.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.busy}>
              Add this contract
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
