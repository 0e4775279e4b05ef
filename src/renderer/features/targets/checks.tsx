import { Checkbox, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconEye, IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Issues } from '../../ui/issues.tsx';

export type Checks = CallAnswer<'hedge.checks'>;
type Check = Checks['beforeSaving'][number];

export interface HedgeChecksProps {
  readonly checks: Checks;
  readonly acknowledged: readonly string[];
  acknowledge(id: string, on: boolean): void;
}

/** The mistakes that cost most, looked for before anything is saved. What is uncertain has to be ticked as read. */
export function HedgeChecks({ checks, acknowledged, acknowledge }: HedgeChecksProps): ReactNode {
  return (
    <section>
      <Title order={3} mb="sm">
        Looked at before you save
      </Title>
      <Stack gap="md">
        {checks.issues.length > 0 && <Issues issues={checks.issues} />}
        <List listStyleType="none" spacing="sm">
          {checks.beforeSaving.map((check) => (
            <List.Item key={check.id}>
              <OneCheck
                check={check}
                ticked={acknowledged.includes(check.id)}
                onTick={(on) => acknowledge(check.id, on)}
              />
            </List.Item>
          ))}
        </List>
      </Stack>
    </section>
  );
}

const looks = {
  fine: { color: 'teal', word: 'Fine', icon: IconCheck },
  look: { color: 'yellow', word: 'Look', icon: IconEye },
  unknown: { color: 'gray', word: 'Not known', icon: IconHelp },
} as const;

interface OneCheckProps {
  readonly check: Check;
  readonly ticked: boolean;
  onTick(on: boolean): void;
}

function OneCheck({ check, ticked, onTick }: OneCheckProps): ReactNode {
  const { color, word, icon: Icon } = looks[check.state];
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 12, alignItems: 'start' }}>
      <ThemeIcon variant="light" color={color} size="md" aria-hidden="true">
        <Icon size={16} />
      </ThemeIcon>
      <div>
        <Text size="sm">
          <Text span size="sm" fw={600}>
            {word}:{' '}
          </Text>
          <Sentence>{check.words}</Sentence>
        </Text>
        {check.needsAcknowledgement && (
          <Checkbox
            mt={6}
            size="sm"
            label="I have read this and accept it"
            checked={ticked}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
        )}
      </div>
    </div>
  );
}
