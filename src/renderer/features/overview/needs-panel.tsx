import { Badge, Button, Group, Text, ThemeIcon } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Need } from './needs.ts';
import classes from './overview.module.css';

const looks = {
  error: { word: 'Problem', color: 'red', icon: IconAlertOctagon },
  warning: { word: 'Check', color: 'yellow', icon: IconAlertTriangle },
  note: { word: 'Note', color: 'blue', icon: IconInfoCircle },
} as const;

const shownAtFirst = 4;

/** The to-do list: one line a cause, with how to mend it and the way there. */
export function NeedsPanel({ needs }: { readonly needs: readonly Need[] }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? needs : needs.slice(0, shownAtFirst);
  const hidden = needs.length - shown.length;
  return (
    <Panel title="Needs you" about={needs.length === 0 ? undefined : countOf(needs)}>
      {needs.length === 0 ? (
        <NothingNeeded />
      ) : (
        <ul className={classes.needs}>
          {shown.map((need) => (
            <NeedItem key={need.key} need={need} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" mt="md" onClick={() => setAll(true)}>
          Show {hidden} more
        </Button>
      )}
    </Panel>
  );
}

function countOf(needs: readonly Need[]): string {
  return needs.length === 1 ? 'One thing, with how to mend it' : `${needs.length} things, most urgent first`;
}

function NothingNeeded(): ReactNode {
  return (
    <div className={classes.need}>
      <ThemeIcon variant="light" color="teal" aria-hidden="true">
        <IconCircleCheck size={16} />
      </ThemeIcon>
      <Text size="sm">Nothing: data, prices, mix and plan are in order.</Text>
    </div>
  );
}

function NeedItem({ need }: { readonly need: Need }): ReactNode {
  const { go } = useNavigation();
  const { word: severity, color, icon: Icon } = looks[need.severity];
  return (
    <li className={classes.need}>
      <ThemeIcon variant="light" color={color} aria-hidden="true">
        <Icon size={16} />
      </ThemeIcon>
      <div>
        <Text size="sm" fw={600}>
          {severity}: <Sentence>{need.message}</Sentence>{' '}
          {need.more > 0 && (
            <Badge size="sm" variant="light" color={color} tt="none">
              and {need.more} more like it
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          <Sentence>{need.fix}</Sentence>
        </Text>
      </div>
      <Group className={classes.needWay} gap="xs">
        {[need.way, ...(need.also === undefined ? [] : [need.also])].map(({ screen, params, words }) => (
          <Button key={words} variant="default" size="compact-sm" onClick={() => go(screen, params)}>
            {words}
          </Button>
        ))}
      </Group>
    </li>
  );
}
