import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation.tsx';
import { EmptyState } from '../../ui/states.tsx';

/** A ledger without any row. */
export function NothingYet(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="This ledger is still empty"
      icon={<IconFileImport aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Download your transaction history from your exchange as a CSV file and import it. What you hold, what it
      cost and what needs doing will then stand here. Nothing leaves this computer.
    </EmptyState>
  );
}
