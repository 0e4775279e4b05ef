import { transferVerdict } from '../transfer-verdict.ts';

export const transfersForget = transferVerdict(
  {
    summary: 'takes back what was said of two rows',
    example: 'transfers forget 3f2a-0 9b1c-0',
  },
  null,
  'Amount, time and hash decide again.',
);
