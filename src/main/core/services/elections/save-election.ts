import { LOT_ELECTIONS } from '../../../../shared/domain/lot-elections.ts';
import type { LotElection } from '../../../../shared/domain/lot-elections.ts';
import {
  CARRYBACK_ID,
  TAX_ELECTIONS,
  taxElectionNamed,
} from '../../../../shared/domain/tax-election-list.ts';
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { electionDeadline } from '../../../engine/tax/jurisdictions/us/elections/election-deadline.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { savedNotes } from './saved-notes.ts';
import { isValueOf, section1256LossYears } from './tax-election-texts.ts';
import type { NamedElection } from './tax-election-texts.ts';

type Request = CallRequest<'elections.save'>;

/** What is to be stored of a choice. */
interface Accepted {
  readonly keptElsewhere: boolean;
  readonly notes: readonly string[];
}

/**
 * Makes a choice that the law leaves open, with a record of when.
 * Errors: `elections/unknown`, `elections/unknown-value`, `elections/impossible-date`, `elections/no-1256-loss`,
 * `elections/too-late`, those of writing.
 */
export const saveElection: Handler<'elections.save'> = async (request, context) => {
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const { id, value } = request;
  const accepted = await acceptedOf(request, context);
  if (!accepted.ok) return accepted;
  const { keptElsewhere, notes } = accepted.value;
  const saved = await ledger.write.saveElection({ id, value, madeAt: context.clock }, keptElsewhere);
  return saved.ok ? ok({ sequence: saved.value.sequence, notes: [...notes] }) : saved;
};

async function acceptedOf(request: Request, context: CallContext): Promise<Result<Accepted>> {
  const { id, value } = request;
  const elections: readonly LotElection[] = LOT_ELECTIONS;
  const ofLots = elections.find((one) => one.id === id);
  if (ofLots !== undefined) {
    return ofLots.options.some((option) => option.value === value)
      ? ok({ keptElsewhere: false, notes: [] })
      : unknownValue(ofLots, value);
  }
  const named = taxElectionNamed(id);
  if (named === undefined)
    return fail('elections/unknown', { id, known: await knownIds(context) }, { field: 'id' });
  if (!isValueOf(named.election, value)) {
    return named.election.kind === 'date-or-off'
      ? fail('elections/impossible-date', { title: named.election.title, value }, { field: 'value' })
      : unknownValue(named.election, value);
  }
  const derived = await derivedOf(context);
  return derived.ok ? acceptedTax({ id, ...named }, request, derived.value, context) : derived;
}

function acceptedTax(
  named: NamedElection,
  { value, keptElsewhere = false }: Request,
  derived: Derived,
  { clock }: CallContext,
): Result<Accepted> {
  const { election, year } = named;
  const today = localDateOf(clock, derived.facts.timeZone);
  if (election.id === CARRYBACK_ID && year !== null && value === 'yes') {
    const years = section1256LossYears(derived);
    const known = years.length === 0 ? 'none' : years.join(', ');
    if (!years.includes(year)) return fail('elections/no-1256-loss', { year, known }, { field: 'id' });
  }
  const deadline = electionDeadline({ id: election.id, value, year }, today);
  const isLate = deadline !== null && deadline.date < today;
  if (isLate && !keptElsewhere) {
    const values = { title: election.title, why: deadline.why };
    const days = { deadline: dateText(deadline.date), today: dateText(today) };
    return fail('elections/too-late', { ...values, ...days }, { field: 'value' });
  }
  return ok({ keptElsewhere: isLate, notes: savedNotes(named, value, yearOf(today)) });
}

function unknownValue(
  { title, options }: Pick<LotElection, 'title' | 'options'>,
  value: string,
): Result<never> {
  const known = options.map((option) => option.value).join(', ');
  return fail('elections/unknown-value', { title, value, known }, { field: 'value' });
}

/** Ids that this ledger has, those by year with each of their years. */
async function knownIds(context: CallContext): Promise<string> {
  const derived = await derivedOf(context);
  const years = derived.ok ? section1256LossYears(derived.value) : [];
  const ofTax = TAX_ELECTIONS.flatMap(({ id, kind }) =>
    kind === 'by-year' ? years.map((year) => `${id}:${year}`) : [id],
  );
  return [...LOT_ELECTIONS.map(({ id }) => id), ...ofTax].join(', ');
}
