/** Futures by the names that brokers write: "MBTZ6" is December 2026 of CME's micro bitcoin. */
import { contractId, type ContractId } from '../../../shared/domain/contract-spec.ts';
import { type Instant, toIso } from '../../../shared/time/instant.ts';

/** CME's futures of coins, as the catalogue names them. */
const products: ReadonlySet<string> = new Set([
  'BTC',
  'MBT',
  'BFF',
  'ETH',
  'MET',
  'SOL',
  'MSL',
  'XRP',
  'MXP',
]);
const monthCodes = 'FGHJKMNQUVXZ';
const withMonth = /^([A-Z0-9]+?)([FGHJKMNQUVXZ])(\d{1,2})$/u;

/** The contract, by the catalogue's name where it is a coin's. In: when it was traded, which tells the decade. */
export function futureContract(symbol: string, time: Instant): ContractId {
  const plain = symbol.toUpperCase().replaceAll(' ', '');
  const match = withMonth.exec(plain);
  const [, product = '', month = '', year = ''] = match ?? [];
  if (!products.has(product)) return contractId('interactive-brokers', plain);
  const number = String(monthCodes.indexOf(month) + 1).padStart(2, '0');
  return contractId('cme', `${product}-${fullYear(year, time)}${number}`);
}

/** The first such year from the trade on. */
function fullYear(digits: string, time: Instant): number {
  const now = Number(toIso(time).slice(0, 4));
  const span = 10 ** digits.length;
  const candidate = now - (now % span) + Number(digits);
  return candidate < now ? candidate + span : candidate;
}
