import type { LotMethod } from './lot.ts';

/** Each method inside a sentence: "sold first in, first out". */
export const lotMethodWords: Readonly<Record<LotMethod, string>> = {
  fifo: 'first in, first out',
  lifo: 'last in, first out',
  hifo: 'highest cost first',
  lofo: 'lowest cost first',
  'lowest-tax': 'lowest tax first',
  specific: 'as each sale names its lots',
  average: 'at average cost',
  'section-104': 'by the section 104 pool',
};
