import type { CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { ScopeInLaw } from '../../../engine/lots/law/lot-law.ts';
import type { CalcGains } from './calc-gains-figures.ts';
import { methodsNamed } from './calc-gains-options.ts';
import { instantOf } from './calc-gains-times.ts';

type Scope = NonNullable<CalcGainsInput['basisScope']>;

/**
 * What is to be said of the scope asked for. Issues: `lots/scope-not-in-law` where it is not the law's at the time of
 * some disposal, `lots/scope-without-effect`, `lots/allocation-unknown`,
 * `lots/allocation-lot-later`.
 */
export function scopeIssues(request: CalcGainsInput, gains: CalcGains, timeZone: TimeZone): readonly Issue[] {
  const { basisScope } = request;
  if (basisScope === undefined) return [];
  return gains.sequence === null
    ? [
        ...notInLawIssues(basisScope, gains),
        ...allocationIssues(request, basisScope),
        ...laterLotIssues(request, basisScope, timeZone),
      ]
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
  const accounts = accountsOf(events);
  const lots = new Set(events.map(({ id }) => id));
  const namedAccounts =
    allocation.kind === 'global' ? allocation.accounts : allocation.units.map(({ account }) => account);
  const namedLots = allocation.kind === 'global' ? [] : allocation.units.map(({ lot }) => lot);
  const unknown = [
    ...namedLots.filter((lot) => !lots.has(originId(lot))).map((lot) => `the lot "${lot}"`),
    ...namedAccounts.filter((account) => !accounts.has(account)).map((account) => `the account "${account}"`),
  ];
  return [...new Set(unknown)].map((what) => issueOf('lots/allocation-unknown', 'warning', { what }));
}

/** A lot that came to be on the day of division or after it has nothing to divide: the engine never sees it then. */
function laterLotIssues({ events }: CalcGainsInput, scope: Scope, timeZone: TimeZone): readonly Issue[] {
  if (typeof scope !== 'object' || scope.allocation?.kind !== 'specific-unit') return [];
  const date = scope.universalUntil;
  const start = startOfDay(localDate(date), timeZone);
  const later = new Set(events.filter(({ time }) => instantOf(time, timeZone) >= start).map(({ id }) => id));
  const named = new Set(scope.allocation.units.map(({ lot }) => lot));
  return [...named]
    .filter((lot) => later.has(originId(lot)))
    .map((lot) => issueOf('lots/allocation-lot-later', 'warning', { lot, date }));
}

/** The event that a lot is named after: a second lot of one event ends in "#2". */
function originId(lot: string): string {
  return lot.replace(/#\d+$/u, '');
}

/** Accounts that events name. */
export function accountsOf(events: CalcGainsInput['events']): ReadonlySet<string> {
  return new Set(
    events.flatMap((one) => (one.kind === 'transfer' ? [one.account, one.toAccount] : [one.account])),
  );
}
