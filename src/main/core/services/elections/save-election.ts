import { LOT_ELECTIONS } from '../../../../shared/domain/lot-elections.ts';
import type { LotElection } from '../../../../shared/domain/lot-elections.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/**
 * Makes a choice that the law leaves open, with a record of when.
 * Errors: `elections/unknown`, `elections/unknown-value`, those of writing.
 */
export const saveElection: Handler<'elections.save'> = async ({ id, value }, { session, clock }) => {
  if (session.ledger === null) return fail('ledger/locked', {});
  const elections: readonly LotElection[] = LOT_ELECTIONS;
  const election = elections.find((one) => one.id === id);
  if (election === undefined) {
    const known = elections.map((one) => one.id).join(', ');
    return fail('elections/unknown', { id, known }, { field: 'id' });
  }
  if (!election.options.some((option) => option.value === value)) {
    const known = election.options.map((option) => option.value).join(', ');
    return fail('elections/unknown-value', { title: election.title, value, known }, { field: 'value' });
  }
  const saved = await session.ledger.write.saveElection({ id, value, madeAt: clock });
  return saved.ok ? ok({}) : saved;
};
