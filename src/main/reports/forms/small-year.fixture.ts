/** A small year made by hand: sales, futures and straddle items that reach every part of the forms. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { Disposal, LotId } from '../../../shared/domain/lot.ts';
import { money, quantity } from '../../../shared/num/parse.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import type { TaxPositionId } from '../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import type { TaxItem } from '../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import { emptyRealisedYear } from '../../engine/tax/realised-years.ts';
import { sectionText } from '../render/report-json.ts';
import type { ReportDocument } from '../report-document.ts';
import type { NamedFuture, YearFacts } from '../year-facts.ts';

const rule = { id: 'us/test', law: '26 U.S.C. 1092' };
const instant = instantFromEpochMs(0);

function sale(
  n: number,
  over: { readonly [Key in 'proceeds' | 'cost']: string } & { readonly term: 'short' | 'long' },
): Disposal {
  const proceeds = money(over.proceeds);
  const costBasis = money(over.cost);
  return {
    event: `e${n}` as EventId,
    asset: 'BTC' as AssetId,
    account: 'coinbase' as AccountId,
    quantity: quantity('0.25'),
    lot: `lot${n}` as LotId,
    acquired: instant,
    acquiredDate: localDate('2024-03-01'),
    disposed: instant,
    disposedDate: localDate('2025-06-30'),
    proceeds,
    costBasis,
    gain: money(String(Number(over.proceeds) - Number(over.cost))),
    term: over.term,
    cause: 'sale',
    reason: 'fifo',
    basisUnknown: false,
  };
}

function future(id: string, inStraddle: boolean, section1256: boolean): NamedFuture {
  return {
    id: id as TaxPositionId,
    asset: 'BTC' as AssetId,
    name: id,
    side: 'short',
    section1256,
    coins: quantity('1'),
    opened: localDate('2025-02-03'),
    closed: localDate('2025-05-05'),
    results: [],
    yearEnds: [],
    account: 'cme' as AccountId,
    accountName: 'CME',
    inStraddle,
  };
}

function item(
  of: string,
  kind: TaxItem['kind'],
  character: TaxItem['character'],
  amount: string,
  disposal?: string,
): TaxItem {
  const base = { year: 2025, character, amount: money(amount), of: of as LotId, kind, rule };
  return disposal === undefined ? base : { ...base, disposal };
}

const futures = [
  future('MBT', true, true),
  future('PERP', true, false),
  future('GAIN', true, false),
  future('PLAIN', false, false),
];
export const sales = [
  sale(1, { proceeds: '10000.005', cost: '4000', term: 'long' }), // box K
  sale(2, { proceeds: '900', cost: '1000', term: 'short' }), // box H: a loss of 100
  sale(3, { proceeds: '5000', cost: '3000', term: 'long' }), // half of it restarted: 1,000 short-term
  sale(4, { proceeds: '700', cost: '1500', term: 'long' }), // straddle loss of 800, 300 of it waits
];

export const facts: YearFacts = {
  year: 2025,
  currency: 'USD',
  disposals: {
    count: sales.length,
    at: (place) => sales[place] as Disposal,
    idAt: (place) => `e${place + 1}/1`,
  },
  realised: emptyRealisedYear(2025),
  straddles: {
    year: 2025,
    items: [
      item('MBT', 'result', 'section1256', '-2500'),
      item('MBT', 'deferred', 'section1256', '500'),
      item('PERP', 'result', 'short', '-1000'),
      item('PERP', 'deferred', 'short', '600'),
      item('GAIN', 'result', 'short', '250'),
      item('PLAIN', 'result', 'short', '40'),
      item('lot3', 'term', 'short', '1000', 'e3/1'),
      item('lot3', 'term', 'long', '-1000', 'e3/1'),
      item('lot4', 'deferred', 'long', '300', 'e4/1'),
    ],
    losses: [loss('PERP', '1000', '600', '400', 'short'), loss('lot4', '800', '300', '500', 'long')],
    deferred: [],
    unrecognised: [],
  },
  loose: [],
  isPriceMissing: false,
  offsets: [],
  boxes: { a: false, b: false, c: false, d: false },
  futureOf: (id) => futures.find((one) => one.id === id),
  nameOf: (id) => id,
  eventsOf: () => [],
  accountName: () => 'Coinbase',
  brokerFormOf: () => 'no-basis',
  boughtThere: () => true,
  taxYear: null,
  taxYears: [],
  history: [],
  carrybackYears: new Set(),
};

function loss(
  position: string,
  amount: string,
  gain: string,
  recognised: string,
  character: 'short' | 'long',
): YearFacts['straddles']['losses'][number] {
  return {
    position: position as LotId,
    opened: localDate('2025-02-03'),
    closed: localDate('2025-05-05'),
    loss: money(amount),
    carriedIn: money('0'),
    unrecognisedGain: money(gain),
    recognised: money(recognised),
    character,
  };
}

/** The printed values of a section, row by row, with its totals. */
export function table(document: ReportDocument, id: string): (string | null)[][] {
  const section = document.sections.find((one) => one.id === id);
  if (section === undefined) return [];
  const { rows, totals } = sectionText(section);
  return [...rows, ...(totals === null ? [] : [totals])].map(({ cells }) => cells.map(({ value }) => value));
}
