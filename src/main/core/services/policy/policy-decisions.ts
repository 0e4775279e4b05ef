import type { z } from 'zod';
import type { policyCalls } from '../../../../shared/contract/policy-calls.ts';
import type { IdentificationRecord } from '../../../../shared/domain/hedge.ts';
import type { PolicyDecisionKind } from '../../../../shared/domain/policy.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { DecidedOn } from '../../../engine/rebalance/policy/firings.ts';
import { decisionWords } from '../../../engine/rebalance/policy/decision-words.ts';
import { keptFor } from '../../kept-for.ts';

export type DecisionText = z.output<(typeof policyCalls)['policy.decide']['output']>;

export interface StoredDecision extends DecidedOn {
  readonly text: DecisionText;
}

/** What a record of a decision holds: with the words of the rules, so that it says all by itself. */
export interface DecisionBody {
  readonly decided: PolicyDecisionKind;
  readonly date: string;
  readonly note: string | null;
  readonly firings: readonly { readonly id: string; readonly words: string }[];
}

/** Decisions about rules that fired, oldest first. */
export const storedDecisions = keptFor(
  (records: readonly IdentificationRecord[]): readonly StoredDecision[] =>
    records.filter(({ kind }) => kind === 'policy-decision').map(decisionOf),
);

export function decisionOf(record: IdentificationRecord): StoredDecision {
  const { decided, date, note, firings } = JSON.parse(record.body) as DecisionBody;
  const { sequence, recordedAt, hash } = record;
  return {
    date: localDate(date),
    firings: firings.map(({ id }) => id),
    text: {
      decided,
      words: decisionWords[decided],
      note,
      date,
      record: { sequence, recordedAt: toIso(recordedAt), hash },
    },
  };
}
