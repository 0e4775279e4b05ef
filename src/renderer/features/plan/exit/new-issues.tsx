import type { ReactNode } from 'react';
import type { IssueText } from '../../../ui/issue-groups.ts';
import { ExitIssues } from './exit-issues.tsx';

export interface NewIssuesProps {
  readonly issues: readonly IssueText[];
  readonly said: readonly IssueText[];
}

/** What was not said of the plan itself: the same facts bring the same warnings everywhere. */
export function NewIssues({ issues, said }: NewIssuesProps): ReactNode {
  const known = new Set(said.map(({ message }) => message));
  const rest = issues.filter(({ message }) => !known.has(message));
  return <ExitIssues issues={rest} />;
}
