/** A standing order as it is being filled in: what exactly would be recorded, and what is missing. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { parseLocalDate } from '../../../../shared/time/local-date.ts';
import { parseTimeZone, startOfDay, utc } from '../../../../shared/time/time-zone.ts';
import { formatDate } from '../../../ui/date-format.ts';
import { methodWords } from '../lot-words.ts';

/** Methods that an order can name: the others are rules of their own. */
export const orderMethods = [
  'fifo',
  'lifo',
  'hifo',
  'lofo',
  'lowest-tax',
] as const satisfies readonly LotMethod[];

export interface OrderAccount {
  readonly account: string;
  readonly accountName: string;
  readonly kind: string;
}

export interface OrderDraft {
  readonly method: LotMethod;
  /** null: every account that has no order of its own. */
  readonly account: string | null;
  readonly toldBroker: boolean;
  /** The choice was made earlier, and books of one's own show it. */
  readonly keptElsewhere: boolean;
  /** "YYYY-MM-DD": from when, where it was made earlier. */
  readonly since: string;
}

export function newOrder(method: LotMethod): OrderDraft {
  return { method, account: null, toldBroker: false, keptElsewhere: false, since: '' };
}

/** Exchanges that the order is about: they have to be told. Nobody stands behind a wallet of one's own. */
export function brokersOf(
  { account }: Pick<OrderDraft, 'account'>,
  accounts: readonly OrderAccount[],
): readonly string[] {
  return accounts
    .filter((each) => each.kind !== 'wallet' && (account === null || each.account === account))
    .map(({ accountName }) => accountName);
}

/** What will be recorded, whole sentences. */
export function orderSentences(draft: OrderDraft, accounts: readonly OrderAccount[]): readonly string[] {
  const { method, account, keptElsewhere, since } = draft;
  const name = accounts.find((each) => each.account === account)?.accountName ?? account;
  const where = account === null ? 'in every account that has no order of its own' : `in ${name}`;
  const when = keptElsewhere && since !== '' ? `From ${formatDate(since)} on` : 'From now on';
  const before =
    keptElsewhere && since !== ''
      ? 'Sales before that day stay as they are.'
      : 'Sales up to now stay as they are.';
  return [
    `${when}, each sale ${where} uses ${methodWords[method].uses}, unless you named lots for it.`,
    before,
    'What is recorded cannot be changed or removed. A later order can take its place, for the sales after it.',
  ];
}

/** What is wrong with the day; null where nothing is. `today` is the core's day. */
export function sinceProblem(draft: OrderDraft, today: string): string | null {
  if (!draft.keptElsewhere) return null;
  if (draft.since === '') return 'Say from which day the choice has held';
  if (parseLocalDate(draft.since) === undefined) return 'This is not a day';
  return draft.since >= today ? 'This has to be a day in the past' : null;
}

/** What the core is asked to record. The day begins at midnight in the taxpayer's time zone. */
export function orderInput(draft: OrderDraft, zone: string | null): CallInput<'elections.order'> {
  const { method, account, toldBroker, keptElsewhere, since } = draft;
  const day = keptElsewhere ? parseLocalDate(since) : undefined;
  const from = day === undefined ? undefined : toIso(startOfDay(day, parseTimeZone(zone ?? 'UTC') ?? utc));
  return {
    account,
    method,
    ...(toldBroker ? { toldBroker } : {}),
    ...(from === undefined ? {} : { from, keptElsewhere: true }),
  };
}
