/** The ways back as the contract carries them. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { Alternatives } from '../../../engine/rebalance/alternatives/alternatives.ts';
import type { AlternativesCase } from '../../../engine/rebalance/alternatives/alternatives-case.ts';
import type { Decides } from '../../../engine/rebalance/alternatives/turns.ts';
import type { Derived } from '../../derived.ts';
import { listText } from '../../../engine/words.ts';
import { wayTitle } from '../../../engine/rebalance/alternatives/way-title.ts';
import { issueTexts } from '../issue-text.ts';
import { costLimitNotes } from '../policy/cost-limit-notes.ts';
import type { CostedWay } from '../policy/cost-limit-notes.ts';
import { traceText } from '../trace-text.ts';
import { alternativeText } from './alternative-text.ts';
import { waysAssumptions } from './ways-assumptions.ts';

type Answer = CallAnswer<'rebalance.alternatives'>;

/** In: `more`, what came up while the case was made. */
export function alternativesText(
  found: Alternatives,
  given: AlternativesCase,
  derived: Derived,
  more: readonly Issue[],
): Answer {
  const { exit } = given;
  return {
    asOf: dateText(exit.asOf),
    horizon: dateText(given.horizon),
    currency: exit.currency,
    value: toText(found.value),
    sentence: [found.sentence, ...mixWords(found)].join(' '),
    best: found.best,
    saves: textOrNull(found.saves),
    reasons: [...found.reasons],
    notWorthIt: found.notWorthIt,
    risks: found.risks.map(({ kind, text }) => ({ kind, text })),
    alternatives: found.ways.map((way) => alternativeText(way, given)),
    exits: found.exits.map(({ date, why, cost }) => ({
      date: dateText(date),
      why: [...why],
      cost: toText(cost),
    })),
    decides: found.decides === null ? null : decidesText(found.decides),
    paths: given.paths.map(({ path, words, changes }) => ({
      path,
      words,
      changes: changes.map(({ asset, change }) => ({ asset, change: toText(change) })),
    })),
    assumptions: waysAssumptions(exit),
    caveats: found.caveats.map(({ code, text, law }) => ({ code, text, law })),
    notes: [...costLimitNotes(costedWays(found), exit, derived), ...notesOf(found)],
    issues: issueTexts(issuesOf(found, more), derived),
  };
}

/** A short search is no proof: where the mix is only the best that was found, that is said. */
function mixWords({ best, plan }: Alternatives): string[] {
  return best === 'mixed' && plan !== null && plan.status !== 'optimal'
    ? [
        'This mix is the cheapest that a short search found: “Exit plan” (“exit plan” in the terminal) searches longer and may find a cheaper one.',
      ]
    : [];
}

function decidesText({ difference, funding, date, price, rates }: Decides): NonNullable<Answer['decides']> {
  return {
    selling: 'sell-now',
    hedging: 'hedge',
    difference: toText(difference),
    funding: { at: textOrNull(funding.at), ...turnText(funding) },
    date: { at: date.at === null ? null : dateText(date.at), ...turnText(date) },
    price: { fall: textOrNull(price.fall), rise: textOrNull(price.rise), ...turnText(price) },
    rates: rates.map((one) => ({
      year: one.year,
      which: one.which,
      at: textOrNull(one.at),
      income: textOrNull(one.income),
      now: textOrNull(one.now),
      ...turnText(one),
    })),
  };
}

function turnText({ words, trace }: { readonly words: string; readonly trace: Trace | null }): {
  words: string;
  trace: ReturnType<typeof traceText> | null;
} {
  return { words, trace: trace === null ? null : traceText(trace) };
}

/** Those that do something. */
function costedWays({ ways }: Alternatives): CostedWay[] {
  return ways.flatMap((way) => {
    const { priced, kind } = way;
    if (priced === null || kind === 'nothing') return [];
    return [{ title: wayTitle(way).toLowerCase(), cost: priced.cost, tax: priced.tax }];
  });
}

/** What the tax of the years that ways touch rests on; what holds not for all of them says for which. */
function notesOf({ ways, plan }: Alternatives): string[] {
  const noted = ways.flatMap((way) => {
    const notes = wayNotes(way);
    return notes === null ? [] : [{ title: wayTitle(way), notes }];
  });
  const titlesOf = new Map<string, string[]>();
  for (const { title, notes } of noted)
    for (const note of notes) titlesOf.set(note, [...(titlesOf.get(note) ?? []), title]);
  const named = [...titlesOf].map(([note, titles]) =>
    titles.length === noted.length ? note : `${listText(titles)}: ${note}`,
  );
  return [...new Set([...named, ...(plan?.words ?? [])])];
}

/** What the years rest on in which the way adds tax, each once; null where it adds none. */
function wayNotes({ priced }: Alternatives['ways'][number]): ReadonlySet<string> | null {
  if (priced === null) return null;
  const touched = new Set(
    priced.taxByYear.filter(({ added }) => toText(added) !== '0').map(({ year }) => year),
  );
  if (touched.size === 0) return null;
  return new Set(
    priced.years.years.filter(({ input }) => touched.has(input.year)).flatMap(({ notes }) => [...notes]),
  );
}

function issuesOf({ ways }: Alternatives, more: readonly Issue[]): readonly Issue[] {
  const found = [...more, ...ways.flatMap(({ priced }) => priced?.issues ?? [])];
  const seen = new Set<string>();
  return found.filter(({ code, message }) => {
    const key = `${code} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
