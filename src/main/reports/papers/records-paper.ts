import type { IdentificationRecord } from '../../../shared/domain/hedge.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { cell, rowsOf } from '../report-document.ts';
import type { ReportDocument } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';

const words: { readonly [Kind in IdentificationRecord['kind']]: string } = {
  'hedged-lots': 'Lots that a hedge covers',
  'leg-fills': 'Fills that are a hedge',
  'plan-dropped': 'Plan dropped',
  'straddle-identification': 'Straddle identified',
  'standing-lot-order': 'Standing order about lots',
  'lot-identification': 'Lots of the next sales',
  'basis-allocation': 'Basis of 2025 divided',
  election: 'Choice made',
  'policy-decision': 'Decided about a rule of the targets',
};

/** The chain of identification records. In: whether it was intact when it was computed anew. */
export function identificationsPaper(
  records: readonly IdentificationRecord[],
  isIntact: boolean,
): ReportDocument {
  const { title, purpose } = kindWords.identifications;
  return {
    kind: 'identifications',
    title,
    purpose,
    year: null,
    sections: [
      {
        id: 'records',
        title: 'Records',
        notes: [
          isIntact
            ? 'The chain is intact: every record’s hash was computed anew and holds the hash of the one before.'
            : 'The chain is broken: at least one record is not what was written. Do not rely on it.',
        ],
        columns: [
          { id: 'sequence', title: 'No.', kind: 'count', width: 0.4 },
          { id: 'recordedAt', title: 'Recorded (UTC)', kind: 'text', width: 1.3 },
          { id: 'kind', title: 'What', kind: 'text', width: 1.2 },
          { id: 'body', title: 'Content', kind: 'text', width: 3.5 },
          { id: 'hash', title: 'SHA-256', kind: 'text', width: 2 },
          { id: 'previous', title: 'Of the record before', kind: 'text', width: 2 },
        ],
        rows: rowsOf(
          records.map(({ sequence, recordedAt, kind, body, hash, previousHash }) => [
            cell(sequence),
            cell(toIso(recordedAt)),
            cell(words[kind]),
            cell(body),
            cell(hash),
            cell(previousHash),
          ]),
        ),
        totals: null,
      },
    ],
    notes: [
      'Several choices count only if they were on record the same day. The time is that of the computer on which the record was made; a dated copy of this paper outside the computer is better proof (Reg. 1.1092(b)-3T(d)).',
    ],
    issues: [],
  };
}
