/** A correction of one row as a Hedgerow CSV file of one line: it goes the way of every other file. */
import { accountSlug } from '../../../../shared/domain/account.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { EventKind, IncomeReason, Leg, LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, isNegative } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Derived } from '../../derived.ts';
import type { openUpload } from '../imports/open-upload.ts';

/** What a row is said to be; `basis` where what it cost and when it was acquired are said. */
export interface CorrectedAs {
  readonly kind: EventKind;
  readonly reason: IncomeReason | null;
  /** A decimal in the reporting currency, and a date or time. */
  readonly basis?: { readonly cost: string; readonly acquired: string };
}

/** In: an event whose legs are one received, one sent and one fee at most. */
export function correctionUpload(
  event: LedgerEvent,
  as: CorrectedAs,
  derived: Derived,
): Parameters<typeof openUpload>[0] {
  const cells = cellsOf(event, as, derived);
  const text = `${[...cells.keys()].join(',')}\n${[...cells.values()].map(quoted).join(',')}\n`;
  const { file, line } = event.source;
  return { id: `classified-${event.id}`, file: `What line ${line} of ${file} is`, bytes: Buffer.from(text) };
}

function cellsOf(
  event: LedgerEvent,
  { kind, reason, basis }: CorrectedAs,
  derived: Derived,
): Map<string, string> {
  const account = event.legs[0]?.account ?? ('' as AccountId);
  const isFee = ({ role }: Leg): boolean => role === 'fee' || kind === 'fee';
  const amount = (name: string, leg: Leg | undefined): [string, string][] =>
    leg === undefined
      ? []
      : [
          [`${name} Asset`, leg.asset],
          [`${name} Quantity`, toText(absolute(leg.quantity))],
        ];
  return new Map([
    ['Time', toIso(event.time)],
    ['Kind', kind],
    ['Account', nameThatFinds(account, derived)],
    ['Account Kind', derived.facts.accounts.get(account)?.kind ?? ''],
    ...amount(
      'Received',
      event.legs.find((leg) => !isFee(leg) && !isNegative(leg.quantity)),
    ),
    ...amount(
      'Sent',
      event.legs.find((leg) => !isFee(leg) && isNegative(leg.quantity)),
    ),
    ...amount('Fee', event.legs.find(isFee)),
    ...(reason === null ? [] : [['Reason', reason] as [string, string]]),
    ...(basis === undefined
      ? []
      : ([
          ['Cost Basis', basis.cost],
          ['Acquired', basis.acquired],
        ] satisfies [string, string][])),
    ['Replaces', event.id],
    ...(event.externalId === undefined ? [] : [['Id', event.externalId] as [string, string]]),
  ]);
}

/** Rows name accounts by their names; where a name leads elsewhere, the id does not. */
function nameThatFinds(account: AccountId, { facts }: Derived): string {
  const name = facts.accounts.get(account)?.name ?? account;
  return accountSlug(name) === account ? name : account;
}

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
