import { auLotLaw } from '../../tax/jurisdictions/au/lot-law.ts';
import { caLotLaw } from '../../tax/jurisdictions/ca/lot-law.ts';
import { deLotLaw } from '../../tax/jurisdictions/de/lot-law.ts';
import { ukLotLaw } from '../../tax/jurisdictions/uk/lot-law.ts';
import { usLotLaw } from '../../tax/jurisdictions/us/lot-law.ts';
import type { LotLaw } from './lot-law.ts';

/** The lot law of every jurisdiction; adding one is one line. */
export const lotLaws = {
  us: usLotLaw,
  uk: ukLotLaw,
  de: deLotLaw,
  ca: caLotLaw,
  au: auLotLaw,
} as const satisfies Record<string, LotLaw>;

export type LotLawId = keyof typeof lotLaws;
