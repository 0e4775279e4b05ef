import type { CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { ScopeInLaw } from '../../../engine/lots/law/lot-law.ts';
import type { CalcGains } from './calc-gains-figures.ts';

type Scope = NonNullable<CalcGainsInput['basisScope']>;

/** Where the scope asked for is not the law's at the time of some disposal. Issues: `lots/scope-not-in-law`. */
export function scopeIssues({ basisScope }: CalcGainsInput, gains: CalcGains): readonly Issue[] {
  const { law, sequence } = gains;
  if (basisScope === undefined) return [];
  if (sequence !== null) {
    if (basisScope === 'universal') return [];
    const words = { country: law.country, kept: 'in one pool over all accounts', law: sequence.law };
    return [issueOf('lots/scope-not-in-law', 'warning', { ...words, consequence: 'It was, here too.' })];
  }
  const other = law.scopes.find(({ scope }) => scope === law.defaultScope);
  if (other === undefined || isInLaw(basisScope, gains)) return [];
  const kept = law.defaultScope === 'account' ? 'account by account' : 'in one pool over all accounts';
  const consequence = 'The figures are for comparison only.';
  return [
    issueOf('lots/scope-not-in-law', 'warning', { country: law.country, kept, law: other.law, consequence }),
  ];
}

function isInLaw(scope: Scope, { law, disposals }: CalcGains): boolean {
  if (typeof scope === 'object') {
    const date = localDate(scope.universalUntil);
    return law.scopes.some(({ until }) => until === date);
  }
  const found = law.scopes.find((one) => one.scope === scope);
  return found !== undefined && disposals.every(({ disposedDate }) => holdsOn(found, disposedDate));
}

function holdsOn({ until }: ScopeInLaw, date: ReturnType<typeof localDate>): boolean {
  return until === null || date < until;
}
