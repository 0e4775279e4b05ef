/** The answers of each choice that can be tried on a ledger, and the ledger as it would be with each. */
import type { Election, IdentificationRecord } from '../../../../shared/domain/hedge.ts';
import { LOT_ELECTIONS } from '../../../../shared/domain/lot-elections.ts';
import { STRADDLE_REGIMES } from '../../../../shared/domain/tax-elections.ts';
import type { StraddleRegime, TaxElection } from '../../../../shared/domain/tax-elections.ts';
import { dateOf, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { derivedWith } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import { isStraddle, regimeFits, straddleRecord } from '../hedge/straddle-records.ts';
import { isValueOf, namedElections } from './tax-election-texts.ts';

export interface Trial {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly inForce: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

/** Every choice of this ledger with the answers to be tried, those about lots first. */
export function electionTrials(derived: Derived): readonly Trial[] {
  const made = (id: string): Election | undefined => derived.facts.elections.find((one) => one.id === id);
  const ofLots = LOT_ELECTIONS.map(({ id, title, options, defaultValue }): Trial => {
    const value = made(id)?.value;
    const isKnown = options.some((option) => option.value === value);
    return { id, title, year: null, inForce: isKnown && value !== undefined ? value : defaultValue, options };
  });
  const ofTax = namedElections(derived).map(({ id, election, year }): Trial => {
    const value = made(id)?.value;
    const inForce = value !== undefined && isValueOf(election, value) ? value : election.defaultValue;
    const title = year === null ? election.title : `${election.title}: ${year}`;
    return { id, title, year, inForce, options: triedOptions(election, inForce, derived) };
  });
  return [...ofLots, ...ofTax];
}

/** A law that is not there yet is tried from the first day of the running year, where no other date is in force. */
function triedOptions(election: TaxElection, inForce: string, { asOf }: Derived): Trial['options'] {
  if (election.kind !== 'date-or-off') return election.options;
  const date = inForce === 'off' ? dateText(dateOf(yearOf(asOf), 1, 1)) : inForce;
  return [...election.options, { value: date, words: `Law from ${date}` }];
}

/** The ledger as it would be with another answer; null for one that is not computed. */
export function triedWith({ id }: Pick<Trial, 'id'>, value: string, derived: Derived): Derived | null {
  const { facts, ofLots } = derived;
  const others = facts.elections.filter((one) => one.id !== id);
  const elections = [...others, { id, value, madeAt: derived.at }];
  if (id === 'straddle-regime') {
    const regime = STRADDLE_REGIMES.find((one) => one === value) ?? 'none';
    if (regime === 'account') return null;
    const records = [...facts.records, ...asIfMarked(regime, derived)];
    return derivedWith(derived, { elections, records }, ofLots);
  }
  const isOfLots = LOT_ELECTIONS.some((one) => one.id === id);
  return derivedWith(derived, { elections }, isOfLots ? undefined : ofLots);
}

/** Records that would be there if every hedge that a regime fits had been marked so on its day. Nothing stores them. */
function asIfMarked(regime: StraddleRegime, derived: Derived): readonly IdentificationRecord[] {
  const last = derived.facts.records.at(-1)?.sequence ?? 0;
  return legLivesOf(derived)
    .filter(
      ({ leg, fills }) => fills.length > 0 && isStraddle(leg, derived) && regimeFits(regime, leg, derived),
    )
    .map(({ plan, leg, fills }, index) => {
      const mark = { regime, keptElsewhere: true };
      const record = straddleRecord({ plan: plan.id, leg, fills }, mark, derived, derived.at);
      return { ...record, sequence: last + 1 + index, previousHash: '', hash: '' };
    });
}
