import type { Kysely } from 'kysely';
import type { Profile } from '../../../shared/domain/profile.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Change } from '../database/change.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { profileDocument, profileOf } from './profile-document.ts';
import { readLatest, storeVersion } from './versioned-document.ts';

export async function readProfile(db: Kysely<LedgerSchema>): Promise<Profile | null> {
  const document = await readLatest(db, 'profile_version');
  return document === undefined ? null : profileOf(document);
}

export async function storeProfile(change: Change, profile: Profile, savedAt: Instant): Promise<void> {
  await storeVersion(change, 'profile_version', profileDocument(profile), savedAt);
}
