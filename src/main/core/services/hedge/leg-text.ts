import type { z } from 'zod';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { hedgeLegLife, hedgePlanLife } from '../../../../shared/contract/hedge-legs-calls.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { FillEffect, LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import { fundingTotal } from '../../../engine/futures/watch/leg-funding.ts';
import type { LegContract } from '../../../engine/futures/watch/leg-position.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { sourcesOf } from '../holdings/event-sources.ts';
import { issueTexts } from '../issue-text.ts';
import { planSentence } from '../targets/hedge-plan-text.ts';
import { legCoins } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { legRecords } from './leg-records.ts';
import { stateWords } from './leg-words.ts';

type LegText = z.output<typeof hedgeLegLife>;
type PlanText = z.output<typeof hedgePlanLife>;
export type FillText = LegText['fills'][number];
export type AmountText = LegText['contracts'][number]['funding'];

/** An amount with its worth at the price of the day; null where there is none. */
export function amountText(asset: AssetId, quantity: Quantity, derived: Derived): AmountText {
  const price = derived.prices.latest(asset, derived.at);
  const value = price === null ? null : toText(valueOf(quantity, price.price, 'half-even'));
  return { asset, quantity: toText(quantity), value };
}

export function legText(life: LegLife, linkable: number, derived: Derived): LegText {
  const { leg, plan, terms } = life;
  const moved = legCoins(life);
  const effects = new Map(life.position.moments.map(({ fill, effect }) => [fill, effect]));
  return {
    leg: leg.id,
    plan: plan.id,
    asset: leg.asset,
    contract: leg.contract,
    contractName: terms?.name ?? leg.contract,
    symbol: terms?.symbol ?? leg.contract,
    venue: terms?.venue ?? '',
    side: leg.side,
    state: life.state,
    stateWords: stateWords(life, derived),
    quantity: toText(leg.quantity),
    unit: terms?.quantityUnit ?? 'contracts',
    quote: terms?.quote ?? derived.facts.currency,
    price: toText(leg.price),
    notional: toText(leg.notional),
    wanted: leg.wanted === null ? null : toText(leg.wanted),
    coins: moved === null ? null : toText(moved),
    contracts: life.position.contracts.map((one) => contractText(one, life, derived)),
    fills: life.fills.map((fill) => fillText(fill, effects.get(fill.id) ?? 'opens', derived)),
    lots: leg.lots.map((lot) => lotText(lot, derived)),
    records: [...legRecords(leg.id, plan.id, derived.facts.records).records],
    linkable,
    issues: issueTexts(legIssues(life, derived), derived),
    explain: `leg:${leg.id}`,
  };
}

function contractText(one: LegContract, life: LegLife, derived: Derived): LegText['contracts'][number] {
  const { spec } = one;
  const payments = life.payments.filter(({ key }) => key === positionKey(one));
  const { quantity, value } = fundingTotal(payments);
  return {
    contract: one.contract,
    contractName: spec.name,
    symbol: spec.symbol,
    account: one.account,
    accountName: derived.accountName(one.account),
    positionSide: one.positionSide,
    side: one.averageEntry === null ? 'flat' : one.open.direction,
    quantity: toText(one.quantity.amount),
    unit: one.quantity.unit,
    quote: spec.quote,
    averageEntry: one.averageEntry === null ? null : toText(one.averageEntry),
    opened: toIso(one.opened),
    closed: one.closed === null ? null : toIso(one.closed),
    expiry: spec.expiry === null ? null : dateText(spec.expiry),
    realisedProfit: amountText(spec.settleAsset, one.realisedProfit, derived),
    fees: one.fees.map((fee) => amountText(fee.asset, fee.quantity, derived)),
    funding: { asset: spec.settleAsset, quantity: toText(quantity), value: moneyText(value) },
    fundingPayments: payments.length,
  };
}

function moneyText(value: Money | null): string | null {
  return value === null ? null : toText(value);
}

export function fillText({ id, time, fill, source }: LegFill, did: FillEffect, derived: Derived): FillText {
  const spec = derived.facts.termsOf(fill.contract);
  const { file, line } = sourcesOf(derived)(id, time);
  return {
    event: id,
    time: toIso(time),
    date: dateText(localDateOf(time, derived.facts.timeZone)),
    contract: fill.contract,
    symbol: spec?.symbol ?? fill.contract,
    account: fill.account,
    accountName: derived.accountName(fill.account),
    side: fill.side,
    quantity: toText(fill.quantity),
    unit: spec?.quantityUnit ?? 'contracts',
    quote: spec?.quote ?? derived.facts.currency,
    price: toText(fill.price),
    positionSide: fill.positionSide,
    did,
    file: file === '' ? source.file : file,
    line,
  };
}

const heldById = keptFor((lots: readonly OpenLot[]) => Map.groupBy(lots, ({ id }) => id));

function lotText(
  { lot, quantity }: LegLife['leg']['lots'][number],
  derived: Derived,
): LegText['lots'][number] {
  const parts = heldById(derived.heldLots).get(lot) ?? [];
  const [first] = parts;
  const held = parts.reduce<Quantity>((total, one) => add(total, one.quantity), zeroQuantity);
  return {
    lot,
    quantity: toText(quantity),
    acquiredDate: first === undefined ? null : dateText(first.acquiredDate),
    longTermFrom: first === undefined ? null : dateText(first.longTermFrom),
    held: toText(held),
    explain: first === undefined ? `lot:${lot}` : `lot:${lot}@${first.account}`,
  };
}

/** Fills that are gone, and a position of the venue that is smaller than the leg says. */
function legIssues(life: LegLife, derived: Derived): readonly Issue[] {
  const gone = life.gone.map(() => issueOf('hedge/fill-gone', 'warning', { leg: life.leg.id }));
  const differs = life.open.flatMap(({ part }) => {
    const position = derived.positions.positions.find((one) => positionKey(one) === positionKey(part));
    const held = position?.side === part.open.direction ? position.quantity.amount : zeroQuantity;
    if (held >= part.quantity.amount) return [];
    const values = {
      leg: life.leg.id,
      linked: toText(part.quantity.amount),
      account: part.account,
      held: toText(held),
    };
    return [issueOf('hedge/leg-differs', 'warning', values, { account: part.account })];
  });
  return [...gone, ...differs];
}

export function planText(
  lives: readonly LegLife[],
  linkable: (life: LegLife) => number,
  derived: Derived,
): PlanText | null {
  const [first] = lives;
  if (first === undefined) return null;
  const { plan, from } = first;
  const states = lives.map(({ state }) => state);
  return {
    plan: plan.id,
    createdAt: toIso(plan.createdAt),
    firstDay: dateText(from),
    exitDate: dateText(plan.exitDate),
    reason: plan.reason,
    sentence: planSentence(plan, derived.facts.termsOf),
    state: states.every((state) => state === 'closed')
      ? 'closed'
      : states.every((state) => state === 'planned')
        ? 'planned'
        : 'running',
    legs: lives.map((life) => legText(life, linkable(life), derived)),
  };
}

export type LegsAnswer = CallAnswer<'hedge.legs'>;
