import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { kindWords } from '../../../reports/report-kinds.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { disposalIndexOf } from '../holdings/disposal-index.ts';
import { brokerFormOf } from './broker-forms.ts';
import { KINDS, missingOf, reportYears } from './possible.ts';

type Answer = CallAnswer<'reports.list'>;

/** What can be made of the ledger, for which years, and what is missing. */
export const listReports: Handler<'reports.list'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const years = reportYears(derived.value);
  return ok({
    asOf: dateText(derived.value.asOf),
    years: [...years],
    kinds: KINDS.map((kind) => {
      const { title, purpose, perYear } = kindWords[kind];
      const missing = perYear ? years.flatMap((year) => missingOf(kind, year, derived.value) ?? []) : [];
      const without = new Set(missing.map(({ year }) => year));
      return {
        kind,
        title,
        purpose,
        perYear,
        years: perYear ? years.filter((year) => !without.has(year)) : [],
        missing,
      };
    }),
    brokerForms: brokerForms(derived.value),
  });
};

function brokerForms(derived: Derived): Answer['brokerForms'] {
  const accounts = Map.groupBy(disposalIndexOf(derived.lots).groups, ({ year }) => year);
  return [...accounts]
    .toSorted(([a], [b]) => a - b)
    .map(([year, groups]) => ({
      year,
      accounts: [...new Set(groups.map(({ account }) => account))].map((account) =>
        accountText(account, year, derived),
      ),
    }));
}

function accountText(
  account: AccountId,
  year: number,
  derived: Derived,
): Answer['brokerForms'][number]['accounts'][number] {
  return {
    account,
    accountName: derived.accountName(account),
    ...brokerFormOf(account, year, derived.facts),
  };
}
