import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { MappingProfile } from '../../../../shared/domain/mapping-profile.ts';

/** With less in common, two files have nothing to do with each other. */
const leastShare = 0.6;

/** The saved mapping whose columns are mostly those of the file: an exchange has changed its export, perhaps. */
export function similarProfile(
  { header }: Pick<MappingProfile, 'header'>,
  kept: readonly Pick<MappingProfile, 'name' | 'header'>[],
): CallAnswer<'mapping.suggest'>['similar'] {
  const here = new Set(header);
  const shareOf = (known: readonly string[]): number =>
    known.filter((name) => here.has(name)).length / Math.max(known.length, header.length, 1);
  const [best] = kept.toSorted((a, b) => shareOf(b.header) - shareOf(a.header));
  if (best === undefined || shareOf(best.header) < leastShare) return null;
  const known = new Set(best.header);
  return {
    name: best.name,
    missing: best.header.filter((name) => !here.has(name)),
    added: header.filter((name) => !known.has(name)),
  };
}
