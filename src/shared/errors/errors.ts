import { callErrors } from './call-errors.ts';
import { contractErrors } from './contract-errors.ts';
import { electionErrors } from './election-errors.ts';
import { engineErrors } from './engine-errors.ts';
import { exitErrors } from './exit-errors.ts';
import { futuresErrors } from './futures-errors.ts';
import { hedgeErrors } from './hedge-errors.ts';
import { importErrors } from './import-errors.ts';
import { ledgerErrors } from './ledger-errors.ts';
import { lotErrors } from './lot-errors.ts';
import { mappingErrors } from './mapping-errors.ts';
import { marketErrors } from './market-errors.ts';
import { policyErrors } from './policy-errors.ts';
import { reportErrors } from './report-errors.ts';
import { stressErrors } from './stress-errors.ts';
import { taxErrors } from './tax-errors.ts';

export interface ErrorWords {
  readonly message: string;
  readonly fix: string;
}

/**
 * The one table of codes. A message says what happened and what was not changed; a fix says what to do.
 * Names in braces are filled in by `failure`; leaving one out does not compile.
 */
export const errors = {
  ...callErrors,
  ...ledgerErrors,
  ...importErrors,
  ...engineErrors,
  ...lotErrors,
  ...electionErrors,
  ...futuresErrors,
  ...stressErrors,
  ...hedgeErrors,
  ...contractErrors,
  ...mappingErrors,
  ...marketErrors,
  ...policyErrors,
  ...reportErrors,
  ...taxErrors,
  ...exitErrors,
} as const satisfies Record<string, ErrorWords>;

export type ErrorCode = keyof typeof errors;
