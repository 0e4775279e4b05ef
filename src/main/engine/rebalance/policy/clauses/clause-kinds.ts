import { bands } from './bands.ts';
import { calendar } from './calendar.ts';
import type { ClauseKind } from './clause.ts';
import { hold } from './hold.ts';
import { back, cost, once } from './limits.ts';
import { others } from './others.ts';

/** Every kind of clause, in the order in which they are tried: what could be read as two things stands earlier. */
export const clauseKinds: readonly ClauseKind[] = [others, once, cost, back, calendar, hold, bands];

/** The same in the order in which one writes them. */
export const clausesToWrite: readonly ClauseKind[] = [hold, others, bands, calendar, once, back, cost];
