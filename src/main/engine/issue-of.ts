import type { Issue, Severity } from '../../shared/domain/issue.ts';
import type { ErrorCode } from '../../shared/errors/errors.ts';
import { wordsOf } from '../../shared/errors/failure.ts';
import type { ErrorValues } from '../../shared/errors/failure.ts';

/** What an issue is about, for screens to link to. */
export type IssuePlace = Pick<Issue, 'event' | 'asset' | 'account' | 'year'>;

/** An issue with its code's sentence and remedy, the names in braces filled in. */
export function issueOf<Code extends ErrorCode>(
  code: Code,
  severity: Severity,
  values: ErrorValues<Code>,
  place: IssuePlace = {},
): Issue {
  return { code, severity, ...wordsOf(code, values), ...place };
}
