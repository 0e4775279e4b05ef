import { Button, Drawer, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall, type CallState } from '../../rpc/use-call.ts';
import { useHideAmounts } from '../../ui/hide-amounts.tsx';
import { useLayer } from '../../ui/layers.ts';
import { Answer } from '../../ui/states.tsx';
import { generalMethod } from './profile-draft.ts';
import { ProfileForm } from './profile-form.tsx';

export interface ProfileDrawerProps {
  readonly opened: boolean;
  onClose(): void;
  readonly profile: CallState<'plan.profile'>;
}

/** What tax depends on besides the ledger. */
export function ProfileDrawer({ opened, onClose, profile }: ProfileDrawerProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="xl"
      title="Your tax details"
    >
      {opened && <Content profile={profile} onClose={onClose} />}
    </Drawer>
  );
}

function Content({ profile, onClose }: Omit<ProfileDrawerProps, 'opened'>): ReactNode {
  const { hidden, toggle } = useHideAmounts();
  const status = useCall('ledger.status', {});
  const elections = useCall('elections.read', {});
  if (hidden) {
    return (
      <Stack align="flex-start">
        <Text size="sm">Amounts are hidden, and this form is full of them.</Text>
        <Button onClick={toggle}>Show amounts</Button>
      </Stack>
    );
  }
  return (
    <Answer of={profile} what="Reading your tax details">
      {(stored) => (
        <Answer of={status} what="Looking up the tax year">
          {({ taxYear }) => (
            <Answer of={elections} what="Reading your standing orders">
              {({ orders }) => (
                <ProfileForm
                  stored={stored.profile}
                  method={generalMethod(orders)}
                  taxYear={taxYear}
                  onClose={onClose}
                />
              )}
            </Answer>
          )}
        </Answer>
      )}
    </Answer>
  );
}
