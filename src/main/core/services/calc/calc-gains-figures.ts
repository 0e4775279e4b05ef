import type { LotLaw } from '../../../engine/lots/law/lot-law.ts';
import type { LotElections, LotMatching } from '../../../engine/lots/lot-matching.ts';
import type { RuleSequence } from '../../../engine/lots/rules/asset-units.ts';
import type { RuleMatching } from '../../../engine/lots/rules/match-by-rules.ts';

/** What lot by lot or rules in a sequence gave, by a law. */
export interface CalcGains
  extends Pick<LotMatching, 'openLots' | 'disposals' | 'issues'>, Pick<RuleMatching, 'denied'> {
  readonly law: LotLaw;
  readonly elections: Partial<LotElections>;
  /** null where it was lot by lot. */
  readonly sequence: RuleSequence | null;
}
