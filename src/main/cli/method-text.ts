import { lotMethodWords } from '../../shared/domain/lot-method-words.ts';
import type { MatchReason } from '../../shared/domain/lot.ts';

/** How units leave, as it stands behind "sold". In: a method's name, or "mixed". */
export function methodText(method: string): string {
  if (method === 'mixed') return 'by the order of each account';
  return Object.hasOwn(lotMethodWords, method)
    ? lotMethodWords[method as keyof typeof lotMethodWords]
    : `by ${method}`;
}

const reasons: Readonly<Record<MatchReason, string>> = {
  fifo: 'first in',
  lifo: 'last in',
  hifo: 'highest cost',
  lofo: 'lowest cost',
  'lowest-tax': 'lowest tax',
  specific: 'first in',
  average: 'average cost',
  'section-104': 'pool',
  identified: 'named by you',
  'same-day': 'same day',
  'thirty-days': '30 days after',
  pool: 'pool',
  'zero-cost': 'cost assumed',
};

/** Why just these units left, in two or three words; what took them stands before it where it was no sale. */
export function whyText({ cause, reason }: { readonly cause: string; readonly reason: string }): string {
  const words = Object.hasOwn(reasons, reason) ? reasons[reason as MatchReason] : reason;
  return cause === 'sale' ? words : `${cause.replace('transfer-', '')}: ${words}`;
}
