import type { Issue } from '../../../../../../shared/domain/issue.ts';
import { issueOf } from '../../../../issue-of.ts';
import { accountGain } from './account-gain.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import type { StraddleCase, StraddleFuture } from './straddle-case.ts';
import { straddleByStraddleRefusal } from './straddle-by-straddle-refusal.ts';

/**
 * Sets each offset's regime to the one that counts, and says where one does not.
 * Law: identifications count only if made on the day (1092(a)(2)(B), 1256(d)(1), Reg. 1.1092(b)-3T(d)); an identified
 * straddle is no part of a larger one (1092(a)(2)(B)(iii)); the account would mark the coins, so it is only warned of.
 */
export function effectiveRegimes(all: readonly EffectiveOffset[], given: StraddleCase): Issue[] {
  const issues: Issue[] = [];
  for (const [short, offsets] of Map.groupBy(all, (offset) => offset.short)) {
    const chosen = offsets.find(({ given: { regime } }) => regime !== 'none')?.given;
    if (chosen === undefined) continue;
    const place = { asset: short.asset };
    const words = { position: short.name, regime: regimeWords[chosen.regime] };
    const drop = (): void => {
      for (const offset of offsets) offset.regime = 'none';
    };
    if (
      offsets.some(({ given: one }) => one.regime !== 'none' && one.by !== 'record' && one.by !== 'planned')
    ) {
      issues.push(issueOf('tax/straddle-identified-late', 'warning', words, place));
      drop();
    } else if (chosen.regime === 'account') {
      const gain = accountGain(offsets, given);
      issues.push(issueOf('tax/straddle-account', 'warning', { position: short.name, gain }, place));
      drop();
    } else if (chosen.regime !== 'section-1256d' && isLarger(short, offsets, all)) {
      issues.push(issueOf('tax/straddle-larger', 'warning', words, place));
      drop();
    } else if (chosen.regime === 'straddle-by-straddle') {
      const paragraph = straddleByStraddleRefusal(short, offsets);
      if (paragraph === null) continue;
      issues.push(
        issueOf('tax/straddle-part-not-modelled', 'warning', { position: short.name, paragraph }, place),
      );
      drop();
    } else if (short.section1256) {
      for (const offset of offsets)
        offset.regime = offset.regime === 'none' ? 'section-1256d' : offset.regime;
      issues.push(issueOf('tax/straddle-1256-off', 'note', { position: short.name }, place));
    }
  }
  return issues;
}

const regimeWords = {
  none: 'none',
  identified: 'identified straddle',
  'section-1256d': 'section 1256(d)',
  'straddle-by-straddle': 'straddle by straddle',
  account: 'mixed straddle account',
} as const;

/** Whether the short or its other side is also part of something that is not of this identification. */
function isLarger(
  short: StraddleFuture,
  offsets: readonly EffectiveOffset[],
  all: readonly EffectiveOffset[],
): boolean {
  const [first] = offsets;
  if (offsets.some(({ regime }) => regime !== first?.regime)) return true;
  const longs = new Set(offsets.map(({ longFuture }) => longFuture).filter((one) => one !== null));
  return all.some((one) => one.short !== short && one.longFuture !== null && longs.has(one.longFuture));
}
