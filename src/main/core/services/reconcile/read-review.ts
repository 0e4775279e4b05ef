/** Rows that count although nobody knows what they mean, with what they change and what they can be said to be. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { rowIdOf } from '../../../engine/events/decided-rows.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { pageOf } from '../holdings/page-of.ts';
import { eventWords } from '../imports/event-words.ts';
import { choicesFor } from './review-choices.ts';
import { partnersOf } from './review-partners.ts';

type Row = CallAnswer<'imports.review'>['rows'][number];

/** How many rows come where nobody says. */
const usualPage = 100;

export const readReviewHandlers: HandlersOf<'imports.review'> = {
  'imports.review': async ({ offset, limit = usualPage }, context) => {
    const { ledger } = context.session;
    if (ledger === null) return fail('ledger/locked', {});
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const open = openRowsOf(derived.value);
    const rows: Row[] = [];
    for (const event of pageOf(open, { offset, limit }))
      rows.push(await rowOf(event, derived.value, ledger.read));
    return ok({ total: open.length, rows });
  },
};

/** Those whose balance effect counts while their meaning is open, the latest first. */
export const openRowsOf = keptFor(({ events }: Derived): readonly LedgerEvent[] =>
  events.filter(({ kind, legs }) => kind === 'balance-change' && legs.length > 0).toReversed(),
);

async function rowOf(event: LedgerEvent, derived: Derived, ledger: ReadableLedger): Promise<Row> {
  const { id, time, legs, source } = event;
  const account = legs[0]?.account;
  const isHalf = derived.facts.assembly.apart.has(id);
  return {
    event: id,
    time: toIso(time),
    localDate: dateText(localDateOf(time, derived.facts.timeZone)),
    account: account ?? '',
    accountName: account === undefined ? '' : derived.accountName(account),
    file: source.file,
    line: source.line,
    raw: (await ledger.eventRow(rowIdOf(id)))?.raw ?? '',
    operation: operationOf(event),
    words: eventWords(event),
    why: isHalf ? 'half' : 'unknown',
    whyWords: whyWords(event, isHalf),
    effect: legs.map(({ account: at, asset, quantity }) => ({
      account: at,
      asset,
      quantity: toText(quantity),
    })),
    choices: choicesFor(event).map((choice) => ({ ...choice })),
    partners: partnersOf(event, openRowsOf(derived)).map((one) => ({
      event: one.id,
      file: one.source.file,
      line: one.source.line,
      time: toIso(one.time),
      localDate: dateText(localDateOf(one.time, derived.facts.timeZone)),
      words: eventWords(one),
    })),
  };
}

/** The file's own word for the row: readers keep it as its note where no rule asks for it. */
function operationOf({ part, note = '' }: LedgerEvent): string | null {
  return part?.operation ?? (note === '' ? null : note);
}

function whyWords({ part }: LedgerEvent, isHalf: boolean): string {
  if (!isHalf) return 'Hedgerow does not know what the exchange means by this row.';
  if (part?.group.split('|', 1)[0] !== 'dust')
    return 'The row is a part of an event whose other rows were not found, or could be of several.';
  return (
    'Several coins were turned into one in the same second, and the file does not say how much of it each coin brought. ' +
    'The page "Convert small balances" of the exchange does. Where each coin has a row of its own on both sides, say of ' +
    'each that it is one trade with its other row; otherwise write one row a coin in a Hedgerow CSV (kind swap: sent the ' +
    'coin, received its part), name the ids of all these rows under Replaces, each once, and import it.'
  );
}
