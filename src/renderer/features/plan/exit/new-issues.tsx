import type { ReactNode } from 'react';
import type { IssueText } from '../../../ui/issue-groups.ts';
import { Issues } from '../../../ui/issues.tsx';

export interface NewIssuesProps {
  readonly issues: readonly IssueText[];
  readonly said: readonly IssueText[];
}

/** What was not said of the plan itself: the same facts bring the same warnings everywhere. */
export function NewIssues({ issues, said }: NewIssuesProps): ReactNode {
  const known = new Set(said.map(({ message }) => message));
  const rest = issues.filter(({ message }) => !known.has(message));
  return rest.length === 0 ? null : <Issues issues={rest} />;
}
