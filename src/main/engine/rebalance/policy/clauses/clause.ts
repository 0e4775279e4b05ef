import type { CostLimits, Policy, PolicyPeriod } from '../../../../../shared/domain/policy.ts';
import type { Money, Rate } from '../../../../../shared/num/types.ts';

/** What one part of a policy's sentences says. */
export type Said =
  | { readonly kind: 'line'; readonly name: string; readonly weight: Rate }
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly weight: Rate;
      readonly members: readonly NamedShare[];
    }
  | { readonly kind: 'others'; readonly others: Policy['others'] }
  /** Whom the bands after it are about; null: any line. */
  | { readonly kind: 'subject'; readonly of: string | null }
  | { readonly kind: 'band'; readonly absolute: Rate | null; readonly relative: Rate | null }
  | { readonly kind: 'no-band'; readonly of: string | null }
  | { readonly kind: 'calendar'; readonly period: PolicyPeriod }
  | { readonly kind: 'once'; readonly period: PolicyPeriod | 'week' }
  | { readonly kind: 'return'; readonly to: Policy['returnTo'] }
  | { readonly kind: 'cost'; readonly which: keyof CostLimits; readonly limit: Rate | Money }
  /** Understood, but not as something that can be meant. */
  | { readonly kind: 'wrong'; readonly message: string; readonly instead: string };

export interface NamedShare {
  readonly name: string;
  readonly share: Rate | null;
}

/** One way to say something: a pattern that begins where one reads, and what it means. */
export interface Phrase {
  readonly pattern: RegExp;
  /** In: the groups of the match. */
  readonly means: (groups: Readonly<Record<string, string | undefined>>) => Said;
}

/** A clause kind: its phrases, tried in order, and a sentence to begin from. */
export interface ClauseKind {
  readonly about: string;
  readonly example: string;
  readonly phrases: readonly Phrase[];
}
