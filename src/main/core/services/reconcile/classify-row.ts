/**
 * Says what a row is: a correction that replaces it, as a row of a Hedgerow CSV. It goes the way of every other file, so it
 * is listed among the imports, can be taken back, and is in an export of the ledger.
 */
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { assetClass, assetId } from '../../../../shared/domain/asset.ts';
import type { EventKind, LedgerEvent } from '../../../../shared/domain/event.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { parseQuantity } from '../../../../shared/num/parse.ts';
import type { HandlersOf } from '../../call-context.ts';
import { type Derived, derivedOf } from '../../derived.ts';
import { eventWords } from '../imports/event-words.ts';
import { importFiles } from '../imports/import-files.ts';
import { openUpload } from '../imports/open-upload.ts';
import { asKind, asOneTrade, asPaidOutside, type Correction, wordedRow } from './corrected-row.ts';
import { correctionUpload } from './correction-upload.ts';
import { openRowsOf } from './read-review.ts';
import { choicesFor } from './review-choices.ts';
import type { KindChoice } from './review-choices.ts';
import { accountOf } from './review-partners.ts';

type Said = CallRequest<'imports.classify'>;

export const classifyRowHandlers: HandlersOf<'imports.classify'> = {
  /**
   * Errors: `ledger/locked`, `imports/not-in-review`, `imports/kind-does-not-fit`, `imports/answer-too-long`, those of
   * `tradeOf` and `paidOutside`, and the ledger's.
   */
  'imports.classify': async (said, context) => {
    const { ledger } = context.session;
    if (ledger === null) return fail('ledger/locked', {});
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const event = openRow(said.event, derived.value);
    if (!event.ok) return event;
    const correction = correctionOf(event.value, said, derived.value);
    if (!correction.ok) return correction;
    const { rows, main } = correction.value;
    const opened = openUpload(correctionUpload(event.value, rows, derived.value), { format: 'hedgerow-csv' });
    if (!opened.ok) return opened;
    const stored = await importFiles([opened.value], ledger, false, context);
    if (!stored.ok) return stored;
    const words = eventWords(wordedRow(main));
    return ok({ event: said.event, batch: stored.value.batches[0]?.id ?? '', words });
  },
};

function openRow(id: string, derived: Derived): Result<LedgerEvent> {
  const event = openRowsOf(derived).find((one) => one.id === id);
  return event === undefined ? fail('imports/not-in-review', { event: id }, { event: id }) : ok(event);
}

function correctionOf(event: LedgerEvent, said: Said, derived: Derived): Result<Correction> {
  const choice = chosenFor(event, said);
  if (!choice.ok) return choice;
  const { kind, asks, reason } = choice.value;
  const needless = said.others !== undefined && asks !== 'others' ? 'other rows' : null;
  const tooLong = said.money !== undefined && asks !== 'money' ? 'amount of money' : needless;
  if (tooLong !== null) return fail('imports/answer-too-long', { kind, what: tooLong }, { event: event.id });
  if (asks === 'others') return tradeOf(event, said.others ?? [], derived);
  if (asks === 'money') return paidOutside(event, said.money, derived);
  const main = asKind(event, { kind: kind as EventKind, reason });
  return ok({ main, rows: [main] });
}

function chosenFor(event: LedgerEvent, { kind, reason }: Said): Result<KindChoice> {
  const choices = choicesFor(event);
  const choice = choices.find((one) => one.kind === kind && one.reason === (reason ?? null));
  if (choice !== undefined) return ok(choice);
  const known = choices.map((one) => (one.reason === null ? one.kind : `${one.kind} ${one.reason}`));
  return fail(
    'imports/kind-does-not-fit',
    { kind: reason === undefined ? kind : `${kind} ${reason}`, known: known.join(', ') },
    { event: event.id },
  );
}

/** Errors: `imports/others-needed`, `imports/not-in-review`, `imports/other-account`, `imports/not-one-trade`. */
function tradeOf(event: LedgerEvent, others: readonly string[], derived: Derived): Result<Correction> {
  const rows = [event];
  for (const id of new Set(others)) {
    if (id === event.id) continue;
    const other = openRow(id, derived);
    if (!other.ok) return other;
    const [here, there] = [accountOf(event), accountOf(other.value)];
    if (here !== there)
      return fail(
        'imports/other-account',
        { event: id, other: derived.accountName(there), account: derived.accountName(here) },
        { event: id },
      );
    rows.push(other.value);
  }
  if (rows.length === 1) return fail('imports/others-needed', {}, { event: event.id });
  const trade = asOneTrade(rows);
  return trade.ok ? ok({ main: trade.value, rows: [trade.value] }) : trade;
}

/** Errors: `imports/money-needed`, `imports/not-money`. */
function paidOutside(event: LedgerEvent, money: Said['money'], { facts }: Derived): Result<Correction> {
  if (money === undefined) return fail('imports/money-needed', {}, { event: event.id });
  const quantity = parseQuantity(money.quantity);
  const asset = assetId(money.asset.trim());
  const kind = assetClass(asset, facts.currency);
  if (!quantity.ok || !isPositive(quantity.value) || (kind !== 'fiat' && kind !== 'currency'))
    return fail('imports/not-money', { money: `${money.quantity} ${money.asset}` }, { event: event.id });
  return ok(asPaidOutside(event, { asset, quantity: quantity.value }));
}
