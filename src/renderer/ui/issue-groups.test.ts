import { expect, test } from 'vitest';
import { groupIssues, type IssueText } from './issue-groups.ts';

function issue(code: string, severity: IssueText['severity'], asset: string | null): IssueText {
  return { code, severity, message: `${code} ${asset}`, fix: '', event: null, asset, account: null };
}

test('one group a cause, worst first, in the order found', () => {
  const groups = groupIssues([
    issue('prices/aged', 'note', 'BTC'),
    issue('lots/insufficient', 'error', 'ETH'),
    issue('prices/aged', 'note', 'BTC'),
    issue('lots/insufficient', 'error', 'BTC'),
  ]);
  expect(groups.map(({ first, rest }) => [first.code, first.asset, rest.length])).toEqual([
    ['lots/insufficient', 'ETH', 0],
    ['lots/insufficient', 'BTC', 0],
    ['prices/aged', 'BTC', 1],
  ]);
});
