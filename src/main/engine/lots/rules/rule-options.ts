import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { MatchOptions, MoveOptions } from '../lot-matching.ts';

/** What decides how rules match: there is no method, no scope and no identification by lot. */
export interface RuleOptions extends MoveOptions {
  readonly longTermFrom: MatchOptions['longTermFrom'];
  /** The last day whose events are known, where later ones may come: disposals near it can still change. */
  readonly until?: LocalDate;
}
