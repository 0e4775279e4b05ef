/** A case of the ledger with all that is said about it: what was assumed, from where, and what could not be known. */
import type { z } from 'zod';
import type { exitRequest } from '../../../../shared/contract/exit-request.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { CandidateDate, ExitCase } from '../../../engine/exit/exit-case.ts';

export type ExitRequest = z.output<typeof exitRequest>;

/** A figure that was not computed but given or assumed. */
export interface Assumed {
  /** "discountPerYear" */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** "yours", "assumed", "the catalogue of contracts, as of 2026-10-01" */
  readonly from: string;
}

export interface ExitSetup extends ExitCase {
  readonly horizon: LocalDate;
  /** Candidate days for which there was no room. */
  readonly leftOut: readonly CandidateDate[];
  readonly assumptions: readonly Assumed[];
  /** Whole sentences: what binds the plan, and what was taken for granted. */
  readonly notes: readonly string[];
  readonly setupIssues: readonly Issue[];
}
