import { rate } from '../../../shared/num/parse.ts';
import type { Rate } from '../../../shared/num/types.ts';

/** How large an order is against a day's volume. Source: arXiv 1412.4503; the steps are common practice. */
export function volumeFlag(shareOfVolume: Rate): 'fine' | 'caution' | 'do-not-trust' {
  if (shareOfVolume > DO_NOT_TRUST) return 'do-not-trust';
  return shareOfVolume >= VOLUME_CAUTION ? 'caution' : 'fine';
}

/** How large an order is against what rests within 1 %. Source: common practice. */
export function depthFlag(shareOfDepth: Rate): 'fine' | 'caution' | 'extreme' {
  if (shareOfDepth > DEPTH_EXTREME) return 'extreme';
  return shareOfDepth >= DEPTH_CAUTION ? 'caution' : 'fine';
}

const VOLUME_CAUTION = rate('0.005');
const DO_NOT_TRUST = rate('0.05');
const DEPTH_CAUTION = rate('0.05');
const DEPTH_EXTREME = rate('0.2');
