import { Button } from '@mantine/core';
import { IconRadar2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation.tsx';
import { EmptyState } from '../../ui/states.tsx';

/** No futures are open or planned. */
export function NothingToWatch(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="No hedge to watch yet"
      icon={<IconRadar2 aria-hidden="true" />}
      action={<Button onClick={() => go('targets')}>Size a hedge</Button>}
    >
      Size a hedge and save it as a plan, or import the export of an exchange where futures are open. How well
      each hedge still fits, how far it is from a forced close and what to do next will then stand here.
    </EmptyState>
  );
}
