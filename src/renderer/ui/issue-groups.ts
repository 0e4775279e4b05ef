import type { CallAnswer } from '../../shared/contract/contract.ts';

export type IssueText = CallAnswer<'holdings.read'>['issues'][number];

export interface IssueGroup {
  readonly key: string;
  readonly first: IssueText;
  readonly rest: readonly IssueText[];
}

const order = { error: 0, warning: 1, note: 2 } as const;

/** Issues by cause (code, asset and account), worst first: people count causes, not rows. */
export function groupIssues(issues: readonly IssueText[]): readonly IssueGroup[] {
  const groups = Map.groupBy(issues, (issue) =>
    [issue.code, issue.asset ?? '', issue.account ?? ''].join(' '),
  );
  return [...groups]
    .flatMap(([key, [first, ...rest]]) => (first === undefined ? [] : [{ key, first, rest }]))
    .toSorted((a, b) => order[a.first.severity] - order[b.first.severity]);
}
