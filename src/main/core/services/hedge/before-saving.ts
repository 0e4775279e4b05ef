import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { ContractTerms, EvidentField } from '../../../../shared/domain/contract-terms.ts';
import { absolute, add } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { amountAsMoney } from '../../../engine/futures/amounts.ts';
import { fieldsOf, unconfirmedWords } from '../../../engine/futures/evidence.ts';
import { initialMargin } from '../../../engine/futures/margin/initial-margin.ts';
import { marginCautions } from '../../../engine/futures/margin/margin-cautions.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { marginForMove } from '../../../engine/futures/watch/checks/margin-checks.ts';
import { notionalAs, orderCoins, orderQuantity } from '../../../engine/futures/watch/checks/checked-order.ts';
import type { CheckedOrder } from '../../../engine/futures/watch/checks/checked-order.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { listText, moneyText, quantityText } from '../../../engine/words.ts';
import { dataAge } from './data-age-look.ts';
import { costs, legLost } from './costs-look.ts';
import type { Look, LookFound, LookInput } from './saving-look.ts';

type Row = CallAnswer<'hedge.checks'>['beforeSaving'][number];

/** Source: risks.md 2.8: what is looked at before a plan leaves the screen. In the order of that list. */
const LOOKS: readonly (readonly [Row['id'], Look])[] = [
  ['data-age', dataAge],
  ['notional', notional],
  ['delta', delta],
  ['margin-overnight', marginOvernight],
  ['liquidity', liquidity],
  ['leg-lost', legLost],
  ['costs', costs],
  ['expiry', expiry],
  ['tax', tax],
  ['uncertain', uncertain],
];

/** The ten things to look at, each with what the ledger says of it; what is uncertain has to be acknowledged. */
export function beforeSaving(input: LookInput, acknowledged: readonly string[]): readonly Row[] {
  return LOOKS.map(([id, look]) => {
    const { state, words, ask = false } = input.orders.length === 0 ? notLookedAt : look(input);
    return { id, state, words, needsAcknowledgement: ask, acknowledged: acknowledged.includes(id) };
  });
}

const notLookedAt: LookFound = { state: 'unknown', words: 'Nothing is ordered that could be looked at.' };

function notional({ orders, issues }: LookInput): LookFound {
  const off = issues.filter(({ code }) => code === 'hedge/unit-slip' || code === 'hedge/size-off');
  if (off.length > 0) return { state: 'look', words: off[0]?.message ?? '' };
  const words = orders.map((order) => {
    const worth = notionalAs(order, 'order');
    const moved = orderCoins(order);
    const { terms, quantity } = order;
    const unit = { contracts: 'contracts', base: terms.underlying, quote: terms.quote }[terms.quantityUnit];
    const parts = [
      quantityText(quantity, `${unit} of ${terms.symbol}`),
      ...(moved === null ? [] : [quantityText(absolute<Quantity>(moved), terms.underlying)]),
      ...(worth === null ? [] : [moneyText(worth, terms.quote)]),
    ];
    return parts.join(' = ');
  });
  return { state: 'fine', words: `${listText(words)}.` };
}

function delta({ orders, derived, issues }: LookInput): LookFound {
  const wrong = issues.find(({ code }) => code === 'hedge/wrong-side' || code === 'hedge/over-hedged');
  if (wrong !== undefined) return { state: 'look', words: wrong.message };
  const assets = [...new Set(orders.map(({ terms }) => terms.underlying))];
  const words = assets.map((asset) => {
    const before =
      derived.holdings.holdings.find((one) => one.asset === asset)?.effectiveQuantity ?? zeroQuantity;
    const moved = orders
      .filter(({ terms }) => terms.underlying === asset)
      .reduce<Quantity | null>((total, order) => {
        const one = orderCoins(order);
        return total === null || one === null ? null : add<Quantity>(total, one);
      }, zeroQuantity);
    if (moved === null) return `${asset}: not known without a price`;
    return `${asset}: ${quantityText(before, asset)} before, ${quantityText(add(before, moved), asset)} after`;
  });
  return {
    state: words.some((one) => one.endsWith('price')) ? 'unknown' : 'fine',
    words: `${words.join('; ')}.`,
  };
}

