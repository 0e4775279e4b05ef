/** Plain lists of a ledger: lots held, what left, every event. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Disposal, OpenLot } from '../../../shared/domain/lot.ts';
import type { ReportKind } from '../../../shared/domain/report-kind.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { blank, cell, ROUNDING_NOTE } from '../report-document.ts';
import type {
  ReportColumn,
  ReportDocument,
  ReportRow,
  ReportSection,
  RowSource,
} from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';

/** Where an event stands in a file. */
export type PlaceOf = (event: LedgerEvent['id']) => { readonly file: string; readonly line: number };
type NameOf = (account: AccountId) => string;

function paper(
  kind: ReportKind,
  year: number | null,
  section: ReportSection,
  notes: readonly string[],
): ReportDocument {
  const { title, purpose } = kindWords[kind];
  return { kind, title, purpose, year, sections: [section], notes: [ROUNDING_NOTE, ...notes], issues: [] };
}

const column = (id: string, title: string, kind: ReportColumn['kind'], width = 1): ReportColumn => ({
  id,
  title,
  kind,
  width,
});

/** From when all of a lot is long-term, straddles counted (null while units of it stand still), and what a hedge did to it. */
export type ClockOf = (lot: OpenLot) => {
  readonly longTermFrom: LocalDate | null;
  readonly words: string | null;
};

/** What is held, purchase by purchase. */
export function lotsPaper(
  lots: readonly OpenLot[],
  { accountName, placeOf, clockOf }: { accountName: NameOf; placeOf: PlaceOf; clockOf: ClockOf },
): ReportDocument {
  const total = lots.reduce((sum, { costBasis }) => add(sum, costBasis), zeroMoney);
  const section: ReportSection = {
    id: 'lots',
    title: 'Lots held',
    notes: [],
    columns: [
      column('asset', 'Asset', 'text', 0.6),
      column('account', 'Account', 'text', 1.2),
      column('quantity', 'Quantity', 'quantity', 1.4),
      column('acquired', 'Acquired', 'date'),
      column('costBasis', 'Cost basis', 'money', 1.2),
      column('longTermFrom', 'Long-term from', 'date'),
      column('note', 'Note', 'text', 1.2),
      column('lot', 'Lot', 'text', 1.6),
      column('source', 'File and line', 'text', 1.8),
    ],
    rows: {
      count: lots.length,
      at(place): ReportRow {
        const lot = lots[place];
        if (lot === undefined) return [];
        const explain = `lot:${lot.id}@${lot.account}`;
        const { longTermFrom, words } = clockOf(lot);
        const unknown = lot.basisUnknown ? ['Cost not known, counted as zero.'] : [];
        const note = [...unknown, ...(words === null ? [] : [words])].join(' ');
        return [
          cell(lot.asset),
          cell(accountName(lot.account)),
          cell(lot.quantity, `${explain}/quantity`),
          cell(dateText(lot.acquiredDate)),
          cell(lot.costBasis, `${explain}/costBasis`),
          cell(longTermFrom === null ? 'stands still' : dateText(longTermFrom), `${explain}/longTermFrom`),
          note === '' ? blank : cell(note),
          cell(lot.id),
          cell(sourceText(placeOf(lot.event))),
        ];
      },
    },
    totals: [cell('Total'), blank, blank, blank, cell(total), blank, blank, blank, blank],
  };
  return paper('lots', null, section, [
    'A hedge can end the holding period of coins, which then begins anew when it is closed (Reg. 1.1092(b)-2T(a)): the date is that of the last of the lot’s units, and the note says which of them it is about.',
  ]);
}

