import type { Account, AccountId } from '../../../../shared/domain/account.ts';
import { BROKER_FORMS } from '../../../../shared/domain/report-kind.ts';
import type { BrokerForm } from '../../../../shared/domain/report-kind.ts';
import {
  firstCostReported,
  firstProceedsReported,
} from '../../../engine/tax/jurisdictions/us/broker-reporting.ts';
import type { Facts } from '../../facts.ts';

/** What an account's broker says about its sales of a year, and why that is taken to be so. */
export interface KnownBrokerForm {
  readonly form: BrokerForm;
  /** True where the user set it. */
  readonly isSet: boolean;
  readonly why: string;
}

/**
 * Brokers that serve customers in the United States as such, by the venue's name. One that is missing here is assumed to
 * send nothing, which the user can correct.
 */
const US_BROKERS: ReadonlySet<string> = new Set([
  'coinbase',
  'coinbase prime',
  'coinbase advanced',
  'kraken',
  'gemini',
  'binance.us',
  'bitstamp usa',
  'robinhood',
  'fidelity',
  'paypal',
  'cash app',
  'river',
  'swan',
  'strike',
]);

export function brokerFormKey(account: AccountId, year: number): string {
  return `broker-form:${account}:${year}`;
}

/** Errors: none; a setting that this program does not know is passed over. */
export function brokerFormOf(account: AccountId, year: number, facts: Facts): KnownBrokerForm {
  const set = facts.settings.get(brokerFormKey(account, year));
  const form = BROKER_FORMS.find((known) => set === JSON.stringify(known));
  if (form !== undefined) return { form, isSet: true, why: `You set it for ${year}.` };
  return { ...assumedForm(facts.accounts.get(account), year), isSet: false };
}

function assumedForm(account: Account | undefined, year: number): { form: BrokerForm; why: string } {
  if (account === undefined || account.kind === 'wallet' || account.venue === null)
    return { form: 'none', why: 'A wallet of your own has no broker.' };
  const { venue } = account;
  if (account.country !== 'US' && !US_BROKERS.has(venue.toLowerCase()))
    return { form: 'none', why: `${venue} is not known here as a broker in the United States.` };
  if (year < firstProceedsReported)
    return { form: 'none', why: `For ${year} brokers sent no form about coins.` };
  return year < firstCostReported
    ? { form: 'no-basis', why: `For ${year} brokers in the United States report proceeds, but no cost.` }
    : {
        form: 'basis',
        why: `From ${firstCostReported} brokers in the United States report proceeds, and the cost of units bought there from then on.`,
      };
}
