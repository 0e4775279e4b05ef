import { Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import classes from './monitor.module.css';

export interface ChecksListProps {
  readonly checks: readonly { readonly check: string; readonly passed: boolean; readonly words: string }[];
}

/** What was looked at before a trade is proposed, and what came of it. */
export function ChecksList({ checks }: ChecksListProps): ReactNode {
  return (
    <ul className={classes.checks} aria-label="Checks">
      {checks.map(({ check, passed, words }) => {
        const Icon = passed ? IconCheck : IconAlertTriangle;
        return (
          <li key={`${check} ${words}`} className={classes.check}>
            <Icon size={18} aria-hidden="true" className={passed ? classes.passed : classes.failed} />
            <Text size="sm">
              {passed && <VisuallyHidden>Passed: </VisuallyHidden>}
              {!passed && (
                <Text span fw={600}>
                  Not passed:{' '}
                </Text>
              )}
              <Sentence>{words}</Sentence>
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
