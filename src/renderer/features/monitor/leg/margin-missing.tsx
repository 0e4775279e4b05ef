import { Alert, Button, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigation } from '../../../ui/navigation.tsx';
import { symbolOf } from '../view-model.ts';

/** The way out where nobody can tell when it would be closed by force. */
export function MarginMissing({ contract }: { readonly contract: string }): ReactNode {
  const { go } = useNavigation();
  return (
    <Alert
      color="yellow"
      icon={<IconHelpCircle aria-hidden="true" />}
      title="Nobody can tell when it would be closed by force"
    >
      <Text size="sm">
        What your exchange asks as margin for {symbolOf(contract)} is missing. It stands in the contract’s
        rules there: enter it once, and the forced close and the stress test follow from it.
      </Text>
      <Button
        mt="sm"
        size="xs"
        variant="default"
        onClick={() => go('targets', { tab: 'contracts', contract })}
      >
        Enter it at the contract
      </Button>
    </Alert>
  );
}
