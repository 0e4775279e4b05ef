import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { accountSlug } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { price, quantity, rate } from '../../../../shared/num/parse.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { runStress } from '../../../engine/futures/stress/run-stress.ts';
import { standardScenarios, venueScenarios } from '../../../engine/futures/stress/standard-scenarios.ts';
import type { StressScenario } from '../../../engine/futures/stress/scenario.ts';
import type {
  StressLeg,
  StressPool,
  StressPortfolio,
} from '../../../engine/futures/stress/stress-portfolio.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { HandlersOf } from '../../call-context.ts';
import { resultText } from '../stress/result-text.ts';
import { chosenOf } from '../stress/run-scenarios.ts';
import { scenarioOf } from '../stress/scenario-text.ts';
import { OWN_WALLETS } from '../stress/stress-portfolio-of.ts';
import { marginTiersOf } from './calc-margin-tiers.ts';
import { calcTermsOf } from './calc-terms.ts';

type Request = CallRequest<'calc.stress'>;
type GivenAccount = Request['accounts'][number];
type GivenPosition = GivenAccount['positions'][number];

const ONE = price('1');

/** Errors: `contracts/unknown`, `stress/no-such-scenario`, `call/invalid-input`. */
export const calcStressHandlers: HandlersOf<'calc.stress'> = {
  'calc.stress': async (request) => {
    const portfolio = portfolioOf(request);
    if (!portfolio.ok) return portfolio;
    const scenarios = scenariosOf(request, portfolio.value);
    if (!scenarios.ok) return scenarios;
    return ok({ results: scenarios.value.map((one) => resultText(runStress(portfolio.value, one))) });
  },
};

function portfolioOf({ currency = 'USD', prices, portfolio, accounts }: Request): Result<StressPortfolio> {
  const pools: StressPool[] = [];
  for (const [place, account] of accounts.entries()) {
    const pool = poolOf(account, `accounts.${place}`);
    if (!pool.ok) return pool;
    pools.push(pool.value);
  }
  return ok({
    currency: assetId(currency),
    holdings: portfolio.map(({ asset, quantity: amount, venue }) => ({
      venue: venue ?? OWN_WALLETS,
      ownWallet: venue === undefined,
      asset: assetId(asset),
      quantity: quantity(amount),
    })),
    pools,
    prices: new Map([
      [assetId(currency), ONE],
      ...Object.entries(prices).map(([asset, text]) => [assetId(asset), price(text)] as const),
    ]),
    legsLeftOut: 0,
    unknown: [],
  });
}

function poolOf(
  { name, venue = name, settleAsset, walletBalance, positions }: GivenAccount,
  field: string,
): Result<StressPool> {
  const legs: StressLeg[] = [];
  for (const [place, position] of positions.entries()) {
    const at = `${field}.positions.${place}`;
    const leg = legOf(position, at);
    if (!leg.ok) return leg;
    const settles = leg.value.terms.settleAsset;
    if (settles !== assetId(settleAsset)) {
      const reason = `it settles in ${settles}, and the account in ${settleAsset}`;
      return fail('call/invalid-input', { field: `${at}.contract`, reason }, { field: `${at}.contract` });
    }
    legs.push({ ...leg.value, id: `${name}:${place + 1}` });
  }
  return ok({
    id: `${name} ${settleAsset}`,
    account: accountSlug(name),
    accountName: name,
    venue,
    settleAsset: assetId(settleAsset),
    isolated: null,
    wallet: settleAmount(quantity(walletBalance)),
    support: [],
    legs,
    unknown: null,
  });
}

function legOf(given: GivenPosition, field: string): Result<StressLeg> {
  const found = calcTermsOf(given.contract, `${field}.contract`);
  if (!found.ok) return found;
  const margin =
    given.marginTiers === undefined
      ? ok(found.value.margin)
      : marginTiersOf(given.marginTiers, `${field}.marginTiers`);
  if (!margin.ok) return margin;
  const terms = {
    ...found.value,
    margin: margin.value,
    underlying: given.underlying === undefined ? found.value.underlying : assetId(given.underlying),
    quote: given.quote === undefined ? found.value.quote : assetId(given.quote),
    takerFee: given.takerFee === undefined ? found.value.takerFee : rate(given.takerFee),
  };
  const rules = payoffRules(terms.payoff);
  const entry = price(given.entryPrice);
  const order = { unit: terms.quantityUnit, amount: quantity(given.quantity) };
  const size = rules.sizeOf(terms, order, entry);
  const settlePrice = given.settlePrice === undefined ? ONE : price(given.settlePrice);
  const at = { price: price(given.markPrice), settlePrice };
  return ok({
    id: '',
    terms,
    side: given.side,
    size,
    entryValue: rules.valueAt(size, entry),
    at,
    planned: false,
  });
}

function scenariosOf(
  { scenarios }: Request,
  { pools, holdings }: StressPortfolio,
): Result<readonly StressScenario[]> {
  const away = holdings.filter(({ ownWallet }) => !ownWallet);
  const venues = new Set([...pools.map(({ venue }) => venue), ...away.map(({ venue }) => venue)]);
  const shipped = [...standardScenarios, ...venueScenarios([...venues].toSorted())];
  if (scenarios === undefined) return ok(shipped);
  const chosen: StressScenario[] = [];
  for (const asked of scenarios) {
    const found = typeof asked === 'string' ? chosenOf(shipped, [asked]) : ok([scenarioOf(asked)]);
    if (!found.ok) return found;
    chosen.push(...found.value);
  }
  return ok(chosen);
}
