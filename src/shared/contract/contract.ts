import type { z } from 'zod';
import type { Result } from '../errors/failure.ts';
import { alternativesCalls } from './alternatives-calls.ts';
import { calcCalls } from './calc-calls.ts';
import { calendarCalls } from './calendar-calls.ts';
import { contractsCalls } from './contracts-calls.ts';
import { electionsCalls } from './elections-calls.ts';
import { exitCalls } from './exit-calls.ts';
import { exitSheetCalls } from './exit-sheet-calls.ts';
import { exitScenariosCalls } from './exit-scenarios-calls.ts';
import { exitUncertaintyCalls } from './exit-uncertainty-calls.ts';
import { hedgeChecksCalls } from './hedge-checks-calls.ts';
import { hedgeLegsCalls } from './hedge-legs-calls.ts';
import { hedgeTaxCalls } from './hedge-tax-calls.ts';
import { holdingsCalls } from './holdings-calls.ts';
import { importCalls } from './import-calls.ts';
import { ledgerCalls } from './ledger-calls.ts';
import { mappingCalls } from './mapping-calls.ts';
import { marketCalls } from './market-calls.ts';
import { monitorCalls } from './monitor-calls.ts';
import { planCalls } from './plan-calls.ts';
import { policyCalls } from './policy-calls.ts';
import { tickerCalls } from './tickers-calls.ts';
import { transferCalls } from './transfers-calls.ts';
import { projectionCalls } from './projection-calls.ts';
import { reconcileCalls } from './reconcile-calls.ts';
import { reportsCalls } from './reports-calls.ts';
import { stressCalls } from './stress-calls.ts';
import { targetsCalls } from './targets-calls.ts';

/** Every call there is. Client, handler map and query keys are inferred from it. */
export const contract = {
  ...ledgerCalls,
  ...importCalls,
  ...reconcileCalls,
  ...holdingsCalls,
  ...electionsCalls,
  ...targetsCalls,
  ...alternativesCalls,
  ...planCalls,
  ...policyCalls,
  ...tickerCalls,
  ...transferCalls,
  ...exitUncertaintyCalls,
  ...exitCalls,
  ...exitSheetCalls,
  ...projectionCalls,
  ...calendarCalls,
  ...exitScenariosCalls,
  ...contractsCalls,
  ...stressCalls,
  ...hedgeLegsCalls,
  ...hedgeChecksCalls,
  ...hedgeTaxCalls,
  ...monitorCalls,
  ...mappingCalls,
  ...marketCalls,
  ...reportsCalls,
  ...calcCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What a handler gets, after parsing. */
export type CallRequest<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallAnswer<Name extends CallName> = z.output<Contract[Name]['output']>;
export type CallResult<Name extends CallName> = Result<CallAnswer<Name>>;

/** How far a call under way is. */
export interface SaidProgress {
  readonly phase: string;
  readonly done: number;
  /** null where the end is not known yet. */
  readonly total: number | null;
  /** Rows so far, where `done` counts the bytes of a file. */
  readonly rows?: number;
}

/** Pushed from the core to whoever listens. */
export type Push =
  | (SaidProgress & {
      readonly type: 'progress';
      /** The id the caller gave the call. */
      readonly call: string;
    })
  | { readonly type: 'stale'; readonly prefixes: readonly string[] }
  | { readonly type: 'locked'; readonly reason: 'user' | 'idle' | 'core-ended' };
