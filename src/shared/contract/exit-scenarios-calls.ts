/** Named copies of assumptions over the same ledger. They are kept beside the facts and never take their place. */
import { z } from 'zod';
import { command, query, task } from './call.ts';
import { exitRequest } from './exit-request.ts';
import { exitScheduleText } from './exit-schedule-text.ts';
import { afterExitPlan } from './exit-sheet-calls.ts';
import { projectionScenario } from './projection-calls.ts';
import { dateText, decimalText, instantText, issue, nothing, trace } from './texts.ts';

const scenarioId = z.string().min(1).max(40);
/** The column of the ledger as it is, with no assumption changed. */
const today = z.literal('today');

const assumptions = {
  name: z.string().trim().min(1).max(80),
  note: z.string().max(1000).optional(),
  /** What an exit plan is asked with. */
  exit: exitRequest.optional(),
  /** What is otherwise about taxes, prices and plans, as the projection's what-if takes it. */
  tax: projectionScenario.optional(),
};

const scenarioText = z.strictObject(assumptions);

const listed = z.strictObject({
  ...assumptions,
  /** "scenario-1" */
  id: scenarioId,
  note: z.string(),
  createdAt: instantText,
  changedAt: instantText,
  /** All that is assumed otherwise than in the ledger, each a whole sentence. */
  words: z.array(z.string()),
});

/** As the ledger keeps them: a document. */
export const keptScenarios = z.array(
  scenarioText.extend({ id: scenarioId, createdAt: instantText, changedAt: instantText }),
);

const list = z.strictObject({ scenarios: z.array(listed) });

const column = z.strictObject({
  /** "today" for the ledger as it is. */
  id: z.string(),
  name: z.string(),
  note: z.string(),
  /** True for the ledger as it is; all others are assumed, and have to be shown as that. */
  isLedger: z.boolean(),
  words: z.array(z.string()),
  /** One sentence that says what to do; null where no plan could be made. */
  sentence: z.string().nullable(),
  status: z.enum(['optimal', 'feasible']).nullable(),
  stoppedBy: z.enum(['time-limit']).nullable(),
  /** What `scenarios.apply` takes, so that what was shown is what is created; null without a plan. */
  schedule: exitScheduleText.nullable(),
  /** Why there is none: what stands in its way, and what to do. */
  failure: z.strictObject({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
  issues: z.array(issue),
  /** By the ids of rows: why a figure is what it is. */
  traces: z.array(z.strictObject({ row: z.string(), trace })),
});

const row = z.strictObject({
  /** "cost", "added:2027", "sell:BTC:2027-03-01" */
  id: z.string(),
  group: z.enum(['cost', 'tax', 'dates', 'quantities', 'result', 'search']),
  label: z.string(),
  /** A currency or coin; "date", "words" and "share" for what is none. */
  unit: z.string(),
  /** One a column; null where a column has none, or nobody knows. */
  values: z.array(z.string().nullable()),
  /** Whether columns differ: by value, not by how it is written. */
  differs: z.boolean(),
  /** Of the columns with a figure, those with the least; empty where less is not better, or all are equal. */
  least: z.array(z.number().int()),
});

const stale = ['scenarios.', 'ledger.'];

export const exitScenariosCalls = {
  'scenarios.list': query(nothing, list),
  /** Keeps a scenario; with an id it takes the place of that one. */
  'scenarios.save': command(scenarioText.extend({ id: scenarioId.optional() }), list, stale),
  'scenarios.rename': command(
    z.strictObject({ id: scenarioId, name: assumptions.name, note: assumptions.note }),
    list,
    stale,
  ),
  'scenarios.remove': command(z.strictObject({ id: scenarioId }), list, stale),
  /** A plan for each, side by side. Phases: "Scenario 1 of 3: …". Nothing is stored. */
  'scenarios.compare': task(
    z.strictObject({
      columns: z
        .array(z.union([today, scenarioId]))
        .min(1)
        .max(4),
      /** What the ledger as it is is asked with, as the exit plan would be: else a scenario differs from it in that, too. */
      ledger: exitRequest.optional(),
      /** For each column; the best so far where it is over. */
      seconds: z.number().min(0.1).max(600).optional(),
    }),
    z.strictObject({
      asOf: dateText,
      currency: z.string(),
      /** What has to stand over it wherever it is shown. */
      title: z.string(),
      columns: z.array(column),
      rows: z.array(row),
      /** What decides, in whole sentences. */
      words: z.array(z.string()),
    }),
  ),
  /** Saves the scenario's plan as an exit plan of today's ledger: dated steps, no event. */
  'scenarios.apply': task(
    z.strictObject({
      id: scenarioId,
      /** As `scenarios.compare` answered it: a search would hold the ledger for as long as it takes. */
      schedule: exitScheduleText,
      /** Of the exit plan; the scenario's where left out. */
      name: assumptions.name.optional(),
    }),
    z.strictObject({
      /** The exit plan that was created. */
      plan: z.string(),
      name: z.string(),
      steps: z.array(z.strictObject({ date: dateText, words: z.string() })),
      /** At today's facts; what the scenario assumes about taxes is not in it. */
      cost: decimalText,
      words: z.array(z.string()),
    }),
    afterExitPlan,
  ),
};
