import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { LiquidationModel, MarginTable } from '../../../../shared/domain/margin-table.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { shareOf } from '../../../engine/futures/amounts.ts';
import type { MarginAccount, MarginPosition } from '../../../engine/futures/margin/margin-account.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { marginTiersOf } from './calc-margin-tiers.ts';
import { calcTermsOf } from './calc-terms.ts';

export type LiquidationRequest = CallRequest<'calc.liquidation'>;
type OtherRequest = NonNullable<LiquidationRequest['others']>[number];

/** The account of a `calc liquidation` document; the position asked for is the first. */
export function liquidationAccount(request: LiquidationRequest): Result<MarginAccount> {
  const terms = requestTerms(request);
  if (!terms.ok) return terms;
  const position = askedPosition(request, terms.value);
  if (!position.ok) return position;
  const positions: MarginPosition[] = [position.value];
  for (const [place, other] of (request.others ?? []).entries()) {
    const read = otherPosition(request, other, position.value, `others.${place}`);
    if (!read.ok) return read;
    positions.push(read.value);
  }
  const wallet = walletOf(request);
  if (!wallet.ok) return wallet;
  const model = modelOf(request.model);
  return ok({
    settleAsset: terms.value.settleAsset,
    walletBalance: wallet.value,
    positions,
    collateral: (request.collateral ?? []).map((coin) => ({
      asset: assetId(coin.asset),
      quantity: quantity(coin.quantity),
      price: price(coin.price),
      weight: coin.weight === undefined ? oneRate : rate(coin.weight),
    })),
    ...(model === undefined ? {} : { model }),
  });
}

function modelOf(name: LiquidationRequest['model']): LiquidationModel | undefined {
  return name === 'gate' ? 'okx' : name;
}

function requestTerms(request: LiquidationRequest): Result<ContractTerms> {
  const found = calcTermsOf(request.contract, 'contract');
  if (!found.ok) return found;
  if (request.model === 'inverse' && found.value.payoff !== 'inverse')
    return invalid('model', 'inverse is for contracts that settle in their coin');
  const margin = requestMargin(request);
  if (!margin.ok) return margin;
  const isGiven = typeof request.contract !== 'string';
  if (isGiven && request.model === undefined)
    return invalid('model', 'it is needed where the contract is given by its terms');
  if (isGiven && margin.value === null && request.maxLeverage === undefined)
    return invalid('marginTiers', 'margin is needed where the contract is given by its terms');
  const { takerFee, maxLeverage, underlying } = request;
  return ok({
    ...found.value,
    margin: margin.value ?? found.value.margin,
    takerFee: takerFee === undefined ? found.value.takerFee : rate(takerFee),
    maxLeverage: maxLeverage ?? found.value.maxLeverage,
    underlying: underlying === undefined ? found.value.underlying : assetId(underlying),
  });
}

function requestMargin(request: LiquidationRequest): Result<MarginTable | null> {
  const { contract, marginSlope, brokerMargin } = request;
  const tiers = request.marginTiers ?? (typeof contract === 'string' ? undefined : contract.marginTiers);
  const given = [tiers, marginSlope, brokerMargin].filter((one) => one !== undefined);
  if (given.length > 1) return invalid('marginTiers', 'margin is given in more than one way');
  if (tiers !== undefined) return marginTiersOf(tiers, 'marginTiers');
  if (marginSlope !== undefined) {
    const { initialBase, maintenanceBase, perCoin } = marginSlope;
    return ok({
      kind: 'slope',
      initialBase: rate(initialBase),
      maintenanceBase: rate(maintenanceBase),
      perCoin: rate(perCoin),
    });
  }
  return ok(brokerMargin === undefined ? null : brokerTable(brokerMargin));
}

function brokerTable({
  initial,
  maintenance,
  per,
}: NonNullable<LiquidationRequest['brokerMargin']>): MarginTable {
  if (per === 'contract') {
    const both = { initial: money(initial), maintenance: money(maintenance) };
    return { kind: 'broker-money', long: both, short: both };
  }
  const both = { initial: rate(initial), maintenance: rate(maintenance) };
  return { kind: 'broker-rates', long: both, short: both };
}

