import { Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, QuantityText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Failure } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { unrecorded, type Sheet } from './sheet-model.ts';
import classes from './close-out.module.css';

/** Which lots the day's sales are of: it counts only if it is on record before the sale. */
export function IdentifyPanel({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const identify = useCommand('exit.identify');
  const [told, setTold] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly { readonly message: string; readonly fix: string }[]>([]);
  const open = unrecorded(sheet.identify);
  if (sheet.identify.length === 0) return null;
  const record = async (): Promise<void> => {
    const result = await identify.run({
      plan: sheet.plan.id,
      date: sheet.date,
      ...(told ? { toldBroker: true } : {}),
    });
    if (result?.ok !== true) return;
    setSaid(result.value.sentence);
    setRefused(result.value.refused);
  };
  return (
    <Panel
      title="Before you sell: name the lots"
      about={
        <>
          <Term id="specific-identification">Naming lots</Term> counts only if it is on record before the
          sale. The record has its time and cannot be changed later.
        </>
      }
      aside={
        open.length > 0 && (
          <Button
            className="no-print"
            leftSection={<IconLock size={16} aria-hidden="true" />}
            loading={identify.busy}
            onClick={() => void record()}
          >
            Record these lots now
          </Button>
        )
      }
    >
      <Stack gap="md">
        {sheet.identify.map((each) => (
          <Identified key={each.step} of={each} />
        ))}
        {open.length > 0 && (
          <Checkbox
            className="no-print"
            label="I have told my broker or exchange the same"
            description="Needed where somebody else keeps your coins"
            checked={told}
            onChange={(event) => setTold(event.currentTarget.checked)}
          />
        )}
        <div role="status">
          {said !== null && (
            <Text size="sm" fw={600}>
              <Sentence>{said}</Sentence>
            </Text>
          )}
          {refused.map(({ message, fix }) => (
            <Text key={message} size="sm">
              <Sentence>{`${message} ${fix}`}</Sentence>
            </Text>
          ))}
        </div>
        {identify.failure !== null && <Failure failure={identify.failure} />}
      </Stack>
    </Panel>
  );
}

function Identified({ of }: { readonly of: Sheet['identify'][number] }): ReactNode {
  const { asset, accountName, lots, recorded, late, words } = of;
  return (
    <div>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {asset}, {accountName}
        </Text>
        {recorded !== null ? (
          <Badge variant="light" color="teal" tt="none">
            Record {recorded.sequence}, <DateText value={recorded.recordedAt} time />
          </Badge>
        ) : (
          <Badge variant="light" color={late ? 'orange' : 'gray'} tt="none">
            {late ? 'Too late to count for sure' : 'Not recorded yet'}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        <Sentence>{words}</Sentence>
      </Text>
      <ul className={classes.lots}>
        {lots.map(({ lot, acquiredDate, quantity }) => (
          <li key={lot}>
            <QuantityText value={quantity} unit={asset} /> of <DateText value={acquiredDate} />
          </li>
        ))}
      </ul>
    </div>
  );
}