function marginOvernight({ orders }: LookInput): LookFound {
  const margins = orders.map((order) => {
    const { terms, at, side } = order;
    if (at === null) return null;
    const size = payoffRules(terms.payoff).sizeOf(terms, orderQuantity(order), at.price);
    const margin = initialMargin(terms, side === 'buy' ? 'long' : 'short', size, at);
    return margin === null ? null : `${settleText(margin, terms)} for ${terms.symbol}`;
  });
  const known = margins.filter((one) => one !== null);
  if (known.length < margins.length) {
    const words = 'What the venue asks overnight is not known of every contract: ask before you open it.';
    return { state: 'unknown', words, ask: true };
  }
  return { state: 'fine', words: `Held back overnight: ${listText(known)}.` };
}

function liquidity({ orders, derived }: LookInput): LookFound {
  const needed = orders.map((order) => ({ order, margin: marginForMove(order) }));
  const known = needed.flatMap(({ order: { terms }, margin }) =>
    margin === null ? [] : [{ terms, amount: margin.amount }],
  );
  if (known.length < orders.length) return { state: 'unknown', words: 'Not known without a price.' };
  const byVenue = Map.groupBy(known, ({ terms }) => `${terms.venue} ${terms.settleAsset}`);
  const amounts = [...byVenue.values()].flatMap((group) => {
    const [first] = group;
    const total = group.map(({ amount }) => amount).reduce((sum, one) => add(sum, one));
    return first === undefined ? [] : [`${settleText(total, first.terms)} at ${first.terms.venue}`];
  });
  const without = needed.filter(({ margin }) => margin?.withMaintenance === false);
  const more =
    without.length === 0
      ? ''
      : ` What ${listText(without.map(({ order }) => order.terms.symbol))} keeps back as maintenance margin is not known and comes on top.`;
  return {
    state: 'look',
    words: `A move of 30 % against the legs takes ${listText(amounts)}: keep that much there. What the coins gain in ${derived.facts.currency} cannot pay it.${more}`,
  };
}

function expiry({ orders, issues }: LookInput): LookFound {
  const found = issues.find(({ code }) =>
    ['hedge/crosses-expiry', 'hedge/rolls', 'hedge/expiry-near', 'hedge/contract-expired'].includes(code),
  );
  if (found !== undefined) return { state: 'look', words: found.message };
  const dated = orders.flatMap(({ terms }) =>
    terms.expiry === null ? [] : [`${terms.symbol} ends on ${dateText(terms.expiry)}`],
  );
  return { state: 'fine', words: dated.length === 0 ? 'No leg has an end.' : `${listText(dated)}.` };
}

function tax({ orders }: LookInput): LookFound {
  const unsettled = orders.filter(({ terms }) => !terms.section1256.settled);
  const shorts = orders.some(({ side }) => side === 'sell');
  const straddle = shorts
    ? 'A short against coins that gained is most likely a straddle: losses may wait, and clocks of young lots may restart. '
    : '';
  if (unsettled.length === 0) {
    const status = [
      ...new Set(orders.map(({ terms }) => (terms.section1256.status ? 'section 1256' : 'ordinary capital'))),
    ];
    return { state: shorts ? 'look' : 'fine', words: `${straddle}Gains are ${listText(status)}.` };
  }
  const words = `${straddle}Whether section 1256 applies to ${listText(unsettled.map(({ terms }) => terms.symbol))} is not settled: ask your adviser.`;
  return { state: 'look', words, ask: true };
}

const UNCERTAIN_FIELDS: readonly EvidentField[] = [...fieldsOf('sizing', 'margin'), 'expiryRule'];

function cautionsOf(order: CheckedOrder): string[] {
  const { terms, at } = order;
  if (at === null) return [];
  return marginCautions(terms, payoffRules(terms.payoff).sizeOf(terms, orderQuantity(order), at.price), at);
}

function uncertain({ orders }: LookInput): LookFound {
  const words = [
    ...new Set(
      orders.flatMap((order) => [...unconfirmedWords(order.terms, UNCERTAIN_FIELDS), ...cautionsOf(order)]),
    ),
  ];
  return words.length === 0
    ? { state: 'fine', words: 'Everything that these sizes rest on is confirmed by a source.' }
    : { state: 'look', words: words.join(' '), ask: true };
}

/** Money with two decimals, coins with eight. */
function settleText(amount: SettleAmount, { settleAsset, underlying }: ContractTerms): string {
  return settleAsset === underlying
    ? quantityText(amount, settleAsset)
    : moneyText(amountAsMoney(amount), settleAsset);
}
