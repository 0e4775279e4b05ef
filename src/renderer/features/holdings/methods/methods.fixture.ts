import type { MethodRow } from './method-rows.ts';

export function methodRow(method: string, fields: Partial<MethodRow> = {}): MethodRow {
  return {
    method,
    words: method,
    proceeds: '100',
    costBasis: '40',
    shortTermGain: '0',
    longTermGain: '60',
    gain: '60',
    difference: '0',
    tax: null,
    possible: 'from-now',
    why: 'It can be ordered for sales to come.',
    law: 'Treas. Reg. 1.1012-1(j)',
    basisUnknown: false,
    ...fields,
  };
}
