import { Button, Checkbox, Drawer, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useHideAmounts } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { signOf } from '../../../ui/number-format.ts';
import { DateText, MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { hasLots } from '../view-model.ts';
import { checkLots, type CheckedLots, type Typed } from './identify-draft.ts';
import { LotPicker } from './lot-picker.tsx';
import { listed } from './order-draft.ts';
import classes from '../holdings.module.css';

export interface IdentifyDrawerProps {
  readonly opened: boolean;
  /** What is chosen at first, if anything. */
  readonly asset: string | null;
  readonly account: string | null;
  onClose(): void;
}

/** Names the lots that the next sale is of. */
export function IdentifyDrawer({ opened, onClose, ...first }: IdentifyDrawerProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size={820}
      title="Choose lots for the next sale"
    >
      {opened && <Content {...first} onClose={onClose} />}
    </Drawer>
  );
}

function Content({ onClose, ...first }: Omit<IdentifyDrawerProps, 'opened'>): ReactNode {
  const { hidden, toggle } = useHideAmounts();
  const held = useCall('holdings.read', {});
  const choices = useCall('elections.read', {});
  if (hidden) {
    return (
      <Stack align="flex-start">
        <Text size="sm">Amounts are hidden, and quantities are what is chosen here.</Text>
        <Button onClick={toggle}>Show amounts</Button>
      </Stack>
    );
  }
  return (
    <Answer of={held} what="Reading your holdings">
      {({ holdings }) => (
        <Answer of={choices} what="Reading your accounts">
          {(onRecord) =>
            holdings.some(hasLots) ? (
              <IdentifyForm {...first} holdings={holdings} onRecord={onRecord} onClose={onClose} />
            ) : (
              <EmptyState title="No lots to choose from">
                Once you hold coins, you can say here which of them the next sale is of.
              </EmptyState>
            )
          }
        </Answer>
      )}
    </Answer>
  );
}

interface IdentifyFormProps extends Omit<IdentifyDrawerProps, 'opened'> {
  readonly holdings: CallAnswer<'holdings.read'>['holdings'];
  readonly onRecord: CallAnswer<'elections.read'>;
}

function IdentifyForm({ holdings, onRecord, onClose, ...first }: IdentifyFormProps): ReactNode {
  const coins = holdings.filter(hasLots);
  const [asset, setAsset] = useState(first.asset ?? coins[0]?.asset ?? '');
  const places = coins.find((each) => each.asset === asset)?.byAccount.filter(isHeld) ?? [];
  const [wanted, setAccount] = useState(first.account);
  const account = places.find((each) => each.account === wanted) ?? places[0];
  const [typed, setTyped] = useState<Typed>({});
  const [toldBroker, setToldBroker] = useState(false);
  const identify = useCommand('elections.identify');
  const checked = checkLots(typed);
  const isExchange = onRecord.accounts.some(
    (each) => each.account === account?.account && each.kind !== 'wallet',
  );
  const canRecord = checked.choices.length > 0 && Object.keys(checked.errors).length === 0;

  const record = async (): Promise<void> => {
    if (account === undefined || !canRecord) return;
    const result = await identify.run({
      account: account.account,
      asset,
      lots: checked.choices,
      ...(toldBroker ? { toldBroker } : {}),
    });
    if (result?.ok !== true) return;
    notifications.show({
      color: 'hedge',
      message: `Recorded: the next sale of ${asset} in ${account.accountName} is of these lots`,
    });
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
        <Text size="sm">
          Say before you sell which coins you will sell: that is <Term id="specific-identification" />. The
          next sales use the lots that you name here until they are used up. For a sale that was made already
          it is too late.
        </Text>
        <Group align="flex-end">
          <Select
            label="Asset"
            data={coins.map((each) => each.asset)}
            value={asset}
            onChange={(next) => {
              if (next === null) return;
              setAsset(next);
              setTyped({});
            }}
            allowDeselect={false}
            w={150}
          />
          <Select
            label="Sold in"
            data={places.map((each) => ({ value: each.account, label: each.accountName }))}
            value={account?.account ?? null}
            onChange={(next) => {
              setAccount(next);
              setTyped({});
            }}
            allowDeselect={false}
            w={220}
          />
        </Group>
        <StillOpen onRecord={onRecord} asset={asset} account={account?.account ?? ''} />
        {account !== undefined && (
          <LotPicker
            asset={asset}
            account={account.account}
            typed={typed}
            errors={checked.errors}
            onType={setTyped}
          />
        )}
        <div className={classes.stickyActions}>
          <ComesTo checked={checked} asset={asset} />
          {isExchange && account !== undefined && (
            <Checkbox
              label={`I have told ${listed([account.accountName])} which coins I will sell`}
              description="For sales from 1 January 2027 on, it counts at an exchange only if the exchange was told before the sale."
              checked={toldBroker}
              onChange={(event) => setToldBroker(event.currentTarget.checked)}
            />
          )}
          {identify.failure !== null && <Failure failure={identify.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={identify.busy} disabled={!canRecord}>
              Record these lots
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  );
}

function isHeld({ quantity }: { readonly quantity: string }): boolean {
  return signOf(quantity) === 'up';
}

/** Lots named before that no sale has used yet come first. */
function StillOpen({
  onRecord: { identifications },
  asset,
  account,
}: {
  readonly onRecord: CallAnswer<'elections.read'>;
  readonly asset: string;
  readonly account: string;
}): ReactNode {
  const open = identifications.filter(
    (each) => each.asset === asset && each.account === account && signOf(each.left) === 'up',
  );
  return open.map(({ sequence, left, recordedAt }) => (
    <Text key={sequence} size="sm" c="dimmed">
      <QuantityText value={left} unit={asset} /> that you named on <DateText value={recordedAt} /> are not
      sold yet: the next sale uses them first.
    </Text>
  ));
}

/** What the named lots add up to. */
function ComesTo({ checked, asset }: { readonly checked: CheckedLots; readonly asset: string }): ReactNode {
  if (checked.choices.length === 0) {
    return (
      <Text size="sm" role="status">
        Type how much of a lot you will sell.
      </Text>
    );
  }
  return (
    <Text size="sm" role="status">
      {checked.choices.length === 1 ? '1 lot' : `${checked.choices.length} lots`},{' '}
      <QuantityText value={checked.quantity} unit={asset} />. At today’s price this is a short-term gain of{' '}
      <MoneyText value={checked.shortGain} signed="gain" unknown="no price" /> and a long-term gain of{' '}
      <MoneyText value={checked.longGain} signed="gain" unknown="no price" />
      {checked.basisUnknown && ', with a cost that is assumed'}. Nothing is sold by recording it.
    </Text>
  );
}
