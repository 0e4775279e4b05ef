import type { CallInput } from '../../../shared/contract/contract.ts';
import { readEntry } from '../../ui/decimal-entry.ts';
import type { FilingStatus } from '../../ui/filing-statuses.ts';

export type ProfileInput = CallInput<'plan.saveProfile'>;
export type OrderInput = CallInput<'elections.order'>;
export type LotMethod = Extract<OrderInput['method'], 'fifo' | 'hifo'>;

/** What the last step of creating a ledger asks. */
export interface ProfileDraft {
  readonly year: number;
  readonly filingStatus: FilingStatus;
  /** As typed. */
  readonly income: string;
  readonly lotMethod: LotMethod;
  readonly timeZone: string;
}

export const lotMethods: readonly {
  readonly value: LotMethod;
  readonly label: string;
  readonly about: string;
}[] = [
  {
    value: 'fifo',
    label: 'First in, first out',
    about: 'The oldest coins count as sold first. What applies if you chose nothing.',
  },
  {
    value: 'hifo',
    label: 'Highest cost first',
    about:
      'The dearest coins count as sold first. Hedgerow records it with the time, because it counts for sales from then on only.',
  },
];

export type ProfileAnswer =
  | { readonly ok: true; readonly profile: ProfileInput; readonly order: OrderInput | null }
  | { readonly ok: false; readonly incomeError: string };

/**
 * The profile to save and the standing order to record after it, or what is wrong with the income. What was not asked
 * starts at nothing, and can be added later.
 */
export function profileOf(draft: ProfileDraft): ProfileAnswer {
  const income = readEntry(draft.income, {});
  if (!income.ok) {
    return {
      ok: false,
      incomeError: income.error ?? 'Give a figure; a rough one will do, 0 if you have no income',
    };
  }
  return {
    ok: true,
    profile: {
      jurisdiction: 'us',
      currency: 'USD',
      timeZone: draft.timeZone,
      carryforward: { shortTerm: '0', longTerm: '0' },
      years: [
        {
          year: draft.year,
          filingStatus: draft.filingStatus,
          ordinaryIncome: income.value,
          deduction: 'standard',
          otherInvestmentIncome: '0',
          qualifiedDividends: '0',
          otherShortTermGain: '0',
          otherLongTermGain: '0',
        },
      ],
    },
    // First in, first out is what holds without an order.
    order: draft.lotMethod === 'fifo' ? null : { account: null, method: draft.lotMethod },
  };
}
