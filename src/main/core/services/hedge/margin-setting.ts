import { marginSettingShape } from '../../../../shared/contract/hedge-settings.ts';
import type { MarginMode } from '../../../../shared/domain/margin-table.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import type { PositionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';

/** How a position is margined at its venue: no export says so, the user does. */
export interface MarginSetting {
  readonly mode: MarginMode;
  /** What is set aside for an isolated position; null where not known. */
  readonly isolatedMargin: SettleAmount | null;
}

export function marginKey({ account, contract, positionSide }: PositionKey): string {
  return `margin:${account}:${contract}:${positionSide}`;
}

/** null where the user has not said it. */
export function marginSettingOf(
  settings: ReadonlyMap<string, string>,
  position: PositionKey,
): MarginSetting | null {
  const document = settings.get(marginKey(position));
  const parsed = document === undefined ? null : marginSettingShape.safeParse(JSON.parse(document));
  if (parsed === null || !parsed.success) return null;
  const { mode, isolatedMargin = null } = parsed.data;
  return { mode, isolatedMargin: isolatedMargin === null ? null : settleAmount(quantity(isolatedMargin)) };
}

export function marginDocument({ mode, isolatedMargin }: MarginSetting): string {
  return canonicalJson({ mode, isolatedMargin: isolatedMargin === null ? null : toText(isolatedMargin) });
}
