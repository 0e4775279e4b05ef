import type { z } from 'zod';
import type { issue } from '../../../shared/contract/texts.ts';
import type { Issue } from '../../../shared/domain/issue.ts';

/** An issue as the contract carries it. */
export function issueText(found: Issue): z.output<typeof issue> {
  const { code, severity, message, fix, event, asset, account } = found;
  return {
    code,
    severity,
    message,
    fix,
    event: event ?? null,
    asset: asset ?? null,
    account: account ?? null,
  };
}
