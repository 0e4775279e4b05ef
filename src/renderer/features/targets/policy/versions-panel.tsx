import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import classes from './policy.module.css';

/** Every version of the policy, newest first, with what was changed. */
export function VersionsPanel({ versions }: Pick<CallAnswer<'policy.read'>, 'versions'>): ReactNode {
  if (versions.length === 0) return null;
  return (
    <Panel title="Versions" about="Each stays as it was saved; the first line is in force.">
      <ol className={classes.log} reversed>
        {versions.toReversed().map(({ version, savedAt, sentence, changes }) => (
          <li key={version}>
            <Text size="sm">
              <Text span size="sm" fw={600}>
                Version {version}, <DateText value={savedAt} time />
              </Text>
              <br />
              <Sentence>{sentence}</Sentence>
            </Text>
            {changes.length > 0 && (
              <List size="xs" c="dimmed">
                {changes.map((change) => (
                  <List.Item key={change}>
                    <Sentence>{change}</Sentence>
                  </List.Item>
                ))}
              </List>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
