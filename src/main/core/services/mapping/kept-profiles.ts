/** The mappings that the user saved: one JSON document in the ledger. */
import { keptProfiles } from '../../../../shared/contract/mapping-profile.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { MappingProfile } from '../../../../shared/domain/mapping-profile.ts';
import type { Importer } from '../../../importers/importer.ts';
import { formatOfProfile, importerOfProfile } from '../../../importers/mapping/mapped-importer.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import { keptDocument } from '../../kept-document.ts';

export const MAPPINGS_KEY = 'mappings';

type Settings = ReadonlyMap<string, string>;
type StoredProfile = CallAnswer<'mapping.list'>['profiles'][number]['profile'];

/** By name. */
export function profilesIn(settings: Settings): readonly StoredProfile[] {
  return keptDocument(settings, MAPPINGS_KEY, keptProfiles) ?? [];
}

/** As the Import screen knows a file by them. */
export function ownImportersIn(settings: Settings): readonly Importer[] {
  return profilesIn(settings).map((profile) => importerOfProfile(profile));
}

export function shownProfiles(profiles: readonly StoredProfile[]): CallAnswer<'mapping.list'> {
  return {
    profiles: profiles.map((profile) => ({
      name: profile.name,
      format: formatOfProfile(profile.name),
      profile,
    })),
  };
}

/** Out: null where there are none. */
export function profilesDocument(profiles: readonly MappingProfile[]): string | null {
  if (profiles.length === 0) return null;
  const sorted = profiles.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return canonicalJson(JSON.parse(JSON.stringify(sorted)) as never);
}
