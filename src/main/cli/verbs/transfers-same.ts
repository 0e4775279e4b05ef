import { transferVerdict } from '../transfer-verdict.ts';

export const transfersSame = transferVerdict(
  {
    summary: 'says that two rows are one move between your own accounts',
    example: 'transfers same 3f2a-0 9b1c-0',
  },
  'same',
  'They are one move now: lots go with it, with their cost and date.',
);
