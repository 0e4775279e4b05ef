import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { ElectionLine } from '../../../reports/papers/elections-paper.ts';
import type { CallContext } from '../../call-context.ts';
import { readElections } from '../elections/read-elections.ts';

export interface ChoicesInForce {
  readonly lots: readonly ElectionLine[];
  readonly taxes: readonly ElectionLine[];
  readonly orders: readonly { readonly words: string; readonly recordedAt: string }[];
  /** Those that differ from the default, each a sentence; or one that none does. */
  readonly sentences: readonly string[];
}

type Answer = CallAnswer<'elections.read'>;
type Choice = Answer['elections'][number] | Answer['taxElections'][number];

/** The choices in force as papers show them. */
export async function choicesInForce(context: CallContext): Promise<Result<ChoicesInForce>> {
  const answer = await readElections({}, context);
  if (!answer.ok) return answer;
  const lots = answer.value.elections.map(line);
  const taxes = answer.value.taxElections.map(line);
  const others = [...lots, ...taxes].filter(({ isDefault }) => !isDefault);
  const orders = answer.value.orders.filter(({ inForce }) => inForce);
  const sentences = [
    ...others.map(({ title, value }) => `${title}: ${value}.`),
    ...orders.map(({ words }) => `Standing order: ${words}.`),
  ];
  return ok({
    lots,
    taxes,
    orders: answer.value.orders,
    sentences: sentences.length === 0 ? ['All choices at their defaults.'] : sentences,
  });
}

function line(choice: Choice): ElectionLine {
  const { title, value, defaultValue, options, madeAt, law, deadline } = choice;
  return {
    title,
    value: options.find((option) => option.value === value)?.words ?? value,
    isDefault: value === defaultValue,
    madeAt,
    law,
    deadline,
    late: 'late' in choice ? choice.late : null,
  };
}
