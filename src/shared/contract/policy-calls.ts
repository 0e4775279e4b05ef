import { z } from 'zod';
import { aboutFutures, command, query } from './call.ts';
import { policyText, wholePolicy } from './policy-text.ts';
import { askedDate, dateText, decimalText, instantText, issue, nothing, trace } from './texts.ts';

/** Something in a policy's sentences that was not understood or cannot be. Places count from 0, `to` is behind the last letter. */
const problem = z.strictObject({
  message: z.string(),
  /** What could be written instead. */
  instead: z.string(),
  /** The words meant; '' where it is about the whole. */
  words: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  /** Both from 1, for people. */
  line: z.number().int(),
  column: z.number().int(),
});

const policyState = z.strictObject({
  policy: wholePolicy.nullable(),
  /** The policy as sentences that `policy.parse` reads back. */
  sentence: z.string().nullable(),
  /** Oldest first; the last one is in force. */
  versions: z.array(
    z.strictObject({
      version: z.number().int(),
      savedAt: instantText,
      sentence: z.string(),
      /** What differs from the version before, each a sentence; empty for the first. */
      changes: z.array(z.string()),
    }),
  ),
});

const weights = {
  spotValue: decimalText,
  /** Cash takes the other side of every coin's futures. */
  futuresValue: decimalText,
  effectiveValue: decimalText,
  spotWeight: decimalText,
  effectiveWeight: decimalText,
};

const driftLine = z.strictObject({
  /** The ticker, "CASH", or the group's name. */
  of: z.string(),
  kind: z.enum(['asset', 'cash', 'group', 'other']),
  target: decimalText,
  ...weights,
  drift: decimalText,
  driftValue: decimalText,
  /** 0 and 1 where it has no band. */
  bandLow: decimalText,
  bandHigh: decimalText,
  hasBand: z.boolean(),
  outside: z.boolean(),
  /** The weight that acting brings it to, by where the policy goes back to; they add up to 1. */
  goal: decimalText,
  /** Of a group or of cash: the assets in it, whose effective weights add up to the line's. */
  members: z.array(
    z.strictObject({
      asset: z.string(),
      target: decimalText,
      ...weights,
      drift: decimalText,
      outside: z.boolean(),
    }),
  ),
});

const fired = z.strictObject({
  /** What `policy.decide` takes. */
  id: z.string(),
  rule: z.enum(['absolute', 'relative', 'calendar']),
  /** The line, or null where a date fired. */
  of: z.string().nullable(),
  /** "BTC stands at 65 %, 15 points above its target of 50 %: more than the 10 points allowed." */
  words: z.string(),
});

export const decisionKind = z.enum(['sold', 'hedged', 'both', 'new-money', 'let-it-be']);

const decision = z.strictObject({
  decided: decisionKind,
  /** "Hedged with futures." */
  words: z.string(),
  note: z.string().nullable(),
  date: dateText,
  /** Its place in the chain of records that nobody can change later. */
  record: z.strictObject({ sequence: z.number().int(), recordedAt: instantText, hash: z.string() }),
});

const firing = z.strictObject({
  ...fired.shape,
  firedOn: dateText,
  /** The first day on which it no longer held; null while it does. */
  until: dateText.nullable(),
  /** The policy's version in force that day. */
  version: z.number().int(),
  /** The line's drift that day; null where a date fired. */
  drift: decimalText.nullable(),
  /** Every line that day. */
  weights: z.array(z.strictObject({ of: z.string(), target: decimalText, effectiveWeight: decimalText })),
  state: z.enum(['open', 'decided', 'passed']),
  decisions: z.array(decision),
});

/** One of the two. */
const textOrFields = z.strictObject({
  text: z.string().max(10_000).optional(),
  policy: policyText.optional(),
});

export const policyCalls = {
  'policy.read': query(nothing, policyState),
  /** For typing: what sentences mean, what fields are in sentences, or all that is wrong with them. */
  'policy.parse': query(
    textOrFields,
    z.strictObject({
      /** null while there is a problem. */
      policy: wholePolicy.nullable(),
      sentence: z.string().nullable(),
      problems: z.array(problem),
      /** Sentences to begin with and to choose from. */
      examples: z.array(z.strictObject({ about: z.string(), text: z.string() })),
    }),
  ),
  /** From sentences or from fields: one of the two. */
  'policy.save': command(textOrFields, policyState, ['targets.', 'plan.', 'holdings.', ...aboutFutures]),
  /** Drift on effective exposure: spot, collateral and futures together, cash included; the lines add up to 100 %. */
  'policy.drift': query(
    /** A policy that is being typed and is not saved; the saved one where it is left out. */
    z.strictObject({ policy: policyText.optional() }),
    z.strictObject({
      value: decimalText.nullable(),
      lines: z.array(driftLine),
      fired: z.array(fired),
      /** Why a rule that would have fired is silent ("at most once a month: decided on …"); null where none is. */
      quiet: z.string().nullable(),
      /** How far every line goes towards its target when one acts: 1 is all the way. */
      wayBack: decimalText.nullable(),
      /** Held without a target and left out by the policy's choice. */
      leftOut: z.array(z.strictObject({ asset: z.string(), ...weights })),
      /** Everything held, whatever the policy says: effective weights add up to 1. */
      whole: z.array(z.strictObject({ asset: z.string(), isMoney: z.boolean(), ...weights })),
      /** Of each line’s drift, in parts of one and in the currency; both re-add. */
      traces: z.array(z.strictObject({ of: z.string(), drift: trace, driftValue: trace })),
      pricesAsOf: instantText.nullable(),
      /** Its day where the taxpayer lives. */
      pricesDay: dateText.nullable(),
      issues: z.array(issue),
    }),
  ),
  /** When rules fired, and what was decided; newest first. */
  'policy.log': query(
    z.strictObject({ from: askedDate.optional() }),
    z.strictObject({
      firings: z.array(firing),
      /** Decisions that answered no firing. */
      decisions: z.array(decision),
      /** Days looked at: those with a price of every line, since the policy was saved. */
      days: z.number().int(),
      from: dateText.nullable(),
      to: dateText.nullable(),
      /** What to know about the list, each a sentence. */
      notes: z.array(z.string()),
    }),
  ),
  /** Records what was decided; it stays in the chain of records. */
  'policy.decide': command(
    z.strictObject({
      decided: decisionKind,
      note: z.string().max(1000).optional(),
      /** Ids of firings that it answers; all that are open where left out. */
      firings: z.array(z.string().min(1).max(100)).max(100).optional(),
    }),
    decision,
    ['policy.', 'ledger.'],
  ),
};
