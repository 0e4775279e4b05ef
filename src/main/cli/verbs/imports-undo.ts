import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { countOf } from '../numbers.ts';
import { plain } from '../table.ts';
import { wrongUsage, type Verb } from '../verb.ts';

type Batch = CallAnswer<'imports.list'>['batches'][number];

export const importsUndo: Verb = {
  summary: 'takes one import back, exactly',
  usage: 'ID',
  example: 'imports undo 3    # `hedgerow imports` shows the ids',
  options: {},
  run: async (context) => {
    const [batch, more] = context.positionals;
    if (batch === undefined) return wrongUsage('ID', 'say which import: `hedgerow imports` lists them');
    if (more !== undefined) return wrongUsage(more, 'one import at a time');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const before = await calls.value.call('imports.list', {});
    if (!before.ok) return before;
    const undone = await calls.value.call('imports.undo', { batch });
    if (!undone.ok) return undone;
    const { removed } = undone.value;
    const of = before.value.batches.find(({ id }) => id === batch);
    return ok({ document: undone.value, text: () => undoneText(removed, of) });
  },
};

function undoneText(removed: number, of: Batch | undefined): string {
  if (of === undefined) return `Took the import back: ${countOf(removed, 'row')} removed.`;
  const { file, events, observations, prices } = of;
  const stay = events + observations - removed;
  return [
    `Took the import of ${plain(file)} back: ${countOf(removed, 'row')} removed.`,
    ...(stay > 0
      ? [`${countOf(stay, 'row')} of it ${stay === 1 ? 'stays' : 'stay'}: another import states the same.`]
      : []),
    ...(prices > 0
      ? [`Its ${countOf(prices, 'price')} went with it, but for what another import states as well.`]
      : []),
  ].join('\n');
}
