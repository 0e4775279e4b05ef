import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import { lotLaws } from '../law/lot-laws.ts';

/** The methods that a standing order can name, by the taxpayer's law. */
export const methodsInLaw: Readonly<Record<Profile['jurisdiction'], readonly LotMethod[]>> = {
  us: lotLaws.us.methods.rule,
};
