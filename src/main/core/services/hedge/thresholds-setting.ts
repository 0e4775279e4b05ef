import { thresholdChanges } from '../../../../shared/contract/hedge-settings.ts';
import type { ThresholdChanges } from '../../../../shared/contract/hedge-settings.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { defaultThresholds } from '../../../engine/futures/watch/thresholds.ts';
import type { Thresholds } from '../../../engine/futures/watch/thresholds.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';

export const watchKey = (of: string): string => `watch:${of}`;

/** What was set for one leg or position ("default": for all). */
export function changesOf(settings: ReadonlyMap<string, string>, of: string): ThresholdChanges | null {
  const document = settings.get(watchKey(of));
  const parsed = document === undefined ? null : thresholdChanges.safeParse(JSON.parse(document));
  return parsed === null || !parsed.success ? null : parsed.data;
}

/** What holds for a leg or position: its own, then the user's default, then Hedgerow's. */
export function thresholdsOf(settings: ReadonlyMap<string, string>, of: string): Thresholds {
  const general = withChanges(defaultThresholds, changesOf(settings, 'default'));
  return of === 'default' ? general : withChanges(general, changesOf(settings, of));
}

function withChanges(base: Thresholds, changes: ThresholdChanges | null): Thresholds {
  if (changes === null) return base;
  const { ratio, distance, sigmas, ...counts } = changes;
  const given = Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined));
  return {
    ...base,
    ...given,
    ratio: ratio === undefined ? base.ratio : rate(ratio),
    distance: distance === undefined ? base.distance : rate(distance),
    sigmas: sigmas === undefined ? base.sigmas : rate(sigmas),
  };
}

export function thresholdsDocument(changes: object): string {
  return canonicalJson(changes as never);
}

interface ThresholdsText extends Omit<Thresholds, 'ratio' | 'distance' | 'sigmas'> {
  readonly ratio: string;
  readonly distance: string;
  readonly sigmas: string;
}

export function thresholdsText(limits: Thresholds): ThresholdsText {
  return {
    ...limits,
    ratio: toText(limits.ratio),
    distance: toText(limits.distance),
    sigmas: toText(limits.sigmas),
  };
}
