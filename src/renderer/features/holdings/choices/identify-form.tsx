import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { signOf } from '../../../ui/number-format.ts';
import { Failure } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { hasLots, type Holding } from '../view-model.ts';
import type { Choices } from './choices-words.ts';
import { checkLots, reservedOf, type Typed } from './identify-draft.ts';
import { ComesTo, StillOpen, ToldOfLots } from './identify-parts.tsx';
import { LotPicker } from './lot-picker.tsx';
import classes from '../holdings.module.css';

export interface IdentifyFormProps {
  /** What is chosen at first, if anything. */
  readonly asset: string | null;
  readonly account: string | null;
  readonly holdings: readonly Holding[];
  readonly onRecord: Choices;
  onClose(): void;
}

/** First what is sold and where, then which of its lots, then what that comes to. */
export function IdentifyForm({ holdings, onRecord, onClose, ...first }: IdentifyFormProps): ReactNode {
  const coins = holdings.filter(hasLots);
  const [asset, setAsset] = useState(first.asset ?? coins[0]?.asset ?? '');
  const [wanted, setWanted] = useState(first.account);
  const places = coins.find((each) => each.asset === asset)?.byAccount.filter(isHeld) ?? [];
  const account = places.find((each) => each.account === wanted) ?? places[0];
  return (
    <Stack gap="md">
      <Text size="sm">
        Say before you sell which coins you will sell: that is <Term id="specific-identification" />. The next
        sales use the lots that you name here until they are used up. For a sale that was made already it is
        too late.
      </Text>
      <Group align="flex-end">
        <Select
          label="Asset"
          data={coins.map((each) => each.asset)}
          value={asset}
          onChange={(next) => next !== null && setAsset(next)}
          allowDeselect={false}
          w={150}
        />
        <Select
          label="Sold in"
          data={places.map((each) => ({ value: each.account, label: each.accountName }))}
          value={account?.account ?? null}
          onChange={setWanted}
          allowDeselect={false}
          w={220}
        />
      </Group>
      {account !== undefined && (
        <LotsToName
          key={`${asset} ${account.account}`}
          asset={asset}
          place={account}
          onRecord={onRecord}
          onClose={onClose}
        />
      )}
    </Stack>
  );
}

function isHeld({ quantity }: { readonly quantity: string }): boolean {
  return signOf(quantity) === 'up';
}

interface LotsToNameProps extends Pick<IdentifyFormProps, 'onRecord' | 'onClose'> {
  readonly asset: string;
  readonly place: Holding['byAccount'][number];
}

function LotsToName({ asset, place, onRecord, onClose }: LotsToNameProps): ReactNode {
  const { account, accountName } = place;
  const [typed, setTyped] = useState<Typed>({});
  const [toldBroker, setToldBroker] = useState(false);
  const identify = useCommand('elections.identify');
  const reserved = reservedOf(onRecord.identifications, { asset, account });
  const checked = checkLots(typed, reserved);
  const canRecord = checked.choices.length > 0 && Object.keys(checked.errors).length === 0;
  const atBroker = onRecord.accounts.some((each) => each.account === account && each.kind !== 'wallet');

  const record = async (): Promise<void> => {
    if (!canRecord) return;
    const told = toldBroker ? { toldBroker } : {};
    const result = await identify.run({ account, asset, lots: checked.choices, ...told });
    if (result?.ok !== true) return;
    const message = `Recorded: the next sale of ${asset} in ${accountName} is of these lots`;
    notifications.show({ color: 'hedge', message });
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
        <StillOpen onRecord={onRecord} asset={asset} account={account} />
        <LotPicker
          asset={asset}
          account={account}
          typed={typed}
          reserved={reserved}
          errors={checked.errors}
          onType={setTyped}
        />
        <div className={classes.stickyActions}>
          <ComesTo checked={checked} asset={asset} />
          {atBroker && <ToldOfLots accountName={accountName} told={toldBroker} onChange={setToldBroker} />}
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
