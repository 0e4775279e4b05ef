import type { z } from 'zod';
import type { hedgeLegLife } from '../../../../shared/contract/hedge-calls.ts';
import type { IdentificationRecord } from '../../../../shared/domain/hedge.ts';
import { listText } from '../../../engine/words.ts';
import { toIso } from '../../../../shared/time/instant.ts';

type RecordText = z.output<typeof hedgeLegLife>['records'][number];

/** The identifications that name a leg, oldest first. */
export function legRecords(
  leg: string,
  plan: string,
  records: readonly IdentificationRecord[],
): RecordText[] {
  return records.filter((record) => names(record, leg, plan)).map(recordText);
}

export function recordText({ sequence, recordedAt, kind, hash, body }: IdentificationRecord): RecordText {
  return { sequence, recordedAt: toIso(recordedAt), kind, hash, words: wordsOf(kind, body) };
}

interface Body {
  readonly leg?: string;
  readonly lots?: readonly unknown[];
  readonly fills?: readonly unknown[];
  readonly legs?: readonly { readonly leg: string; readonly lots: readonly unknown[] }[];
}

/** What a record identifies: which legs, with how many lots. */
function wordsOf(kind: IdentificationRecord['kind'], text: string): string {
  const body = JSON.parse(text) as Body;
  const count = (many: readonly unknown[], one: string): string =>
    `${many.length} ${many.length === 1 ? one : `${one}s`}`;
  if (kind === 'leg-fills')
    return `${body.leg ?? ''}: ${count(body.fills ?? [], 'fill')}, hedging ${count(body.lots ?? [], 'lot')}.`;
  const legs = (body.legs ?? []).map(({ leg, lots }) => `${leg} hedges ${count(lots, 'lot')}`);
  return `The plan was put on record: ${listText(legs)}.`;
}

function names({ kind, body }: IdentificationRecord, leg: string, plan: string): boolean {
  if (kind !== 'hedged-lots' && kind !== 'leg-fills') return false;
  const parsed = JSON.parse(body) as { plan?: unknown; leg?: unknown };
  return parsed.plan === plan && (parsed.leg === undefined || parsed.leg === leg);
}
