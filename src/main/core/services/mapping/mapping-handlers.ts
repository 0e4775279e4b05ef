import type { mappingCalls } from '../../../../shared/contract/mapping-calls.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { profilesIn, shownProfiles } from './kept-profiles.ts';
import { previewMapping } from './preview-mapping.ts';
import { dropMapping, exportMapping, importMapping, saveMapping } from './save-mapping.ts';
import { suggestMappingOf } from './suggest-mapping.ts';

/** The calls of the mapping wizard: a stranger's file is in the ledger by them, and known next time. */
export const mappingHandlers: HandlersOf<keyof typeof mappingCalls> = {
  'mapping.suggest': suggestMappingOf,
  'mapping.preview': previewMapping,
  'mapping.save': saveMapping,
  /** Errors: `ledger/locked`. */
  'mapping.list': async (_, { session }) => {
    const facts = await factsOf(session);
    return facts.ok ? ok(shownProfiles(profilesIn(facts.value.settings))) : facts;
  },
  'mapping.drop': dropMapping,
  'mapping.export': exportMapping,
  'mapping.import': importMapping,
};
