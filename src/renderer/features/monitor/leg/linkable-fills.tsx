import { Badge, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Answer, Failure } from '../../../ui/states.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import type { Leg } from '../view-model.ts';
import { FillLine } from './leg-life.tsx';
import { toggled } from './toggled.ts';

/** Futures trades of your files that may belong to this leg, and those that do and can be taken off it. */
export function LinkableFills({ leg }: { readonly leg: Leg }): ReactNode {
  const call = useCall('hedge.linkable', { leg: leg.leg });
  return (
    <>
      <Answer of={call} what="Looking for its trades">
        {({ fills }) =>
          fills.length === 0 ? (
            <NoneToLink />
          ) : (
            <LinkForm key={fills.map(({ event }) => event).join(' ')} leg={leg} fills={fills} />
          )
        }
      </Answer>
      {leg.fills.length > 0 && <UnlinkForm key={leg.fills.length} leg={leg} />}
    </>
  );
}

function NoneToLink(): ReactNode {
  const { go } = useNavigation();
  return (
    <section>
      <Title order={3} mb={4}>
        Trades that could belong to it
      </Title>
      <Text size="sm">
        None of your files has another trade that fits. After you open, roll or close it at your exchange,
        import the export: its trades then stand here.
      </Text>
      <Button mt="sm" size="xs" variant="default" onClick={() => go('import')}>
        Import an export
      </Button>
    </section>
  );
}

interface LinkFormProps {
  readonly leg: Leg;
  readonly fills: readonly (Leg['fills'][number] & { readonly suggested: boolean; readonly words: string })[];
}

function LinkForm({ leg, fills }: LinkFormProps): ReactNode {
  const link = useCommand('hedge.link');
  const [chosen, setChosen] = useState<readonly string[]>(
    fills.flatMap(({ event, suggested }) => (suggested ? [event] : [])),
  );
  const save = async (): Promise<void> => {
    const result = await link.run({ leg: leg.leg, fills: [...chosen] });
    if (result?.ok === true)
      notifications.show({ message: `On record: ${result.value.record.words}`, color: 'hedge' });
  };
  return (
    <section>
      <Title order={3} mb={4}>
        Trades that could belong to it
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Linking them puts on record, today, that they are this hedge and which lots it hedges.
      </Text>
      <Stack gap="sm" role="group" aria-label="Trades to link">
        {fills.map((fill) => (
          <Group key={fill.event} align="flex-start" gap="sm" wrap="nowrap">
            <Checkbox
              mt={2}
              checked={chosen.includes(fill.event)}
              onChange={() => setChosen(toggled(chosen, fill.event))}
              aria-label={`Link the trade of line ${fill.line} of ${fill.file}`}
            />
            <div>
              <FillLine fill={fill} asset={leg.asset} />
              <Text size="xs" c="dimmed" component="div">
                <DateText value={fill.time} time />. <Sentence>{fill.words}</Sentence>{' '}
                {fill.suggested && (
                  <Badge size="sm" variant="light" color="teal" tt="none">
                    fits
                  </Badge>
                )}
              </Text>
            </div>
          </Group>
        ))}
        {link.failure !== null && <Failure failure={link.failure} />}
        <Group>
          <Button size="xs" loading={link.busy} disabled={chosen.length === 0} onClick={() => void save()}>
            {chosen.length === 1 ? 'Link 1 trade' : `Link ${chosen.length} trades`}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

function UnlinkForm({ leg }: { readonly leg: Leg }): ReactNode {
  const unlink = useCommand('hedge.unlink');
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (!asked) {
    return (
      <Group>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsked(true)}>
          Take trades off this hedge
        </Button>
      </Group>
    );
  }
  return (
    <section>
      <Title order={3} mb={4}>
        Take trades off this hedge
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        They stay in your ledger. What was on record stays on record; that they were taken off is added to it.
      </Text>
      <Stack gap="sm" role="group" aria-label="Trades to take off">
        {leg.fills.map((fill) => (
          <Group key={fill.event} align="flex-start" gap="sm" wrap="nowrap">
            <Checkbox
              mt={2}
              checked={chosen.includes(fill.event)}
              onChange={() => setChosen(toggled(chosen, fill.event))}
              aria-label={`Take off the trade of line ${fill.line} of ${fill.file}`}
            />
            <div>
              <FillLine fill={fill} asset={leg.asset} />
            </div>
          </Group>
        ))}
        {unlink.failure !== null && <Failure failure={unlink.failure} />}
        <Group gap="xs">
          <Button
            size="xs"
            color="red"
            loading={unlink.busy}
            disabled={chosen.length === 0}
            onClick={() => void unlink.run({ leg: leg.leg, fills: [...chosen] })}
          >
            {chosen.length === 1 ? 'Take off 1 trade' : `Take off ${chosen.length} trades`}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsked(false)}>
            Keep them
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
