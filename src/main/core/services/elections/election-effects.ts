/** What each choice would change in money, for this ledger: every year's tax computed again by the tax engine. */
import { setImmediate } from 'node:timers/promises';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { issueTexts } from '../issue-text.ts';
import { effectSentence } from './effect-sentence.ts';
import { electionTrials } from './election-trials.ts';
import type { Trial } from './election-trials.ts';
import { sumsOf } from './tax-sums.ts';
import type { TaxSums } from './tax-sums.ts';
import { triedWith } from './tried-with.ts';

type Effect = CallAnswer<'elections.effects'>['elections'][number];
type Option = Effect['options'][number];

interface Found {
  readonly effect: Effect;
  readonly issues: readonly Issue[];
}

/** Each computed once for a state of the ledger. */
const foundById = keptFor((_: Derived) => new Map<string, Found>());

/**
 * The tax of all years with each answer to each choice, against what is in force.
 * Errors: `elections/unknown`.
 */
export const electionEffects: Handler<'elections.effects'> = async ({ ids }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const trials = electionTrials(derived.value);
  const stranger = ids?.find((id) => !trials.some((one) => one.id === id));
  if (stranger !== undefined) {
    const known = trials.map(({ id }) => id).join(', ');
    return fail('elections/unknown', { id: stranger, known }, { field: 'ids' });
  }
  const asked = trials.filter(({ id }) => ids === undefined || ids.includes(id));
  const now = sumsOf(derived.value);
  const kept = foundById(derived.value);
  const found: Found[] = [];
  for (const [done, trial] of asked.entries()) {
    context.progress('elections', done, asked.length);
    await setImmediate(); // A large ledger takes a while: others have their turn between two choices.
    context.signal.throwIfAborted();
    const one = kept.get(trial.id) ?? foundFor(trial, now, derived.value);
    kept.set(trial.id, one);
    found.push(one);
  }
  const { currency } = derived.value.prices;
  return ok({
    currency,
    firstYear: now?.firstYear ?? null,
    lastYear: now?.lastYear ?? null,
    total: now === null ? null : toText(now.total),
    elections: found.map(({ effect }) => effect),
    issues: issueTexts(newIssues(found, derived.value), derived.value),
  });
};

function foundFor(trial: Trial, now: TaxSums | null, derived: Derived): Found {
  const tried = trial.options.map((option) => {
    const isNow = option.value === trial.inForce;
    const other = now === null || isNow ? null : triedWith([{ id: trial.id, value: option.value }], derived);
    return { option, sums: isNow ? now : other === null ? null : sumsOf(other), other };
  });
  return {
    effect: {
      id: trial.id,
      title: trial.title,
      year: trial.year,
      options: tried.map(({ option, sums, other }) =>
        optionText(option, { trial, now, sums, fits: fitsSome(trial, option.value, other) }, derived),
      ),
    },
    issues: tried.flatMap(({ other }) => other?.taxYears.issues ?? []),
  };
}

/** Whether a kind of straddle fits any hedge. */
function fitsSome({ id }: Trial, value: string, other: Derived | null): boolean {
  if (id !== 'straddle-regime' || value === 'none' || other === null) return true;
  return other.usFacts.straddles.offsets.some(({ regime }) => regime === value);
}

export interface Compared {
  readonly trial: Trial;
  /** null without tax details. */
  readonly now: TaxSums | null;
  /** With the answer; null where it is not computed. */
  readonly sums: TaxSums | null;
  /** false: a kind of straddle that is for no hedge of the ledger. */
  readonly fits: boolean;
}

function optionText(option: Trial['options'][number], compared: Compared, { prices }: Derived): Option {
  const { trial, now, sums } = compared;
  const differs = now !== null && sums !== null;
  const years = differs
    ? [...sums.byYear].flatMap(([year, tax]) => {
        const difference = subtract(tax, now.byYear.get(year) ?? tax);
        return isZero(difference) ? [] : [{ year, difference: toText(difference) }];
      })
    : [];
  return {
    value: option.value,
    words: option.words,
    inForce: option.value === trial.inForce,
    total: sums === null ? null : toText(sums.total),
    difference: differs ? toText(subtract(sums.total, now.total)) : null,
    years,
    lossesAhead: differs ? toText(subtract(sums.lossesAhead, now.lossesAhead)) : null,
    sentence: effectSentence(option, compared, prices.currency),
    explain: differs ? `election:${trial.id}=${option.value}` : null,
  };
}

/** What only another answer would bring up, each sentence once. */
function newIssues(found: readonly Found[], { taxYears }: Derived): readonly Issue[] {
  const known = new Set(taxYears.issues.map(({ message }) => message));
  const fresh = new Map<string, Issue>();
  for (const issue of found.flatMap(({ issues }) => issues))
    if (!known.has(issue.message)) fresh.set(issue.message, { ...issue, severity: 'note' });
  return [...fresh.values()];
}
