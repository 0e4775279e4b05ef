import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StepHeading } from '../../ui/step-heading.tsx';
import { groupsOf } from './recovery-key.ts';
import classes from './lock.module.css';

export interface KeyStepProps {
  readonly recoveryKey: string;
  /** The path of the ledger that it opens, for the print; null until the core has said it. */
  readonly path: string | null;
  onKept(): void;
}

/** Step 2: the recovery key, shown this once. */
export function KeyStep({ recoveryKey, path, onKept }: KeyStepProps): ReactNode {
  return (
    <Stack>
      <StepHeading title="Your recovery key" />
      <Text className="print-only">Hedgerow · {path}</Text>
      <Text>
        If you ever lose the passphrase, this key opens your ledger. Print it or write it down, and keep it
        where you keep your passport. It is shown only now.
      </Text>
      <ol className={classes.key} aria-label="Recovery key in groups">
        {groupsOf(recoveryKey).map((group, index) => (
          <li key={`${index} ${group}`}>
            <span className={classes.groupNumber} aria-hidden="true">
              {index + 1}
            </span>
            {group}
          </li>
        ))}
      </ol>
      <Group className="no-print">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          Print
        </Button>
        <CopyButton value={recoveryKey}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={18} aria-hidden="true" />} onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Alert color="yellow" title="Nobody can reset it for you" className="no-print">
        Hedgerow has no server. Without the passphrase and without this key, the ledger cannot be read by
        anyone.
      </Alert>
      <Button onClick={onKept} w="fit-content" className="no-print">
        I have kept it
      </Button>
    </Stack>
  );
}
