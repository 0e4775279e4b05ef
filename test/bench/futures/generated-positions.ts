/** Futures fills with their fees, seeded, and a funding row after every tenth: twelve contracts in three accounts. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractSpec } from '../../../src/shared/domain/contract-spec.ts';
import type { EventId, Fill, LedgerEvent, Leg } from '../../../src/shared/domain/event.ts';
import type { Price, Quantity } from '../../../src/shared/num/types.ts';
import { quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { generator } from '../generator.ts';

const CONTRACTS = 12;
const ACCOUNTS = 3;
const start = Date.UTC(2020, 0, 2);
const PLACE = 10n ** 15n;
const ONE = 10n ** 18n;

const accounts = Array.from({ length: ACCOUNTS }, (_, number) => accountId(`account-${number + 1}`));

/** Every third contract is inverse, the others linear. */
export const benchSpecs: readonly ContractSpec[] = Array.from({ length: CONTRACTS }, (_, number) => {
  const isInverse = number % 3 === 2;
  const coin = assetId(`COIN${number + 1}`);
  return {
    id: contractId('bench', `COIN${number + 1}`),
    venue: 'bench',
    symbol: `COIN${number + 1}`,
    name: `COIN${number + 1}`,
    underlying: coin,
    quote: assetId(isInverse ? 'USD' : 'USDT'),
    settleAsset: isInverse ? coin : assetId('USDT'),
    kind: 'perpetual',
    payoff: isInverse ? 'inverse' : 'linear',
    multiplier: quantity(isInverse ? '100' : '1'),
    quantityUnit: isInverse ? 'contracts' : 'base',
    quantityStep: quantity('0.001'),
    minQuantity: null,
    priceTick: null,
    expiry: null,
    expiryRule: null,
    takerFee: null,
    makerFee: null,
    fundingIntervalHours: 8,
    section1256: { status: false, settled: true, reason: 'a benchmark' },
    usPersons: null,
    asOf: localDate('2026-11-22'),
  };
});

/** One fill or funding row as plain numbers, for the floor; amounts in units of 10⁻¹⁸. */
export interface BareRow {
  readonly position: number;
  readonly inverse: boolean;
  /** null: a funding row. */
  readonly buys: boolean | null;
  readonly quantity: bigint;
  readonly price: bigint;
  /** Fee of a fill, amount of a funding row. */
  readonly amount: bigint;
}

export interface GeneratedPositions {
  readonly events: readonly LedgerEvent[];
  readonly rows: readonly BareRow[];
}

/** So many fills, in ledger order, with the same as rows. */
export function generatedPositions(fills: number, seed = 7): GeneratedPositions {
  const random = generator(seed);
  const cents = Float64Array.from({ length: CONTRACTS }, () => 10_000 + Math.floor(random() * 5_000_000));
  const events: LedgerEvent[] = [];
  const rows: BareRow[] = [];
  for (let number = 0; number < fills; number++) {
    const contract = Math.floor(random() * CONTRACTS);
    const account = Math.floor(random() * ACCOUNTS);
    const inverse = contract % 3 === 2;
    cents[contract] = Math.max(100, Math.round((cents[contract] ?? 100) * (1 + (random() - 0.4999) * 0.004)));
    const price = (BigInt(cents[contract] ?? 100) * ONE) / 100n;
    const amount = BigInt(Math.ceil(random() * 9000)) * (inverse ? ONE : PLACE);
    const fee = -BigInt(Math.ceil(random() * 90_000)) * 10n ** 12n;
    const position = contract * ACCOUNTS + account;
    const buys = random() < 0.5;
    rows.push({ position, inverse, buys, quantity: amount, price, amount: fee });
    events.push(fillEvent(number, contract, account, { buys, amount, price, fee }));
    if (number % 10 !== 9) continue;
    const funding = BigInt(Math.floor((random() - 0.4) * 90_000)) * 10n ** 13n;
    rows.push({ position, inverse, buys: null, quantity: 0n, price: 0n, amount: funding });
    events.push(eventOf(number, 1, contract, 'funding', [leg(contract, account, funding, 'funding')]));
  }
  return { events, rows };
}

interface Traded {
  readonly buys: boolean;
  readonly amount: bigint;
  readonly price: bigint;
  readonly fee: bigint;
}

function fillEvent(number: number, contract: number, account: number, traded: Traded): LedgerEvent {
  const fill: Fill = {
    account: accountOf(account),
    contract: specOf(contract).id,
    side: traded.buys ? 'buy' : 'sell',
    quantity: traded.amount as unknown as Quantity,
    price: traded.price as unknown as Price,
    positionSide: 'one-way',
  };
  const legs = [leg(contract, account, traded.fee, 'fee')];
  const { contract: _, ...event } = eventOf(number, 0, contract, 'futures-fill', legs);
  return { ...event, fill };
}

function eventOf(
  number: number,
  part: number,
  contract: number,
  kind: LedgerEvent['kind'],
  legs: readonly Leg[],
): LedgerEvent {
  return {
    id: `${number}-${part}` as EventId,
    time: instantFromEpochMs(start + number * 200_000),
    sequence: number * 2 + part,
    kind,
    legs,
    contract: specOf(contract).id,
    source: { file: 'generated.csv', line: number + 2, format: 'bench' },
  };
}

function leg(contract: number, account: number, amount: bigint, role: Leg['role']): Leg {
  return {
    account: accountOf(account),
    asset: specOf(contract).settleAsset,
    quantity: amount as unknown as Quantity,
    role,
  };
}

function specOf(contract: number): ContractSpec {
  const spec = benchSpecs[contract];
  if (spec === undefined) throw new Error(`no contract ${contract}`);
  return spec;
}

function accountOf(account: number): Leg['account'] {
  return accounts[account] ?? accountId('account-1');
}
