import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { profileOf } from './profile-of.ts';
import { profileText } from './profile-text.ts';

export const profileHandlers: HandlersOf<'plan.profile' | 'plan.saveProfile'> = {
  'plan.profile': async (_, { session }) => {
    const facts = await factsOf(session);
    if (!facts.ok) return facts;
    const { profile } = facts.value;
    return ok({ profile: profile === null ? null : profileText(profile) });
  },
  'plan.saveProfile': async (request, { session, clock }) => {
    if (session.ledger === null) return fail('ledger/locked', {});
    const profile = profileOf(request);
    if (!profile.ok) return profile;
    const saved = await session.ledger.write.saveProfile(profile.value, clock);
    return saved.ok ? ok({}) : saved;
  },
};
