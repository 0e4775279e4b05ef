import type { z } from 'zod';
import type { hedgeLegLife } from '../../../../shared/contract/hedge-calls.ts';
import type { IdentificationRecord } from '../../../../shared/domain/hedge.ts';
import { toIso } from '../../../../shared/time/instant.ts';

type RecordText = z.output<typeof hedgeLegLife>['records'][number];

const WORDS: Readonly<Partial<Record<IdentificationRecord['kind'], string>>> = {
  'hedged-lots': 'The plan was saved, with the lots that the leg is to hedge.',
  'leg-fills': 'The fills of the leg, and the lots that it hedges with them.',
};

/** The identifications that name a leg, oldest first. */
export function legRecords(
  leg: string,
  plan: string,
  records: readonly IdentificationRecord[],
): RecordText[] {
  return records.filter((record) => names(record, leg, plan)).map(recordText);
}

export function recordText({ sequence, recordedAt, kind, hash }: IdentificationRecord): RecordText {
  return { sequence, recordedAt: toIso(recordedAt), kind, hash, words: WORDS[kind] ?? kind };
}

function names({ kind, body }: IdentificationRecord, leg: string, plan: string): boolean {
  if (kind !== 'hedged-lots' && kind !== 'leg-fills') return false;
  const parsed = JSON.parse(body) as { plan?: unknown; leg?: unknown };
  return parsed.plan === plan && (parsed.leg === undefined || parsed.leg === leg);
}
