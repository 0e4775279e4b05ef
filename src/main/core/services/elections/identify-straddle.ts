import { straddleIdentificationsOf } from '../../../../shared/domain/straddle-identification.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { listText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { underlyingOf } from '../hedge/asset-states.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import type { LegLife } from '../hedge/leg-lives.ts';
import { daysOf, isStraddle, lateIssues, regimeFitsLeg, straddleRecord } from '../hedge/straddle-records.ts';
import { issueTexts } from '../issue-text.ts';
import { straddleText } from './straddle-text.ts';

/**
 * Marks the straddle of one leg by hand, with a record of this very day.
 * Law: 26 U.S.C. 1092(a)(2)(B), 1256(d)(2); Reg. 1.1092(b)-3T(d): before the day ends on which the straddle is acquired.
 * Errors: `hedge/no-such-leg`, `hedge/regime-of-classes`, `hedge/straddle-without-lots`, `hedge/straddle-other-asset`,
 * `hedge/regime-does-not-fit`, `hedge/straddle-late` and those of writing.
 */
export const identifyStraddle: Handler<'elections.identifyStraddle'> = async (request, context) => {
  const { leg, regime, keptElsewhere = false } = request;
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const life = legLivesOf(derived.value).find((one) => one.leg.id === leg);
  if (life === undefined) return fail('hedge/no-such-leg', { leg }, { field: 'leg' });
  const fits = expectFitting(life, regime, derived.value);
  if (!fits.ok) return fits;
  const { timeZone } = derived.value.facts;
  const today = localDateOf(context.clock, timeZone);
  const late = daysOf(life.fills, today, timeZone);
  const isAllLate = late.length > 0 && life.fills.every(({ time }) => localDateOf(time, timeZone) < today);
  if (isAllLate && !keptElsewhere)
    return fail('hedge/straddle-late', {
      leg,
      date: listText(late.map(dateText)),
      today: dateText(today),
    });
  // A record of the day itself needs no books but these.
  const mark = { regime, keptElsewhere: keptElsewhere && late.length > 0 };
  const recorded = { plan: life.plan.id, leg: life.leg, fills: life.fills };
  const record = straddleRecord(recorded, mark, derived.value, context.clock);
  const stored = await ledger.write.appendRecord(record);
  if (!stored.ok) return stored;
  const [written] = straddleIdentificationsOf([stored.value]);
  invariant(written !== undefined, 'what was just written is an identification');
  return ok({
    record: straddleText(written),
    issues: issueTexts(lateIssues(late, mark, today), derived.value),
  });
};

function expectFitting(life: LegLife, regime: StraddleRegime, derived: Derived): Result<void> {
  const { leg } = life;
  if (regime === 'account') return fail('hedge/regime-of-classes', { leg: leg.id }, { field: 'regime' });
  if (leg.side !== 'sell' || leg.lots.length === 0)
    return fail('hedge/straddle-without-lots', { leg: leg.id }, { field: 'leg' });
  if (!isStraddle(leg, derived)) {
    const values = { leg: leg.id, asset: leg.asset, underlying: underlyingOf(life) };
    return fail('hedge/straddle-other-asset', values, { field: 'leg' });
  }
  if (!regimeFitsLeg(regime, leg, derived)) {
    const values = { leg: leg.id, regime, contract: leg.contract };
    return fail('hedge/regime-does-not-fit', values, { field: 'regime' });
  }
  return ok(undefined);
}
