/**
 * sentences → said clauses with places → one policy, or all that is wrong with it, each with its place.
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Said } from './clauses/clause.ts';
import { clauseKinds } from './clauses/clause-kinds.ts';
import { exampleFor } from './example-for.ts';
import { policyOfClauses } from './policy-of-clauses.ts';

/** From the letter at `from` to before the one at `to`. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export interface SaidAt extends Place {
  readonly said: Said;
}

export interface PolicyProblem extends Place {
  /** A clause for a sentence. */
  readonly message: string;
  /** What could be written instead. */
  readonly instead: string;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  /** In the order of their places. */
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Between clauses, and words that say nothing by themselves. */
const BETWEEN =
  /(?:[\s,;:!•*]|\.(?!\d)|[–-](?=\s)|and\b|or\b|but\b|then\b|also\b|please\b|rebalance\b|act\b|trade\b|when\b|whenever\b|if\b|is\b|it\b|are\b|gets\b|has\b|stands\b|hold\b|keep\b|own\b|my\s+targets?\b|(?:the\s+)?targets?(?=\s*(?::|are\b))|do\s+it\b|use\b|with\b)+/iuy;
/** The end of what was not understood: where another clause can begin. */
const UNKNOWN = /[^,;\n]+?(?=[,;\n]|\.(?:\s|$)|\s(?:and|or|but)\s|$)/iuy;

/**
 * The policy that plain sentences say. Tolerant of case, line breaks, "%" or "percent", and of the order of clauses.
 * In: `known`, the assets that can be named; null: any.
 * Law: `policyText` of a policy is read back as the same policy.
 */
export function parsePolicy(text: string, known: ReadonlySet<AssetId> | null = null): ParsedPolicy {
  const { clauses, unknown } = readClauses(text);
  const made = policyOfClauses(clauses, text, known);
  const problems = [...unknown, ...made.problems].toSorted((a, b) => a.from - b.from);
  return problems.length === 0 ? { ok: true, policy: made.policy } : { ok: false, problems };
}

function readClauses(text: string): { clauses: readonly SaidAt[]; unknown: readonly PolicyProblem[] } {
  const clauses: SaidAt[] = [];
  const unknown: PolicyProblem[] = [];
  for (let at = after(BETWEEN, text, 0); at < text.length; at = after(BETWEEN, text, at)) {
    const clause = clauseAt(text, at);
    if (clause !== null) clauses.push(clause);
    const to = clause?.to ?? Math.max(after(UNKNOWN, text, at), at + 1);
    if (clause === null) unknown.push(notUnderstood(text, { from: at, to }));
    at = to;
  }
  return { clauses, unknown };
}

function clauseAt(text: string, from: number): SaidAt | null {
  for (const { phrases } of clauseKinds) {
    for (const { pattern, means } of phrases) {
      pattern.lastIndex = from;
      const found = pattern.exec(text);
      if (found !== null) return { said: means(found.groups ?? {}), from, to: from + found[0].length };
    }
  }
  return null;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function notUnderstood(text: string, place: Place): PolicyProblem {
  const words = text.slice(place.from, place.to).trim();
  const to = place.from + words.length;
  return { message: `"${words}" was not understood`, instead: exampleFor(words), from: place.from, to };
}
