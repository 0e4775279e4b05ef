/** An event in a sentence that a person checks a row by. */
import type { LedgerEvent, Leg, LegRole } from '../../../../shared/domain/event.ts';
import { absolute, isNegative } from '../../../../shared/num/arithmetic.ts';
import { exactText } from '../../../engine/words.ts';

/** What the words are made of: an event of the ledger, or one that may become it. */
type Worded = Pick<LedgerEvent, 'kind' | 'legs' | 'fill' | 'reason' | 'contract'>;
type Sentence = (came: string, went: string, event: Worded, other: string | undefined) => string;

const sentences: Readonly<Record<LedgerEvent['kind'], Sentence>> = {
  buy: (came, went) => `Bought ${came} for ${went}`,
  sell: (came, went) => `Sold ${went} for ${came}`,
  swap: (came, went) => `Swapped ${went} for ${came}`,
  transfer: (_, went) => `Moved ${went} between own accounts`,
  deposit: (came, _went, _event, other = 'elsewhere') => `Received ${came} from ${other}`,
  withdrawal: (_came, went, _event, other) =>
    `Sent ${went} ${other === undefined ? 'elsewhere' : `to ${other}`}`,
  income: (came, _, { reason }) => `Income of ${came} (${reason ?? 'other'})`,
  fee: (_, went) => `Paid a fee of ${went}`,
  spend: (_, went) => `Spent ${went}`,
  'gift-received': (came) => `Was given ${came}`,
  'gift-sent': (_, went) => `Gave ${went} away`,
  donation: (_, went) => `Donated ${went}`,
  loss: (_, went) => `Lost ${went}`,
  'futures-fill': (_came, _went, event) => fillWords(event),
  funding: (came, went, event) =>
    `${came === '' ? `Paid ${went} of` : `Received ${came} of`} funding${onContract(event)}`,
  'realised-profit': (came, went, event) =>
    `${resultWords(came, went, ['Loss of ', 'Profit of ', 'Neither profit nor loss'])}${onContract(event)}`,
  'closed-position': (came, went, event) =>
    `Position closed with ${resultWords(came, went, ['a loss of ', 'a profit of ', 'neither profit nor loss'])}${onContract(event)}`,
  'futures-fee': (_, went, event) => `Paid a futures fee of ${went}${onContract(event)}`,
  settlement: (came, went, event) =>
    `Settlement${came + went === '' ? '' : ' of '}${changeWords(came, went, '')}${onContract(event)}`,
  liquidation: (came, went, event) =>
    `Liquidation${onContract(event)}${resultWords(came, went, [', loss ', ', profit ', ''])}`,
  insurance: (came, went, event) =>
    `${came === '' ? `Paid ${went} to` : `Received ${came} from`} the insurance fund${onContract(event)}`,
  rebate: (came) => `Was given back ${came} of fees`,
  'balance-change': (came, went) =>
    came + went === '' ? 'Moved inside the account' : `Balance changed by ${changeWords(came, went, '+')}`,
};

/**
 * "Bought 0.1 BTC for 4,000 USDT, fee 0.001 BNB". In: `other`, the name of the account where a deposit came from or a
 * withdrawal went, where it is known.
 */
export function eventWords(event: Worded, other?: string): string {
  const { main, beside } = partedLegs(event);
  const came = amounts(main.filter(({ quantity }) => !isNegative(quantity)));
  const went = amounts(main.filter(({ quantity }) => isNegative(quantity)));
  return `${sentences[event.kind](came, went, event, other)}${besideWords(beside)}`;
}

/** What the sentence is about, and what went with it: fees, and the funding of a position that was closed. */
function partedLegs({ kind, legs }: Worded): {
  readonly main: readonly Leg[];
  readonly beside: readonly Leg[];
} {
  if (kind === 'fee' || kind === 'futures-fee') return { main: legs, beside: [] };
  const isAbout = (leg: Leg): boolean => leg.role === 'principal' || leg.role === 'profit';
  const isMain =
    kind === 'liquidation' || legs.some(isAbout) ? isAbout : ({ role }: Leg): boolean => role !== 'fee';
  return { main: legs.filter(isMain), beside: legs.filter((leg) => !isMain(leg)) };
}

/** ", fee 0.001 BNB, funding received 0.5 USDT". */
function besideWords(legs: readonly Leg[]): string {
  const groups = Map.groupBy(legs, ({ role, quantity }) => besideNames[role][isNegative(quantity) ? 0 : 1]);
  return [...groups].map(([name, of]) => `, ${name} ${amounts(of)}`).join('');
}

const besideNames: Readonly<Record<LegRole, readonly [went: string, came: string]>> = {
  principal: ['paid', 'received'],
  profit: ['loss', 'profit'],
  fee: ['fee', 'fee given back'],
  funding: ['funding paid', 'funding received'],
  rebate: ['rebate taken back', 'rebate'],
  insurance: ['insurance fund paid', 'insurance fund received'],
};

/** Of a gain and a loss at once both are named. In: how each begins. */
function resultWords(
  came: string,
  went: string,
  [loss, profit, neither]: readonly [loss: string, profit: string, neither: string],
): string {
  if (came + went === '') return neither;
  if (came === '') return `${loss}${went}`;
  return `${profit}${came}${went === '' ? '' : ` and −${went}`}`;
}

/** "+1 BTC and −2 USDT". */
function changeWords(came: string, went: string, plus: string): string {
  return [...(came === '' ? [] : [`${plus}${came}`]), ...(went === '' ? [] : [`−${went}`])].join(' and ');
}

function amounts(legs: readonly Leg[]): string {
  return legs.map(({ quantity, asset }) => `${exactText(absolute(quantity))} ${asset}`).join(' and ');
}

function fillWords({ fill, legs }: Worded): string {
  if (fill === undefined) return 'Futures trade';
  const { side, quantity, price, contract, positionSide } = fill;
  const symbol = contract.slice(contract.indexOf(':') + 1);
  const which = positionSide === 'one-way' ? '' : ` (${positionSide} position)`;
  const profit = legWords(legs, 'profit', 'profit');
  return `${side === 'buy' ? 'Bought' : 'Sold'} ${exactText(quantity)} ${symbol} at ${exactText(price)}${which}${profit}`;
}

function legWords(legs: readonly Leg[], role: LegRole, name: string): string {
  const leg = legs.find((candidate) => candidate.role === role);
  return leg === undefined ? '' : `, ${name} ${exactText(leg.quantity)} ${leg.asset}`;
}

function onContract({ contract, fill }: Worded): string {
  const id = contract ?? fill?.contract;
  return id === undefined ? '' : ` on ${id.slice(id.indexOf(':') + 1)}`;
}
