import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useLayer } from '../../../ui/layers.ts';
import { listed } from '../../../ui/listed.ts';
import { Answer, Failure } from '../../../ui/states.tsx';
import { methodWords } from '../lot-words.ts';
import {
  brokersOf,
  newOrder,
  orderInput,
  orderMethods,
  orderSentences,
  sinceProblem,
  type OrderDraft,
} from './order-draft.ts';
import { WhatIsRecorded } from './what-is-recorded.tsx';

export interface OrderModalProps {
  /** The method that is proposed. */
  readonly method: LotMethod;
  onClose(): void;
}

/** Says exactly what will be recorded before it is: an order cannot be taken back. */
export function OrderModal({ method, onClose }: OrderModalProps): ReactNode {
  const isTop = useLayer(true);
  const call = useCall('elections.read', {});
  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title="Record an order for sales" size="lg">
      <Answer of={call} what="Reading your accounts">
        {(choices) => <OrderForm method={method} accounts={choices.accounts} onClose={onClose} />}
      </Answer>
    </Modal>
  );
}

interface OrderFormProps extends OrderModalProps {
  readonly accounts: CallAnswer<'elections.read'>['accounts'];
}

function OrderForm({ method, accounts, onClose }: OrderFormProps): ReactNode {
  const [draft, setDraft] = useState<OrderDraft>(newOrder(method));
  const [asked, setAsked] = useState(false);
  const order = useCommand('elections.order');
  const zone = useCall('plan.profile', {}).data?.profile?.timeZone ?? null;
  const today = useCall('holdings.lots', { limit: 1 }).data?.asOf ?? '9999';
  const problem = sinceProblem(draft, today);
  const set = (part: Partial<OrderDraft>): void => setDraft({ ...draft, ...part });

  const record = async (): Promise<void> => {
    setAsked(true);
    if (problem !== null) return;
    const result = await order.run(orderInput(draft, zone));
    if (result?.ok !== true) return;
    notifications.show({ color: 'hedge', message: `Recorded: ${methodWords[draft.method].name}` });
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <Stack gap="md">
        <Group grow align="flex-start">
          <Select
            label="Method"
            data={orderMethods.map((value) => ({ value, label: methodWords[value].name }))}
            value={draft.method}
            onChange={(next) => next !== null && set({ method: next as LotMethod })}
            allowDeselect={false}
            data-autofocus
          />
          <Select
            label="For which account"
            data={[
              { value: everyAccount, label: 'All accounts' },
              ...accounts.map(({ account, accountName }) => ({ value: account, label: accountName })),
            ]}
            value={draft.account ?? everyAccount}
            onChange={(next) => set({ account: next === everyAccount ? null : next, toldBroker: false })}
            allowDeselect={false}
          />
        </Group>
        <Told draft={draft} accounts={accounts} onChange={(toldBroker) => set({ toldBroker })} />
        <Earlier draft={draft} error={asked ? problem : null} today={today} onChange={set} />
        <WhatIsRecorded sentences={orderSentences(draft, accounts)} />
        {order.failure !== null && <Failure failure={order.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={order.busy}>
            Record this order
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** No account has this id: they are slugs. */
const everyAccount = '*';

interface ToldProps extends Pick<OrderFormProps, 'accounts'> {
  readonly draft: OrderDraft;
  onChange(told: boolean): void;
}

function Told({ draft, accounts, onChange }: ToldProps): ReactNode {
  const brokers = brokersOf(draft, accounts);
  if (brokers.length === 0) return null;
  return (
    <Checkbox
      label={`I have told ${listed(brokers)} of this order`}
      description="For sales from 1 January 2027 on, an order counts at an exchange only if the exchange was told before the sale. Until then it is enough that it is recorded here."
      checked={draft.toldBroker}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

interface EarlierProps {
  readonly draft: OrderDraft;
  readonly error: string | null;
  readonly today: string;
  onChange(part: Partial<OrderDraft>): void;
}

/** A choice made before Hedgerow was there. */
function Earlier({ draft, error, today, onChange }: EarlierProps): ReactNode {
  return (
    <Stack gap="xs">
      <Checkbox
        label="I made this choice earlier, and my own books of that time show it"
        description="Only what was written down before a sale counts for that sale."
        checked={draft.keptElsewhere}
        onChange={(event) => onChange({ keptElsewhere: event.currentTarget.checked })}
      />
      {draft.keptElsewhere && (
        <TextInput
          type="date"
          label="It has held since"
          value={draft.since}
          max={today}
          error={error}
          onChange={(event) => onChange({ since: event.currentTarget.value })}
          w={220}
        />
      )}
    </Stack>
  );
}
