import type { CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { ScopeInLaw } from '../../../engine/lots/law/lot-law.ts';
import type { CalcGains } from './calc-gains-figures.ts';
import { methodsNamed } from './calc-gains-options.ts';

type Scope = NonNullable<CalcGainsInput['basisScope']>;

/**
 * What is to be said of the scope asked for. Issues: `lots/scope-not-in-law` where it is not the law's at the time of
 * some disposal, `lots/scope-without-effect`, `lots/allocation-unknown`.
 */
export function scopeIssues(request: CalcGainsInput, gains: CalcGains): readonly Issue[] {
  const { basisScope } = request;
  if (basisScope === undefined) return [];
  return gains.sequence === null
    ? [...notInLawIssues(basisScope, gains), ...allocationIssues(request, basisScope)]
    : withoutEffectIssues(request, basisScope, gains);
}

function withoutEffectIssues(
  request: CalcGainsInput,
  scope: Scope,
  { law, sequence }: CalcGains,
): readonly Issue[] {
  const [method] = methodsNamed(request, law);
  if (scope === 'universal' || sequence === null || method === undefined) return [];
  return [issueOf('lots/scope-without-effect', 'warning', { method, law: sequence.law })];
}

function notInLawIssues(scope: Scope, gains: CalcGains): readonly Issue[] {
  const { law } = gains;
  const inLaw = law.scopes.find((one) => one.scope === law.defaultScope);
  if (inLaw === undefined || isInLaw(scope, gains)) return [];
  const kept = law.defaultScope === 'account' ? 'account by account' : 'in one pool over all accounts';
  return [issueOf('lots/scope-not-in-law', 'warning', { country: law.country, kept, law: inLaw.law })];
}

function isInLaw(scope: Scope, { law, disposals }: CalcGains): boolean {
  if (typeof scope === 'object') {
    const date = localDate(scope.universalUntil);
    return law.scopes.some(({ until }) => until === date);
  }
  const found = law.scopes.find((one) => one.scope === scope);
  return found !== undefined && disposals.every(({ disposedDate }) => holdsOn(found, disposedDate));
}

function holdsOn({ until }: ScopeInLaw, date: LocalDate): boolean {
  return until === null || date < until;
}

/** Names that mean nothing here are passed over when basis is divided: typing errors, mostly. */
function allocationIssues({ events }: CalcGainsInput, scope: Scope): readonly Issue[] {
  const allocation = typeof scope === 'object' ? scope.allocation : undefined;
  if (allocation === undefined) return [];
  const accounts = new Set(
    events.flatMap((one) => (one.kind === 'transfer' ? [one.account, one.toAccount] : [one.account])),
  );
  const lots = new Set(events.map(({ id }) => id));
  const namedAccounts =
    allocation.kind === 'global' ? allocation.accounts : allocation.units.map(({ account }) => account);
  const namedLots = allocation.kind === 'global' ? [] : allocation.units.map(({ lot }) => lot);
  const unknown = [
    ...namedLots.filter((lot) => !lots.has(lot.replace(/#\d+$/u, ''))).map((lot) => `the lot "${lot}"`),
    ...namedAccounts.filter((account) => !accounts.has(account)).map((account) => `the account "${account}"`),
  ];
  return [...new Set(unknown)].map((what) => issueOf('lots/allocation-unknown', 'warning', { what }));
}
