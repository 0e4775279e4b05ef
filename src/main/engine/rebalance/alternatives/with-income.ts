import type { Profile } from '../../../../shared/domain/profile.ts';
import type { Money } from '../../../../shared/num/types.ts';

/**
 * The profile with another ordinary income in one year. A year that has no details of its own takes those that stand for
 * it; so the years after it stay what they were, the next one keeps them too.
 */
export function withIncome(profile: Profile, year: number, ordinaryIncome: Money): Profile {
  const known = profile.years.toSorted((a, b) => a.year - b.year);
  const standsFor = (of: number) => known.findLast((one) => one.year <= of) ?? known[0];
  const [own, next] = [standsFor(year), standsFor(year + 1)];
  if (own === undefined || next === undefined) return profile;
  const others = known.filter((one) => one.year !== year && one.year !== year + 1);
  // Before the first year nothing is assessed: a year put there would begin the chain of losses earlier.
  const changed = [
    { ...own, year, ordinaryIncome },
    { ...next, year: year + 1 },
  ].filter((one) => one.year >= (known[0]?.year ?? one.year));
  return { ...profile, years: [...others, ...changed].toSorted((a, b) => a.year - b.year) };
}