/** What left in a year, untaxed departures included. */
export function disposalsPaper(
  year: number,
  disposals: { readonly count: number; at(place: number): Disposal; idAt(place: number): string },
  { accountName, placeOf }: { accountName: NameOf; placeOf: PlaceOf },
): ReportDocument {
  const sums = { proceeds: zeroMoney, costBasis: zeroMoney, gain: zeroMoney };
  for (let place = 0; place < disposals.count; place++) {
    const { proceeds, costBasis, gain } = disposals.at(place);
    sums.proceeds = add(sums.proceeds, proceeds);
    sums.costBasis = add(sums.costBasis, costBasis);
    sums.gain = add(sums.gain, gain);
  }
  const rows: RowSource = {
    count: disposals.count,
    at(place): ReportRow {
      const one = disposals.at(place);
      const explain = `disposal:${disposals.idAt(place)}`;
      return [
        cell(one.asset),
        cell(accountName(one.account)),
        cell(one.quantity, `${explain}/quantity`),
        cell(dateText(one.acquiredDate), `${explain}/acquired`),
        cell(dateText(one.disposedDate), `${explain}/disposed`),
        cell(one.proceeds, `${explain}/proceeds`),
        cell(one.costBasis, `${explain}/costBasis`),
        cell(one.gain, `${explain}/gain`),
        cell(one.term, `${explain}/term`),
        cell(one.cause),
        cell(one.reason, `${explain}/reason`),
        cell(sourceText(placeOf(one.event))),
      ];
    },
  };
  const section: ReportSection = {
    id: 'disposals',
    title: `Disposals of ${year}`,
    notes: ['Gifts, donations and losses leave at cost: they are no gains and stand on no form.'],
    columns: [
      column('asset', 'Asset', 'text', 0.6),
      column('account', 'Account', 'text'),
      column('quantity', 'Quantity', 'quantity', 1.3),
      column('acquired', 'Acquired', 'date', 0.9),
      column('disposed', 'Disposed', 'date', 0.9),
      column('proceeds', 'Proceeds', 'money'),
      column('costBasis', 'Cost basis', 'money'),
      column('gain', 'Gain or loss', 'money'),
      column('term', 'Term', 'text', 0.5),
      column('cause', 'Why it left', 'text', 0.7),
      column('reason', 'Why this lot', 'text', 0.7),
      column('source', 'File and line', 'text', 1.6),
    ],
    rows,
    totals: [
      cell('Total'),
      blank,
      blank,
      blank,
      blank,
      cell(sums.proceeds),
      cell(sums.costBasis),
      cell(sums.gain),
      blank,
      blank,
      blank,
      blank,
    ],
  };
  return paper('disposals', year, section, []);
}

/** An event of the journal, with the words that a person checks it by. */
export interface JournalEntry {
  readonly event: LedgerEvent;
  readonly date: string;
  readonly words: string;
}

/** Every event of a year, a row for each thing it moved. */
export function journalPaper(
  year: number,
  entries: { readonly count: number; at(place: number): JournalEntry },
  accountName: NameOf,
): ReportDocument {
  const section: ReportSection = {
    id: 'journal',
    title: `Events of ${year}`,
    notes: [],
    columns: [
      column('date', 'Local date', 'date', 0.8),
      column('time', 'Time (UTC)', 'text', 1.4),
      column('kind', 'Kind', 'text', 0.8),
      column('words', 'What happened', 'text', 2),
      column('legs', 'What moved', 'text', 2.6),
      column('event', 'Event', 'text', 1.4),
      column('source', 'File and line', 'text', 1.6),
    ],
    rows: {
      count: entries.count,
      at(place): ReportRow {
        const { event, date, words } = entries.at(place);
        const moved = event.legs.map(
          ({ account, asset, quantity, role }) =>
            `${accountName(account)}: ${toText(quantity)} ${asset} (${role})`,
        );
        return [
          cell(date),
          cell(toIso(event.time)),
          cell(event.kind),
          cell(words, `event:${event.id}`),
          cell(moved.join('; ')),
          cell(event.id),
          cell(sourceText(event.source)),
        ];
      },
    },
    totals: null,
  };
  return paper('journal', year, section, [
    'Rows that repeat another row of a file, and events that were replaced, are left out; they are marked under Transactions.',
  ]);
}

function sourceText({ file, line }: { readonly file: string; readonly line: number }): string {
  return file === '' || line === 0 ? 'typed by you' : `${file}:${line}`;
}
