import { Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { asRead } from '../../ui/as-read.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useLayer } from '../../ui/layers.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Answer, EmptyState, Failure } from '../../ui/states.tsx';
import { bindingWords, legsToIdentify, regimeWords, type Leg, type Regime } from './view-model.ts';

export interface IdentifyModalProps {
  /** The hedge it was opened for, if any. */
  readonly leg: string | null;
  onClose(): void;
}

/** Puts on record what kind of straddle a hedge is. */
export function IdentifyModal({ leg, onClose }: IdentifyModalProps): ReactNode {
  const isTop = useLayer(true);
  const { go } = useNavigation();
  const legs = useCall('hedge.legs', {});
  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title="Put a hedge on record" size="lg">
      <Answer of={legs} what="Reading your hedges">
        {(answer) => {
          const open = legsToIdentify(answer);
          return open.length === 0 ? (
            <EmptyState
              title="No hedge to put on record"
              action={<Button onClick={() => go('monitor')}>Hedge monitor</Button>}
            >
              Once a short stands against your coins and its trades are linked to a hedge, it can be put on
              record here.
            </EmptyState>
          ) : (
            <IdentifyForm legs={open} first={leg} onClose={onClose} />
          );
        }}
      </Answer>
    </Modal>
  );
}

const regimes: readonly Regime[] = ['identified', 'section-1256d', 'straddle-by-straddle', 'none'];

interface IdentifyFormProps {
  readonly legs: readonly Leg[];
  readonly first: string | null;
  onClose(): void;
}

function IdentifyForm({ legs, first, onClose }: IdentifyFormProps): ReactNode {
  const [leg, setLeg] = useState(legs.find((each) => each.leg === first)?.leg ?? legs[0]?.leg ?? '');
  const [regime, setRegime] = useState<Regime>('identified');
  const [keptElsewhere, setKeptElsewhere] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const [asked, setAsked] = useState(false);
  const identify = useCommand('elections.identifyStraddle');
  const binds = bindingWords('straddle-regime', regime);
  const chosen = legs.find((each) => each.leg === leg);

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (binds !== null && !understood) return;
    const result = await identify.run({ leg, regime, ...(keptElsewhere ? { keptElsewhere } : {}) });
    if (result?.ok !== true) return;
    const { record, issues } = result.value;
    notifications.show({
      color: record.inTime || record.keptElsewhere ? 'hedge' : 'yellow',
      title: 'On record',
      message: [record.words, ...issues.map(({ message }) => message)].join(' '),
    });
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <NativeSelect
          label="Hedge"
          value={leg}
          onChange={(event) => setLeg(event.currentTarget.value)}
          data={legs.map((each) => ({
            value: each.leg,
            label: asRead(`${each.asset}: ${each.contractName}`),
          }))}
        />
        {chosen !== undefined && (
          <Text size="sm" c="dimmed">
            <Sentence>{chosen.stateWords}</Sentence>
          </Text>
        )}
        <Radio.Group
          label="What it is for tax"
          value={regime}
          onChange={(next) => setRegime(regimes.find((each) => each === next) ?? regime)}
        >
          <Stack gap={6} mt="xs">
            {regimes.map((each) => (
              <Radio key={each} value={each} label={regimeWords[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox
          label="My own books show it from the day on which the hedge began"
          description="Leave it empty where that is today"
          checked={keptElsewhere}
          onChange={(event) => setKeptElsewhere(event.currentTarget.checked)}
        />
        {binds !== null && (
          <Checkbox
            label="I understand that this binds me"
            description={binds}
            checked={understood}
            error={asked && !understood ? 'Say so first: it cannot simply be taken back' : null}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
          />
        )}
        <Text size="sm">
          The record carries today’s date and time, is sealed with all before it and cannot be changed or
          removed.
        </Text>
        {identify.failure !== null && <Failure failure={identify.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={identify.busy}>
            Put it on record
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
