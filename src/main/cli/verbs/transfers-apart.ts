import { transferVerdict } from '../transfer-verdict.ts';

export const transfersApart = transferVerdict(
  {
    summary: 'says that two rows have nothing to do with each other',
    example: 'transfers apart 3f2a-0 9b1c-0',
  },
  'apart',
  'They are not taken for one move any more.',
);
