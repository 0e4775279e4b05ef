/** What the user says of rows as a small Hedgerow CSV file: it goes the way of every other file. */
import { accountSlug } from '../../../../shared/domain/account.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Derived } from '../../derived.ts';
import type { openUpload } from '../imports/open-upload.ts';
import type { CorrectedAmount, CorrectedRow } from './corrected-row.ts';

/** In: the event whose row the user pointed at; the new rows are of its time and account. */
export function correctionUpload(
  event: LedgerEvent,
  rows: readonly CorrectedRow[],
  derived: Derived,
): Parameters<typeof openUpload>[0] {
  const cells = rows.map((row) => cellsOf(row, event, derived));
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...cells.map((row) => columns.map((column) => quoted(row.get(column) ?? '')))];
  const text = lines.map((line) => `${line.join(',')}\n`).join('');
  const { file, line } = event.source;
  return { id: `classified-${event.id}`, file: `What line ${line} of ${file} is`, bytes: Buffer.from(text) };
}

/** Only what the row fills in. */
function cellsOf(
  { kind, reason, received, sent, fee, basis, replaces, id }: CorrectedRow,
  { time, legs }: LedgerEvent,
  derived: Derived,
): ReadonlyMap<string, string> {
  const account = legs[0]?.account ?? ('' as AccountId);
  const cells: readonly (readonly [column: string, cell: string | undefined])[] = [
    ['Time', toIso(time)],
    ['Kind', kind],
    ['Account', nameThatFinds(account, derived)],
    ...amountCells('Received', received),
    ...amountCells('Sent', sent),
    ...amountCells('Fee', fee),
    ['Reason', reason ?? undefined],
    ['Cost Basis', basis?.cost],
    ['Acquired', basis?.acquired],
    ['Replaces', replaces.length === 0 ? undefined : replaces.join(' ')],
    ['Id', id],
  ];
  return new Map(cells.flatMap(([column, cell]) => (cell === undefined ? [] : [[column, cell] as const])));
}

function amountCells(
  name: string,
  amount: CorrectedAmount | undefined,
): readonly (readonly [string, string])[] {
  if (amount === undefined) return [];
  return [
    [`${name} Asset`, amount.asset],
    [`${name} Quantity`, toText(amount.quantity)],
  ];
}

/** Rows name accounts by their names; where a name leads elsewhere, the id does not. */
function nameThatFinds(account: AccountId, { facts }: Derived): string {
  const name = facts.accounts.get(account)?.name ?? account;
  return accountSlug(name) === account ? name : account;
}

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
