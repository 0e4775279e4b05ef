/** What has to be on record before the taxpayer's day ends, by the real clock. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { countsFor } from '../../../../shared/domain/straddle-identification.ts';
import { epochMs, toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { endOfDay, localDateOf, timeZoneText } from '../../../../shared/time/time-zone.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Derived } from '../../derived.ts';
import { fillIndex, legLivesOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { linkableOf } from './linkable-of.ts';
import { identificationsByLeg, isStraddle, regimeFitsLeg, regimeMeant } from './straddle-records.ts';
import { unclaimedOf } from './unclaimed.ts';

export type EndingToday = CallAnswer<'elections.read'>['endingToday'][number];

const MINUTE = 60_000;

/**
 * Shorts of today that nothing on record ties to lots yet, and hedges of today that are not marked as what they are meant
 * to be. Empty where figures are as of another day than today.
 * In: `clock`, the real instant. Law: 26 U.S.C. 1092(a)(2)(B); Reg. 1.1092(b)-3T(d): until local midnight.
 */
export function endingTodayOf(derived: Derived, clock: Instant): readonly EndingToday[] {
  const today = localDateOf(clock, derived.facts.timeZone);
  if (today !== derived.asOf) return [];
  return [...unlinkedToday(derived, clock, today), ...unmarkedToday(derived, clock, today)];
}

/** Issues: `hedge/day-ending`. */
export function dayEndingIssues(derived: Derived, clock: Instant): readonly Issue[] {
  return endingTodayOf(derived, clock).map(({ words, command, asset }) =>
    issueOf('hedge/day-ending', 'warning', { words, command }, { asset: asset as AssetId }),
  );
}

function unlinkedToday(derived: Derived, clock: Instant, today: LocalDate): readonly EndingToday[] {
  const { byId } = fillIndex(derived.events);
  const held = new Set(derived.heldLots.map(({ asset }) => asset));
  const legs = legLivesOf(derived);
  return unclaimedOf(derived).flatMap(({ position, fills }): EndingToday[] => {
    const { spec, side } = position;
    const ofToday = fills.flatMap((id) => byId.get(id) ?? []).filter(isOn(today, derived));
    if (side !== 'short' || !held.has(spec.underlying) || ofToday.length === 0) return [];
    const leg = legs.find((life) => takes(life, ofToday, derived));
    const command =
      leg === undefined ? 'hedgerow hedge adopt --exit DATE' : `hedgerow hedge link ${leg.leg.id}`;
    const left = timeLeft(derived, clock);
    return [
      {
        kind: 'unlinked',
        leg: leg?.leg.id ?? null,
        position: positionKey(position),
        asset: spec.underlying,
        contractName: spec.name,
        fills: ofToday.map(({ id }) => id),
        ...left.fields,
        words: `${left.words} to put on record which lots the short in ${spec.name} hedges (${countOf(ofToday.length, 'fill')} of today). What a hedge covers counts only if it is on record before the day ends (${timeZoneText(derived.facts.timeZone)}).`,
        command,
      },
    ];
  });
}

function takes(life: LegLife, fills: readonly LegFill[], derived: Derived): boolean {
  if (life.leg.side !== 'sell') return false;
  const ids = new Set(fills.map(({ id }) => id));
  return linkableOf(life, derived).some(({ fill, suggested }) => suggested && ids.has(fill.id));
}

function unmarkedToday(derived: Derived, clock: Instant, today: LocalDate): readonly EndingToday[] {
  const byLeg = identificationsByLeg(derived.facts.records);
  return legLivesOf(derived).flatMap((life): EndingToday[] => {
    const { leg } = life;
    const regime = regimeMeant(leg, derived);
    const ofToday = life.fills.filter(isOn(today, derived));
    const isMeant = regime !== 'none' && regime !== 'account' && isStraddle(leg, derived);
    if (!isMeant || ofToday.length === 0 || !regimeFitsLeg(regime, leg, derived)) return [];
    const marked = byLeg.get(leg.id) ?? [];
    if (marked.some((one) => one.regime === regime && countsFor(one, today))) return [];
    const left = timeLeft(derived, clock);
    const name = life.terms?.name ?? leg.contract;
    return [
      {
        kind: 'unidentified',
        leg: leg.id,
        position: null,
        asset: leg.asset,
        contractName: name,
        fills: ofToday.map(({ id }) => id),
        ...left.fields,
        words: `${left.words} to mark ${leg.id} (${name}) as “${regime}”, as you chose for new hedges. It counts only if it is on record before the day ends (${timeZoneText(derived.facts.timeZone)}).`,
        command: `hedgerow elections identify-straddle ${leg.id} ${regime}`,
      },
    ];
  });
}

function isOn(today: LocalDate, { facts }: Derived): (fill: Pick<LegFill, 'time'>) => boolean {
  return ({ time }) => localDateOf(time, facts.timeZone) === today;
}

function timeLeft(
  { facts, asOf }: Derived,
  clock: Instant,
): { readonly words: string; readonly fields: Pick<EndingToday, 'until' | 'minutesLeft'> } {
  const until = endOfDay(asOf, facts.timeZone);
  const minutesLeft = Math.max(0, Math.floor((epochMs(until) - epochMs(clock)) / MINUTE));
  const hours = Math.floor(minutesLeft / 60);
  const words = hours >= 2 ? countOf(hours, 'hour') : countOf(minutesLeft, 'minute');
  return { words: `${words} left today`, fields: { until: toIso(until), minutesLeft } };
}

function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
