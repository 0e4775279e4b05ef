import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { adjustingTrade } from '../../../engine/futures/watch/adjusting-trade.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { currentPart, legLivesOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { legRatioOf } from './leg-ratio.ts';
import { watchLeg } from './leg-watch.ts';
import { orderTextOf } from './order-text.ts';
import { thresholdsOf } from './thresholds-setting.ts';
import { ratioWords } from './watch-words.ts';

type Proposal = CallAnswer<'monitor.proposal'>;

/** The trade that brings a leg back to its plan, with what was checked of it. Errors: `hedge/no-such-leg`. */
export const readProposal: Handler<'monitor.proposal'> = async ({ leg }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const life = legLivesOf(derived.value).find((one) => one.leg.id === leg);
  if (life === undefined) return fail('hedge/no-such-leg', { leg }, { field: 'leg' });
  return ok(proposalOf(life, derived.value));
};

function proposalOf(life: LegLife, derived: Derived): Proposal {
  const { leg } = life;
  const limits = thresholdsOf(derived.facts.settings, leg.id);
  const part = currentPart(life)?.part;
  const terms = part === undefined ? life.terms : derived.facts.termsOf(part.contract);
  const at = terms === undefined ? null : contractPoint(terms, derived.prices, derived.at);
  const ratio = legRatioOf(life, derived);
  const watch = watchLeg(life, limits, derived, () => null);
  const stale = watch.stale;
  const none = { leg: leg.id, order: null, before: null, after: null, ratioAfter: null, checks: [], stale };
  if (life.state === 'closed')
    return { ...none, sentence: 'The leg is closed: there is nothing to adjust.', issues: [] };
  if (terms === undefined || at === null || ratio.moved === null || ratio.wanted === null)
    return { ...none, sentence: ratioWords(ratio, leg.asset), issues: [] };
  if (ratio.isCross)
    return {
      ...none,
      sentence: 'A hedge with another coin is sized anew with `hedge plan`, not adjusted.',
      issues: [],
    };
  const found = adjustingTrade({
    terms,
    at,
    open: part?.quantity ?? { unit: terms.quantityUnit, amount: zeroQuantity },
    moved: ratio.moved,
    wanted: ratio.wanted,
    plannedRatio: ratio.planned,
    side: leg.side,
    asOf: derived.asOf,
    rollActDays: limits.rollActDays,
  });
  const { trade } = found;
  const order =
    trade === null
      ? null
      : orderTextOf({ asset: leg.asset, terms, at, ...trade, position: part ?? null }, derived);
  const issues =
    stale && watch.oldestAge !== null
      ? [issueOf('hedge/stale-price', 'warning', { of: terms.symbol, days: watch.oldestAge })]
      : [];
  return {
    leg: leg.id,
    sentence: order === null ? found.words : `${order.words} ${found.words}`,
    order,
    before: toText(found.before),
    after: toText(found.after),
    ratioAfter: found.ratioAfter === null ? null : toText(found.ratioAfter),
    checks: found.checks.map((check) => ({ ...check })),
    stale,
    issues: issueTexts(issues, derived),
  };
}
