import { Badge, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sentence } from './hide-amounts.tsx';
import { groupIssues, type IssueGroup, type IssueText } from './issue-groups.ts';

const looks = {
  error: { word: 'Problem', color: 'red', icon: IconAlertOctagon },
  warning: { word: 'Check', color: 'yellow', icon: IconAlertTriangle },
  note: { word: 'Note', color: 'blue', icon: IconInfoCircle },
} as const;

export interface IssuesProps {
  readonly issues: readonly IssueText[];
  /** A control beside an issue: "Open import", say. */
  actionFor?(issue: IssueText): ReactNode;
}

/** What the core needs a person to know, worst first, one line a cause. */
export function Issues({ issues, actionFor }: IssuesProps): ReactNode {
  return (
    <List listStyleType="none" spacing="md">
      {groupIssues(issues).map((group) => (
        <List.Item key={group.key}>
          <IssueLine group={group} action={actionFor?.(group.first)} />
        </List.Item>
      ))}
    </List>
  );
}

function IssueLine({ group, action }: { readonly group: IssueGroup; readonly action: ReactNode }): ReactNode {
  const { first, rest } = group;
  const { word, color, icon: Icon } = looks[first.severity];
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'auto 1fr auto', gap: 12, alignItems: 'start' }}>
      <ThemeIcon variant="light" color={color} size="md" aria-hidden="true">
        <Icon size={16} />
      </ThemeIcon>
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          {word}: <Sentence>{first.message}</Sentence>{' '}
          {rest.length > 0 && (
            <Badge size="sm" variant="light" color={color} tt="none">
              and {rest.length} more like it
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          <Sentence>{first.fix}</Sentence>
        </Text>
      </Stack>
      {action}
    </div>
  );
}
