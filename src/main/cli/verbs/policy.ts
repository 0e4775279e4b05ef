import { reportOf, type Verb } from '../verb.ts';

export const policy: Verb = {
  summary: 'the targets as stored, in words',
  usage: '',
  example: 'policy',
  options: {},
  run: async (context) =>
    await reportOf(
      await context.openLedger(),
      'targets.read',
      {},
      ({ words }) => words ?? 'No targets yet: `hedgerow policy set FILE`.',
    ),
};
