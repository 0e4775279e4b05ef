import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall } from '../../rpc/use-call.ts';
import { formatCount } from '../../ui/number-format.ts';
import { DateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import classes from './reports.module.css';
import { WholeLedgerPanel } from './whole-ledger-panel.tsx';

/** Is all that is stored as it was written, and where does it lie? */
export function HealthTab(): ReactNode {
  return (
    <Stack gap="lg">
      <Checked />
      <Where />
      <WholeLedgerPanel />
    </Stack>
  );
}

function Checked(): ReactNode {
  const [asked, setAsked] = useState(0);
  const call = useCall('ledger.verify', {}, { enabled: asked > 0 });
  return (
    <Panel
      title="Is everything as it was written?"
      about={
        <>
          Reads all that is stored and works out its seals anew, those of your{' '}
          <Term id="identification-record">identification records</Term> too.
        </>
      }
      aside={
        <Button
          variant="default"
          loading={call.isFetching}
          onClick={() => {
            if (asked > 0) void call.refetch();
            setAsked((times) => times + 1);
          }}
        >
          {asked === 0 ? 'Check now' : 'Check again'}
        </Button>
      }
    >
      {asked === 0 ? (
        <Text size="sm">Nothing was checked yet since the ledger was opened.</Text>
      ) : (
        <Answer of={call} what="Reading all that is stored">
          {(found) => <Found found={found} />}
        </Answer>
      )}
    </Panel>
  );
}

function Found({ found }: { readonly found: CallAnswer<'ledger.verify'> }): ReactNode {
  const { ledgerHash, recomputedHash, recordsIntact, recordsBrokenAt } = found;
  const isWhole = ledgerHash === recomputedHash;
  return (
    <Stack gap="sm">
      <Verdict
        good={isWhole}
        yes="What is stored is what was written."
        no="Something was changed behind the ledger’s back. Do not rely on its figures: open a copy from before."
      />
      <Verdict
        good={recordsIntact}
        yes="The chain of identification records is unbroken."
        no={`The chain of identification records is broken at record ${recordsBrokenAt ?? '?'}. What follows it proves nothing any more.`}
      />
      <dl className={classes.facts}>
        <div>
          <dt>Seal of the ledger</dt>
          <dd className={classes.seal}>{ledgerHash}</dd>
        </div>
        {!isWhole && (
          <div>
            <dt>Worked out anew</dt>
            <dd className={classes.seal}>{recomputedHash}</dd>
          </div>
        )}
      </dl>
    </Stack>
  );
}

function Verdict({
  good,
  yes,
  no,
}: {
  readonly good: boolean;
  readonly yes: string;
  readonly no: string;
}): ReactNode {
  return (
    <Alert
      p="xs"
      role="status"
      color={good ? 'teal' : 'red'}
      icon={good ? <IconCircleCheck aria-hidden="true" /> : <IconAlertOctagon aria-hidden="true" />}
    >
      {good ? yes : no}
    </Alert>
  );
}

function Where(): ReactNode {
  const status = useCall('ledger.status', {});
  return (
    <Panel
      title="Where your data lies"
      about="One encrypted file, with the file that holds its locked keys beside it. Hedgerow makes no copies of them by itself: that is for you to do."
    >
      <Answer of={status} what="Looking where it lies">
        {({ path, events, pricesAsOf, version }) => (
          <Stack gap="md">
            <dl className={classes.facts}>
              <div>
                <dt>File</dt>
                <dd>{path ?? 'not known'}</dd>
              </div>
              <div>
                <dt>Events in it</dt>
                <dd>{formatCount(events)}</dd>
              </div>
              <div>
                <dt>Oldest price in use</dt>
                <dd>{pricesAsOf === null ? 'no prices yet' : <DateText value={pricesAsOf} time />}</dd>
              </div>
              <div>
                <dt>Program</dt>
                <dd>Hedgerow {version}</dd>
              </div>
            </dl>
            <Group gap="xs" align="flex-start">
              <Text size="sm" maw={760}>
                To keep a copy, lock the ledger and copy both files to another disk. The copy is encrypted
                too, and opens with the passphrase or the recovery key that the ledger had on that day.
              </Text>
            </Group>
          </Stack>
        )}
      </Answer>
    </Panel>
  );
}
