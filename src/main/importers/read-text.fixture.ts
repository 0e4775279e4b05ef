/** Reads a text as if it were a file, and writes what came of it in lines that a case can state. */
import type { LedgerEvent, Leg } from '../../shared/domain/event.ts';
import { toText } from '../../shared/num/format.ts';
import { type Instant, instantFromIso, toIso } from '../../shared/time/instant.ts';
import { timeZone, timeZoneText } from '../../shared/time/time-zone.ts';
import type { DateOrder } from './cells/date-order.ts';
import type { EventDraft, Importer, RowProblem, Sink } from './importer.ts';
import { openExport, readRows } from './read-export.ts';

export interface ReadOptions {
  readonly file?: string;
  readonly zone?: string;
  readonly now?: Instant;
  readonly format?: string;
  readonly market?: string;
  readonly dateOrder?: DateOrder;
  /** Importers of mappings. */
  readonly own?: readonly Importer[];
  readonly sliceBytes?: number;
}

export interface ReadText {
  /** The code of a failure of the whole file. */
  readonly failure: string | null;
  readonly message: string;
  readonly format: string;
  readonly variant: string;
  readonly why: string;
  /** "UTC assumed", "-06:00 file-name". */
  readonly zone: string;
  readonly rows: number;
  readonly drafts: readonly EventDraft[];
  /** In the order of lines. */
  readonly events: readonly string[];
  readonly prices: readonly string[];
  /** "2 2025-07-01T00:00:00Z funding-rate binance-um:BTCUSDT 0.0001 8h". */
  readonly observations: readonly string[];
  readonly accounts: readonly string[];
  /** "4 not-final". */
  readonly ignored: readonly string[];
  readonly problems: readonly RowProblem[];
  /** "3 error import/negative". */
  readonly problemLines: readonly string[];
}

const nothing: ReadText = {
  failure: null,
  message: '',
  format: '',
  variant: '',
  why: '',
  zone: '',
  rows: 0,
  drafts: [],
  events: [],
  prices: [],
  observations: [],
  accounts: [],
  ignored: [],
  problems: [],
  problemLines: [],
};

const testNow: Instant = instantFromIso('2026-11-22T12:00:00Z');

/** Reads text, or bytes. */
export function readText(content: string | Uint8Array, options: ReadOptions = {}): ReadText {
  const { file = 'export.csv', now = testNow, format } = options;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const opened = openExport(file, bytes, format, options.market, options.own);
  if (!opened.ok) return { ...nothing, failure: opened.failure.code, message: opened.failure.message };
  const { importer, detection } = opened.value;
  const drafts: EventDraft[] = [];
  const problems: RowProblem[] = [];
  const prices: string[] = [];
  const observations: string[] = [];
  const accounts: string[] = [];
  const ignored: string[] = [];
  const sink: Sink = {
    event: (_, draft) => void drafts.push(draft),
    price: ({ of, time, price }, line, _, quote) => {
      const money = quote === undefined ? '' : ` ${quote}`;
      prices.push(`${line} ${toIso(time)} ${of} ${toText(price)}${money}`);
    },
    observation: ({ measure, of, level, time, value, hours }, line) => {
      const span = hours === null ? [] : [`${hours}h`];
      const what = level === '' ? measure : `${measure} ${level}`;
      observations.push([line, toIso(time), what, of, toText(value), ...span].join(' '));
    },
    account: ({ id, kind }) => void accounts.push(`${id} ${kind}`),
    ignored: (rule, line) => void ignored.push(`${line} ${rule}`),
    problem: (problem) => void problems.push(problem),
  };
  const zone = options.zone === undefined ? detection.zone.zone : timeZone(options.zone);
  const { dateOrder, sliceBytes } = options;
  const choice = { account: importer.account, zone, now, ...(dateOrder !== undefined && { dateOrder }) };
  const steps = readRows(opened.value, choice, sink, sliceBytes);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  if (!step.value.ok)
    return { ...nothing, failure: step.value.failure.code, message: step.value.failure.message };
  const inLines = drafts.toSorted((a, b) => a.line - b.line);
  return {
    failure: null,
    message: '',
    format: importer.id,
    variant: detection.variant,
    why: detection.why,
    zone: `${timeZoneText(zone)} ${options.zone === undefined ? detection.zone.from : 'given'}`,
    rows: step.value.value.rows,
    drafts: inLines,
    events: inLines.map(eventLine),
    prices,
    observations,
    accounts,
    ignored,
    problems,
    problemLines: problems
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, severity, failure }) => `${line} ${severity} ${failure.code}`),
  };
}

/** "3 2025-01-02T03:04:05Z buy: +0.1 BTC, -4000 USDT, -0.001 BNB fee". */
function eventLine(draft: EventDraft): string {
  const parts = [...draft.legs.map(legText), ...fillText(draft)];
  const { contract, reason, carriedBasis, part, opened } = draft;
  if (contract !== undefined) parts.push(`on ${contract}`);
  if (reason !== undefined) parts.push(`reason ${reason}`);
  if (opened !== undefined) parts.push(`opened ${toIso(opened)}`);
  if (part !== undefined) parts.push(`part of ${part.group} (${part.operation})`);
  if (part?.feeSign !== undefined) parts.push('the sign of the fee is a guess');
  if (carriedBasis !== undefined) {
    parts.push(`cost ${toText(carriedBasis.costBasis)} from ${toIso(carriedBasis.acquired)}`);
  }
  return `${draft.line} ${toIso(draft.time)} ${draft.kind}: ${parts.join(', ')}`.replace(/: $/u, '');
}

function legText({ quantity, asset, role, value, account, balanceAfter }: Leg): string {
  const text = toText(quantity);
  const words = [`${text.startsWith('-') ? '' : '+'}${text}`, asset];
  if (role !== 'principal') words.push(role);
  if (value !== undefined) words.push(`worth ${toText(value)}`);
  if (balanceAfter !== undefined) words.push(`then ${toText(balanceAfter)}`);
  if (!defaultAccounts.has(account)) words.push(`in ${account}`);
  return words.join(' ');
}

const defaultAccounts: ReadonlySet<string> = new Set(['binance', 'binance-futures', 'coinbase']);

function fillText({ fill }: Pick<LedgerEvent, 'fill'>): readonly string[] {
  if (fill === undefined) return [];
  const side = fill.positionSide === 'one-way' ? '' : ` (${fill.positionSide})`;
  return [`${fill.side} ${toText(fill.quantity)} ${fill.contract} at ${toText(fill.price)}${side}`];
}
