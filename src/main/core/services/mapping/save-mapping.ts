import { profileOfText } from '../../../../shared/contract/mapping-profile.ts';
import type { MappingProfile } from '../../../../shared/domain/mapping-profile.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { formatOfProfile } from '../../../importers/mapping/mapped-importer.ts';
import { profileProblems } from '../../../importers/mapping/profile-problems.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { MAPPINGS_KEY, profilesDocument, profilesIn, shownProfiles } from './kept-profiles.ts';

/** Errors: `mapping/incomplete`, which names everything; `mapping/name-taken`; `ledger/locked` and those of writing. */
export const saveMapping: Handler<'mapping.save'> = async ({ profile }, context) => {
  const problems = profileProblems(profile);
  const [first] = problems;
  if (first !== undefined) {
    const fix = problems.map(({ failure }) => `${failure.message} ${failure.fix}`).join(' ');
    const values = { name: profile.name, count: problems.length, first: first.failure.message, fix };
    return fail('mapping/incomplete', values, { field: first.field });
  }
  const kept = await keptIn(context);
  if (!kept.ok) return kept;
  const others = kept.value.filter(({ name }) => name !== profile.name);
  const same = others.find(({ name }) => formatOfProfile(name) === formatOfProfile(profile.name));
  if (same !== undefined)
    return fail('mapping/name-taken', { name: profile.name, other: same.name }, { field: 'name' });
  return await store([...others, profile], context);
};

/** What was imported with it stays. Errors: `mapping/no-such-profile`, `ledger/locked` and those of writing. */
export const dropMapping: Handler<'mapping.drop'> = async ({ name }, context) => {
  const kept = await keptIn(context);
  if (!kept.ok) return kept;
  const others = kept.value.filter((one) => one.name !== name);
  if (others.length === kept.value.length)
    return fail('mapping/no-such-profile', { name }, { field: 'name' });
  return await store(others, context);
};

/** Errors: `mapping/no-such-profile`, `ledger/locked`. */
export const exportMapping: Handler<'mapping.export'> = async ({ name }, context) => {
  const kept = await keptIn(context);
  if (!kept.ok) return kept;
  const profile = kept.value.find((one) => one.name === name);
  if (profile === undefined) return fail('mapping/no-such-profile', { name }, { field: 'name' });
  const file = `${formatOfProfile(name)}.json`;
  return ok({ file, text: `${JSON.stringify(profile, null, 2)}\n` });
};

/** Never in the place of another of that name. Errors: `mapping/not-a-profile`, `mapping/other-version`, and those of saving. */
export const importMapping: Handler<'mapping.import'> = async ({ text }, context) => {
  const profile = profileOfText(text);
  if (!profile.ok) return profile;
  const kept = await keptIn(context);
  if (!kept.ok) return kept;
  const { name } = profile.value;
  const own = kept.value.find((one) => one.name === name);
  const isOther = own !== undefined && profilesDocument([own]) !== profilesDocument([profile.value]);
  if (isOther) return fail('mapping/name-taken', { name, other: name }, { field: 'name' });
  return await saveMapping({ profile: profile.value }, context);
};

type Profiles = ReturnType<typeof profilesIn>;

async function keptIn({ session }: CallContext): Promise<Result<Profiles>> {
  const facts = await factsOf(session);
  return facts.ok ? ok(profilesIn(facts.value.settings)) : facts;
}

async function store(
  profiles: readonly MappingProfile[],
  context: CallContext,
): Promise<Result<ReturnType<typeof shownProfiles>>> {
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const saved = await ledger.write.saveSetting(MAPPINGS_KEY, profilesDocument(profiles), context.clock);
  if (!saved.ok) return saved;
  const kept = await keptIn(context);
  return kept.ok ? ok(shownProfiles(kept.value)) : kept;
}
