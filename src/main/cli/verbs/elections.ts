import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { countOf, instantText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, type Verb } from '../verb.ts';

type Elections = CallAnswer<'elections.read'>;

export const elections: Verb = {
  summary: 'what the law leaves open about lots, and the orders and lots that are on record',
  usage: '',
  example: 'elections',
  options: {},
  run: async (context) => reportOf(await context.openLedger(), 'elections.read', {}, electionsText),
};

export function electionsText(answer: Elections): string {
  return [
    ...answer.elections.map(electionText),
    `Standing orders\n${ordersText(answer)}`,
    `Lots named for sales\n${identificationsText(answer)}`,
    ...allocationText(answer),
    answer.notes.map((note) => paragraph(`- ${note}`, 2)).join('\n'),
  ].join('\n\n');
}

function electionText(election: Elections['elections'][number]): string {
  const { id, title, sentence, law, options, value, defaultValue, madeAt } = election;
  const made = madeAt === null ? 'not chosen, the default holds' : `chosen on ${madeAt.slice(0, 10)}`;
  const lines = options.map(
    (option) =>
      `[${option.value === value ? 'x' : ' '}] ${option.value}: ${option.words}${option.value === defaultValue ? ' (default)' : ''}`,
  );
  return [
    `${title} (${id}; ${made})`,
    paragraph(sentence, 2),
    ...lines.map((line) => paragraph(line, 2)),
    paragraph(law, 2),
  ].join('\n');
}

function ordersText({ orders }: Elections): string {
  if (orders.length === 0)
    return paragraph(
      'None: first in, first out, which is what the law takes. `hedgerow lots order METHOD`.',
      2,
    );
  return orders.map(({ words }) => paragraph(`- ${words}`, 2)).join('\n');
}

/** Not a table: lots and names can be as long as they like. */
function identificationsText({ identifications }: Elections): string {
  if (identifications.length === 0)
    return paragraph('None: `hedgerow lots identify ACCOUNT ASSET LOT=QUANTITY`.', 2);
  return identifications.map((one) => paragraph(`- ${identificationText(one)}`, 2)).join('\n');
}

function identificationText(one: Elections['identifications'][number]): string {
  const lots = one.lots.map(
    ({ quantity, acquiredDate, lot }) => `${quantityText(quantity)} of ${acquiredDate ?? lot}`,
  );
  const used = one.sales.length === 0 ? 'no sale yet' : countOf(one.sales.length, 'sale');
  return [
    `Record ${one.sequence} of ${instantText(one.recordedAt)}, ${one.accountName}: ${one.asset}, ${lots.join(', ')}.`,
    `Used by ${used}; ${quantityText(one.left)} ${one.asset} left.`,
    `The exchange was ${one.toldBroker ? '' : 'not '}told.`,
  ].join(' ');
}

function allocationText({ allocation }: Elections): string[] {
  if (allocation === null) return [];
  const { way, recordedAt } = allocation;
  const how =
    way.kind === 'global'
      ? `the accounts in turn (${way.accounts.join(', ')}), each filled with the lots that come first by ${way.order}`
      : `${way.units.length} parts of lots, each to the account named for it`;
  return [paragraph(`Basis on 2025-01-01 was divided: ${how}. Recorded ${recordedAt.slice(0, 10)}, fixed.`)];
}
