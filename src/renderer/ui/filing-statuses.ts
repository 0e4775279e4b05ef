import type { CallInput } from '../../shared/contract/contract.ts';

export type FilingStatus = CallInput<'plan.saveProfile'>['years'][number]['filingStatus'];

/** How someone files, in plain words. */
export const filingStatuses: readonly { readonly value: FilingStatus; readonly label: string }[] = [
  { value: 'single', label: 'Single' },
  { value: 'marriedJoint', label: 'Married, filing together' },
  { value: 'marriedSeparate', label: 'Married, filing apart' },
  { value: 'headOfHousehold', label: 'Head of household' },
];
