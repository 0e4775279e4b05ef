import { ok } from '../../../../shared/errors/failure.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, rate } from '../../../../shared/num/parse.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { fieldsOf, unconfirmedWords } from '../../../engine/futures/evidence.ts';
import { cashNeeded } from '../../../engine/futures/margin/cash-needed.ts';
import { openProfit } from '../../../engine/futures/margin/account-view.ts';
import { liquidationDistance } from '../../../engine/futures/margin/liquidation-distance.ts';
import type {
  LiquidationAnswer,
  MarginAccount,
  MarginPosition,
} from '../../../engine/futures/margin/margin-account.ts';
import { marginCautions } from '../../../engine/futures/margin/margin-cautions.ts';
import { marginState } from '../../../engine/futures/margin/margin-state.ts';
import type { HandlersOf } from '../../call-context.ts';
import { liquidationAccount } from './calc-liquidation-account.ts';
import type { LiquidationRequest } from './calc-liquidation-account.ts';

const MOVES = ['0.1', '0.2', '0.3', '0.5'];

type Answer = CallAnswer<'calc.liquidation'>;

export const calcLiquidationHandlers: HandlersOf<'calc.liquidation'> = {
  'calc.liquidation': async (request) => {
    const account = liquidationAccount(request);
    if (!account.ok) return account;
    const [position] = account.value.positions;
    const [margin] = marginState(account.value).byPosition;
    invariant(position !== undefined && margin !== undefined, 'the position asked for is the first');
    const { liquidation } = margin;
    return ok({
      ...priceFields(liquidation, position, sharesWallet(account.value)),
      maintenanceMargin: text(margin.maintenance),
      initialMargin: text(margin.initial),
      equity: text(margin.equity),
      unrealisedProfit: toText(openProfit(position)),
      marginRatio: text(margin.ratio),
      tier: margin.tier,
      ...distanceFields(liquidation, request),
      cashNeeded: (request.moves ?? MOVES).map((move) => ({
        move,
        cash: text(cashNeeded(position, rate(move))),
      })),
      unconfirmed: unconfirmedOf(account.value),
    });
  },
};

/** Whether other cross positions live on the same wallet. */
function sharesWallet({ positions }: MarginAccount): boolean {
  const [asked, ...others] = positions;
  return asked?.mode === 'cross' && others.some(({ mode }) => mode === 'cross');
}

function priceFields(
  answer: LiquidationAnswer,
  position: MarginPosition,
  shares: boolean,
): Pick<Answer, 'liquidationPrice' | 'kind' | 'call' | 'reached' | 'reason' | 'togetherPrice'> {
  const isPrice = answer.kind === 'price';
  return {
    liquidationPrice: isPrice ? toText(answer.price) : null,
    kind: answer.kind,
    call: isPrice && answer.call,
    reached: isPrice && answer.reached,
    reason: reasonOf(answer, position, shares),
    togetherPrice: answer.kind === 'unknown' ? null : text(answer.together),
  };
}

function reasonOf(
  answer: LiquidationAnswer,
  { side, terms }: MarginPosition,
  shares: boolean,
): string | null {
  switch (answer.kind) {
    case 'unknown':
      return `The liquidation price is not known: ${answer.why}.`;
    case 'none':
      return side === 'short' && terms.payoff === 'inverse'
        ? 'No price liquidates it: the coins behind it are worth what it owes at every price.'
        : 'No price above zero liquidates it: what stands behind it covers every loss.';
    case 'price': {
      if (answer.reached)
        return 'The margin is short already at the mark: the price is where it would suffice again.';
      if (answer.call) return 'At this price the broker calls for money; there is no automatic liquidation.';
      return shares ? 'An estimate: the other positions of the wallet are taken to stand still.' : null;
    }
  }
}

function distanceFields(
  answer: LiquidationAnswer,
  { markPrice, dailyVolatility }: LiquidationRequest,
): Pick<Answer, 'distance' | 'distanceInDailySigmas'> {
  if (answer.kind !== 'price') return { distance: null, distanceInDailySigmas: null };
  const sigma = dailyVolatility === undefined ? null : rate(dailyVolatility);
  const { share, dailySigmas } = liquidationDistance(price(markPrice), answer.price, sigma);
  return { distance: toText(share), distanceInDailySigmas: text(dailySigmas) };
}

/** Terms that no source confirms, and margins that are doubtful though a table gives them. */
function unconfirmedOf({ positions }: MarginAccount): string[] {
  const depends = fieldsOf('margin');
  return [
    ...new Set(
      positions.flatMap(({ terms, size, at }) => [
        ...(terms.evidence.length === 0 ? [] : unconfirmedWords(terms, depends)),
        ...marginCautions(terms, size, at),
      ]),
    ),
  ];
}

function text(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
