import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { issuesText } from '../issues.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';
import { fillTable, legText } from './hedge-legs.ts';

export const hedgeLink: Verb = {
  summary: 'says which fills are a leg’s; what it hedges is identified anew, on record today',
  usage: 'LEG [FILL… | --all]',
  example: 'hedge link plan-1-leg-1 --all    # without fills: lists those that could be linked',
  options: { all: { type: 'boolean', help: 'all fills that open, adjust or roll the leg as planned' } },
  run: async (context) => {
    const [leg, ...fills] = context.positionals;
    const all = context.options['all'] === true;
    if (leg === undefined) return wrongUsage('LEG', 'say which leg: `hedgerow hedge legs` lists them');
    if (all && fills.length > 0) return wrongUsage('all', 'name fills or say --all, not both');
    const calls = await context.openLedger();
    return all || fills.length > 0
      ? await reportOf(calls, 'hedge.link', { leg, ...(all ? {} : { fills }) }, linkedText)
      : await reportOf(calls, 'hedge.linkable', { leg }, linkableText);
  },
};

export function linkedText({ leg, record, issues }: CallAnswer<'hedge.link'>): string {
  return [
    legText(leg, true),
    `Record ${record.sequence} of ${record.recordedAt} (${record.hash.slice(0, 16)}…)`,
    ...issuesText(issues),
  ].join('\n\n');
}

function linkableText({ leg, fills }: CallAnswer<'hedge.linkable'>): string {
  if (fills.length === 0)
    return `No fill in the ledger could be linked to ${leg}: import the export that holds it.`;
  const words = fills.map((fill) =>
    paragraph(`${fill.suggested ? '*' : ' '} ${fill.event} ${fill.words}`, 2),
  );
  return `${fillTable(fills)}\n\n${words.join('\n')}\n\n* \`hedgerow hedge link ${leg} --all\` links these.`;
}