function askedPosition(request: LiquidationRequest, terms: ContractTerms): Result<MarginPosition> {
  const position = positionOf(request, terms, request.markPrice, request.settlePrice);
  if (isZero(position.size)) return invalid('quantity', 'it is worth nothing');
  if (request.marginMode === 'cross') {
    const isolatedOnly = (['isolatedMargin', 'leverage', 'addedMargin'] as const).find(
      (name) => request[name] !== undefined,
    );
    return isolatedOnly === undefined
      ? ok(position)
      : invalid(isolatedOnly, 'a cross position has no margin of its own; give walletBalance');
  }
  const isolatedMargin = ownMargin(request, position.entryValue);
  return isolatedMargin.ok
    ? ok({ ...position, mode: 'isolated', isolatedMargin: isolatedMargin.value })
    : isolatedMargin;
}

function ownMargin(
  { isolatedMargin, leverage, addedMargin }: LiquidationRequest,
  entryValue: SettleAmount,
): Result<SettleAmount> {
  if ((isolatedMargin === undefined) === (leverage === undefined))
    return invalid('isolatedMargin', 'an isolated position needs either isolatedMargin or leverage');
  const own =
    leverage === undefined
      ? settleAmount(quantity(isolatedMargin ?? '0'))
      : shareOf(entryValue, ratio<Rate>(oneRate, rate(leverage), 'half-even'));
  return ok(addedMargin === undefined ? own : add(own, settleAmount(quantity(addedMargin))));
}

function positionOf(
  given: Pick<OtherRequest, 'side' | 'quantity' | 'entryPrice'>,
  terms: ContractTerms,
  mark: string,
  settlePrice: string | undefined,
): MarginPosition {
  const rules = payoffRules(terms.payoff);
  const averageEntry = price(given.entryPrice);
  const order = { unit: terms.quantityUnit, amount: quantity(given.quantity) };
  const size = rules.sizeOf(terms, order, averageEntry);
  return {
    terms,
    side: given.side,
    size,
    entryValue: rules.valueAt(size, averageEntry),
    averageEntry,
    at: { price: price(mark), settlePrice: price(settlePrice ?? '1') },
    mode: 'cross',
    isolatedMargin: null,
  };
}

function otherPosition(
  request: LiquidationRequest,
  other: OtherRequest,
  asked: MarginPosition,
  field: string,
): Result<MarginPosition> {
  const found =
    other.contract === undefined ? ok(asked.terms) : calcTermsOf(other.contract, `${field}.contract`);
  if (!found.ok) return found;
  const same = found.value.id === asked.terms.id;
  if (found.value.settleAsset !== asked.terms.settleAsset)
    return invalid(`${field}.contract`, 'it settles in another asset than the position asked for');
  const mark = other.markPrice ?? (same ? request.markPrice : undefined);
  if (mark === undefined) return invalid(`${field}.markPrice`, 'another contract has a mark of its own');
  const inline = typeof other.contract === 'object' ? other.contract.marginTiers : undefined;
  const tiers = other.marginTiers ?? inline;
  const margin = tiers === undefined ? ok(null) : marginTiersOf(tiers, `${field}.marginTiers`);
  if (!margin.ok) return margin;
  const base = same ? asked.terms : found.value;
  const terms = {
    ...base,
    margin: margin.value ?? base.margin,
    underlying: other.underlying === undefined ? base.underlying : assetId(other.underlying),
  };
  const position = positionOf(other, terms, mark, other.settlePrice);
  if (other.marginMode !== 'isolated') return ok(position);
  const isolatedMargin =
    other.isolatedMargin === undefined ? null : settleAmount(quantity(other.isolatedMargin));
  return ok({ ...position, mode: 'isolated', isolatedMargin });
}

/** An isolated position does not touch the wallet; sums of further positions count as part of it. */
function walletOf(request: LiquidationRequest): Result<SettleAmount> {
  const { walletBalance, othersUnrealisedProfit, othersMaintenanceMargin, marginMode } = request;
  if (marginMode === 'cross' && walletBalance === undefined)
    return invalid('walletBalance', 'a cross position needs it');
  const wallet = settleAmount(quantity(walletBalance ?? '0'));
  const profit = settleAmount(quantity(othersUnrealisedProfit ?? '0'));
  const margin = settleAmount(quantity(othersMaintenanceMargin ?? '0'));
  return ok(subtract(add(wallet, profit), margin));
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
