import type { z } from 'zod';
import type { issue } from '../../../shared/contract/texts.ts';
import { accountId } from '../../../shared/domain/account.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Derived } from '../derived.ts';
import { sourcesOf } from './holdings/event-sources.ts';
import type { SourceOf } from './holdings/event-sources.ts';

type IssueText = z.output<typeof issue>;

/** Where the names that people know come from. */
type Named = Pick<Derived, 'facts' | 'accountName'>;

/**
 * Issues as the contract carries them. The engine knows events and accounts by their ids; people know files, lines
 * and names, so that is what the sentences say. The ids stay in fields of their own.
 */
export function issueTexts(found: readonly Issue[], named: Named): IssueText[] {
  // Only ledgers with something wrong pay for looking up where events come from.
  const sourceOf = found.some(({ event }) => event !== undefined) ? sourcesOf(named) : null;
  return found.map((one) => issueText(one, named, sourceOf));
}

function issueText(found: Issue, named: Named, sourceOf: SourceOf | null): IssueText {
  const { code, severity, event, asset, account } = found;
  const inWords = (text: string): string => withNames(withPlaces(text, found, sourceOf), found, named);
  return {
    code,
    severity,
    message: inWords(found.message),
    fix: inWords(found.fix),
    event: event ?? null,
    asset: asset ?? null,
    account: account ?? null,
  };
}

function withPlaces(text: string, { event }: Issue, sourceOf: SourceOf | null): string {
  if (event === undefined || sourceOf === null) return text;
  const { file, line } = sourceOf(event);
  return text.replaceAll(event, () => (file === '' ? 'typed by you' : `${file}, line ${line}`));
}

/** Sentences put accounts in quotes, so that a slug which is also a word or a part of one is not taken for it. */
function withNames(text: string, { account }: Issue, { facts, accountName }: Named): string {
  return text.replaceAll(/"([^"]+)"/gu, (quoted, slug: string) =>
    slug === account || facts.accounts.has(accountId(slug)) ? `"${accountName(accountId(slug))}"` : quoted,
  );
}
