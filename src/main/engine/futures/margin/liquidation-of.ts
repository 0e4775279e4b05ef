import type { LiquidationModel } from '../../../../shared/domain/margin-table.ts';
import { accountView } from './account-view.ts';
import type { AccountView } from './account-view.ts';
import { binance } from './binance.ts';
import { broker } from './broker.ts';
import { bybitEntry } from './bybit-entry.ts';
import { bybitMark } from './bybit-mark.ts';
import { deribit } from './deribit.ts';
import { hyperliquid } from './hyperliquid.ts';
import { inverse } from './inverse.ts';
import { kraken } from './kraken.ts';
import { liquidationContext } from './liquidation-context.ts';
import type { LiquidationModelOf } from './liquidation-model.ts';
import type { LiquidationAnswer, MarginAccount, MarginPosition } from './margin-account.ts';
import { okx } from './okx.ts';

const models: Record<LiquidationModel, LiquidationModelOf> = {
  binance,
  'bybit-entry': bybitEntry,
  'bybit-mark': bybitMark,
  okx,
  inverse,
  deribit,
  kraken,
  hyperliquid,
  broker,
};

/**
 * The price at which the venue closes a position of the account (a broker: calls for money). A cross position shares
 * the wallet: the others' profit and margin count as they stand at their marks.
 * In: whoever asks for many positions of one account passes its view along.
 * Out: `none` where no price liquidates; `unknown` with the reason where a term it needs is not known.
 */
export function liquidationOf(
  account: MarginAccount,
  position: MarginPosition,
  view: AccountView = accountView(account),
): LiquidationAnswer {
  const { symbol, liquidation } = position.terms;
  const model = account.model ?? liquidation;
  if (model === null) return { kind: 'unknown', why: `how the venue liquidates ${symbol} is not known` };
  const found = liquidationContext(view, position);
  return found.kind === 'unknown' ? found : models[model](found.context);
}
