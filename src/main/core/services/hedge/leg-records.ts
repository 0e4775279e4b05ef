import type { z } from 'zod';
import type { hedgeLegLife } from '../../../../shared/contract/hedge-legs-calls.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { IdentificationRecord } from '../../../../shared/domain/hedge.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { listText } from '../../../engine/words.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { keptFor } from '../../kept-for.ts';

type RecordText = z.output<typeof hedgeLegLife>['records'][number];

interface OfLeg {
  /** Oldest first. */
  readonly records: readonly RecordText[];
  /** Every fill that one of them names as the leg's. */
  readonly fills: ReadonlySet<EventId>;
  /** Its plan was made of positions that were open already. */
  readonly adopted: boolean;
}

const nothing: OfLeg = { records: [], fills: new Set(), adopted: false };

/** The identifications that name a leg. In: all records, oldest first; each is read once. */
export function legRecords(leg: string, plan: string, records: readonly IdentificationRecord[]): OfLeg {
  return recordsByLeg(records).get(keyOf(plan, leg)) ?? nothing;
}

export function recordText(record: IdentificationRecord): RecordText {
  return textOf(record, JSON.parse(record.body) as Body);
}

interface BodyOfLeg {
  readonly leg: string;
  readonly lots?: readonly unknown[];
  /** A plan's own record has them where its legs were open already. */
  readonly fills?: readonly { readonly event: string }[];
}

interface Body extends Partial<BodyOfLeg> {
  readonly plan?: string;
  readonly adopted?: boolean;
  /** Of a straddle identification. */
  readonly regime?: StraddleRegime;
  readonly keptElsewhere?: boolean;
  readonly legs?: readonly BodyOfLeg[];
}

interface Found {
  readonly records: RecordText[];
  readonly fills: Set<EventId>;
  adopted: boolean;
}

const OF_LEGS: ReadonlySet<IdentificationRecord['kind']> = new Set([
  'hedged-lots',
  'leg-fills',
  'straddle-identification',
]);

const recordsByLeg = keptFor((records: readonly IdentificationRecord[]): ReadonlyMap<string, OfLeg> => {
  const found = new Map<string, Found>();
  for (const record of records) {
    if (!OF_LEGS.has(record.kind)) continue;
    const body = JSON.parse(record.body) as Body;
    const text = textOf(record, body);
    for (const one of legsOf(body)) {
      const key = keyOf(body.plan ?? '', one.leg);
      let known = found.get(key);
      if (known === undefined) found.set(key, (known = { records: [], fills: new Set(), adopted: false }));
      known.records.push(text);
      known.adopted ||= body.adopted === true;
      for (const { event } of one.fills ?? []) known.fills.add(event as EventId);
    }
  }
  return found;
});

function legsOf({ leg, lots, fills, legs }: Body): readonly BodyOfLeg[] {
  return leg === undefined
    ? (legs ?? [])
    : [{ leg, ...(lots === undefined ? {} : { lots }), ...(fills === undefined ? {} : { fills }) }];
}

const keyOf = (plan: string, leg: string): string => `${plan} ${leg}`;

function textOf({ sequence, recordedAt, kind, hash }: IdentificationRecord, body: Body): RecordText {
  return { sequence, recordedAt: toIso(recordedAt), kind, hash, words: wordsOf(kind, body) };
}

/** What a record identifies: which legs, with how many lots. */
function wordsOf(kind: IdentificationRecord['kind'], body: Body): string {
  const count = (many: readonly unknown[], one: string): string =>
    `${many.length} ${many.length === 1 ? one : `${one}s`}`;
  if (kind === 'straddle-identification')
    return `${body.leg ?? ''} is marked as "${body.regime ?? 'none'}" with ${count(body.lots ?? [], 'lot')}${body.keptElsewhere === true ? '; kept elsewhere from its day' : ''}.`;
  if (kind === 'leg-fills')
    return `${body.leg ?? ''}: ${count(body.fills ?? [], 'fill')}, hedging ${count(body.lots ?? [], 'lot')}.`;
  const legs = (body.legs ?? []).map(({ leg, lots }) => `${leg} hedges ${count(lots ?? [], 'lot')}`);
  return `The plan was put on record: ${listText(legs)}.`;
}
