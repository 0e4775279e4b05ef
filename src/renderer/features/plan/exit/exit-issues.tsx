import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IssueText } from '../../../ui/issue-groups.ts';
import { Issues } from '../../../ui/issues.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';

/** What a contract's terms do not say, and one can type there. */
const ofTerms: ReadonlySet<string> = new Set([
  'exit/margin-missing',
  'exit/margin-unknown',
  'exit/fee-unknown',
]);

/** What a person needs to know of a plan; what the terms of a contract leave open leads to them. */
export function ExitIssues({ issues }: { readonly issues: readonly IssueText[] }): ReactNode {
  const { go } = useNavigation();
  const openTerms = ({ code }: IssueText): ReactNode =>
    ofTerms.has(code) && (
      <Button size="xs" variant="default" onClick={() => go('targets', { tab: 'contracts' })}>
        Open Contracts
      </Button>
    );
  return issues.length === 0 ? null : <Issues issues={issues} actionFor={openTerms} />;
}
