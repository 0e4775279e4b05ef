import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { absolute, add } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { amountAsMoney } from '../../../engine/futures/amounts.ts';
import { unconfirmedWords } from '../../../engine/futures/evidence.ts';
import { initialMargin } from '../../../engine/futures/margin/initial-margin.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { marginForMove } from '../../../engine/futures/watch/checks/margin-checks.ts';
import { notionalAs, orderCoins, orderQuantity } from '../../../engine/futures/watch/checks/checked-order.ts';
import type { CheckedOrder } from '../../../engine/futures/watch/checks/checked-order.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { listText, moneyText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { thresholdsOf } from './thresholds-setting.ts';

type Row = CallAnswer<'hedge.checks'>['beforeSaving'][number];
type Found = Pick<Row, 'state' | 'words'> & { readonly ask?: boolean };

interface Input {
  readonly orders: readonly CheckedOrder[];
  readonly issues: readonly Issue[];
  readonly derived: Derived;
}

type Look = (input: Input) => Found;

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
export function beforeSaving(input: Input, acknowledged: readonly string[]): readonly Row[] {
  return LOOKS.map(([id, look]) => {
    const { state, words, ask = false } = look(input);
    return { id, state, words, needsAcknowledgement: ask, acknowledged: acknowledged.includes(id) };
  });
}

function dataAge({ orders, derived }: Input): Found {
  const { priceAgeDays } = thresholdsOf(derived.facts.settings, 'default');
  const names = new Set<AssetId>([
    ...orders.map(({ asset }) => asset),
    ...(derived.facts.policy?.targets ?? []).map(({ asset }) => asset),
  ]);
  const ages = [...names].map((asset) => {
    const time = derived.prices.latest(asset, derived.at)?.time;
    const days =
      time === undefined
        ? null
        : time === null
          ? 0
          : daysBetween(localDateOf(time, derived.facts.timeZone), derived.asOf);
    return { asset, days };
  });
  const missing = ages.filter(({ days }) => days === null).map(({ asset }) => asset);
  if (missing.length > 0) return { state: 'unknown', words: `No price of ${listText(missing)} is known.` };
  const old = ages.filter(({ days }) => days !== null && days > priceAgeDays);
  if (old.length === 0) return { state: 'fine', words: 'Every price is of today or of yesterday.' };
  const words = `${listText(old.map(({ asset, days }) => `the price of ${asset} is ${String(days)} days old`))}: sizes are as old.`;
  return { state: 'look', words: words.charAt(0).toUpperCase() + words.slice(1), ask: true };
}

function notional({ orders, issues }: Input): Found {
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

function delta({ orders, derived, issues }: Input): Found {
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

function marginOvernight({ orders }: Input): Found {
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

function liquidity({ orders, derived }: Input): Found {
  const needed = orders.map((order) => ({ order, margin: marginForMove(order) }));
  const known = needed.flatMap(({ order: { terms }, margin }) =>
    margin === null ? [] : [`${settleText(margin.amount, terms)} at ${terms.venue}`],
  );
  if (known.length < orders.length) return { state: 'unknown', words: 'Not known without a price.' };
  const without = needed.filter(({ margin }) => margin?.withMaintenance === false);
  const more =
    without.length === 0
      ? ''
      : ` What ${listText(without.map(({ order }) => order.terms.symbol))} keeps back as maintenance margin is not known and comes on top.`;
  return {
    state: 'look',
    words: `A move of 30 % against the legs takes ${listText(known)}: keep that much there. What the coins gain in ${derived.facts.currency} cannot pay it.${more}`,
  };
}

function legLost({ orders, derived }: Input): Found {
  let worst: Money = zeroMoney;
  for (const order of orders) {
    const worth = notionalAs(order, 'order');
    if (worth === null) return { state: 'unknown', words: 'Not known without a price.' };
    worst = add(worst, moneyTimes(worth, FIFTH, 'half-even'));
  }
  const words = `If the venue closed the legs by force and prices then moved 20 % the other way, about ${moneyText(worst, derived.facts.currency)} would be lost.`;
  return { state: 'look', words };
}

const FIFTH = rate('0.2');

function costs({ orders }: Input): Found {
  const known = orders.map((order) => {
    const { terms } = order;
    const worth = notionalAs(order, 'order');
    if (worth === null) return null;
    if (terms.takerFee !== null) return moneyTimes(worth, terms.takerFee, 'half-even');
    return terms.feePerContract === null
      ? null
      : valueOf(order.quantity, terms.feePerContract as never, 'half-even');
  });
  const total = known.reduce<Money | null>(
    (sum, one) => (sum === null || one === null ? null : add(sum, one)),
    zeroMoney,
  );
  if (total === null)
    return {
      state: 'unknown',
      words: 'A fee is not known: ask the venue. Spread and impact come on top.',
      ask: true,
    };
  const quote = orders[0]?.terms.quote ?? '';
  return {
    state: 'fine',
    words: `Fees to open are about ${moneyText(total, quote)}, and the same to close; spread and impact come on top.`,
  };
}

function expiry({ orders, issues }: Input): Found {
  const found = issues.find(({ code }) =>
    ['hedge/crosses-expiry', 'hedge/rolls', 'hedge/expiry-near', 'hedge/contract-expired'].includes(code),
  );
  if (found !== undefined) return { state: 'look', words: found.message };
  const dated = orders.flatMap(({ terms }) =>
    terms.expiry === null ? [] : [`${terms.symbol} ends on ${dateText(terms.expiry)}`],
  );
  return { state: 'fine', words: dated.length === 0 ? 'No leg has an end.' : `${listText(dated)}.` };
}

function tax({ orders }: Input): Found {
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

function uncertain({ orders }: Input): Found {
  const words = [
    ...new Set(
      orders.flatMap(({ terms }) =>
        unconfirmedWords(terms, ['multiplier', 'quantityUnit', 'quantityStep', 'margin', 'expiryRule']),
      ),
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
