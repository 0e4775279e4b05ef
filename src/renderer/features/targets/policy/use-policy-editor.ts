import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall, type CallState } from '../../../rpc/use-call.ts';
import {
  checkFields,
  emptyFields,
  fieldsOf,
  type CheckedFields,
  type FieldsDraft,
  type Policy,
} from './fields-draft.ts';

export type Parsed = CallAnswer<'policy.parse'>;
export type Problem = Parsed['problems'][number];

export interface PolicyEditor {
  readonly text: string;
  type(text: string): void;
  readonly fields: FieldsDraft;
  setFields(fields: FieldsDraft): void;
  readonly checked: CheckedFields;
  /** Which of the two was changed last: the other one follows it. */
  readonly source: 'text' | 'fields';
  readonly parsed: CallState<'policy.parse'>;
  /** What is wrong with what stands there; places are in `text` where the source is the text. */
  readonly problems: readonly Problem[];
  /** What it means; null while it cannot be meant. */
  readonly policy: Policy | null;
  readonly sentence: string | null;
  /** An answer to what was typed last is not here yet. */
  readonly waiting: boolean;
  /** Does it say something that is not saved? */
  readonly changed: boolean;
  readonly touched: boolean;
  undo(): void;
}

const noProblems: readonly Problem[] = [];

/** One policy, as sentences and as fields: whichever is typed, the other follows as soon as it can be meant. */
export function usePolicyEditor(saved: CallAnswer<'policy.read'>, first: FieldsDraft | null): PolicyEditor {
  const start = saved.policy === null ? (first ?? emptyFields) : fieldsOf(saved.policy);
  const [source, setSource] = useState<'text' | 'fields'>(saved.policy === null ? 'fields' : 'text');
  const [touched, setTouched] = useState(false);
  const [text, setText] = useState(saved.sentence ?? '');
  const [fields, setFields] = useState(start);
  const checked = checkFields(fields);
  const [askedText] = useDebouncedValue(text, 120);
  const ask =
    source === 'text' ? { text: askedText } : checked.policy === null ? null : { policy: checked.policy };
  const parsed = useCall('policy.parse', ask ?? { text: askedText }, {
    enabled: ask !== null,
    keepPrevious: true,
  });
  const answer = ask === null ? undefined : parsed.data;
  const waiting =
    parsed.isPlaceholderData || (source === 'text' && askedText !== text) || answer === undefined;
  useFollowing(answer, waiting, source, { setText, setFields });
  const policy = waiting ? null : (answer?.policy ?? null);
  const undo = (): void => {
    setSource('text');
    setText(saved.sentence ?? '');
    if (saved.policy !== null) setFields(fieldsOf(saved.policy));
  };
  return {
    text,
    type: (next) => {
      setTouched(true);
      setSource('text');
      setText(next);
    },
    fields,
    setFields: (next) => {
      setTouched(true);
      setSource('fields');
      setFields(next);
    },
    checked,
    source,
    parsed,
    problems: waiting ? noProblems : (answer?.problems ?? noProblems),
    policy,
    sentence: waiting ? null : (answer?.sentence ?? null),
    waiting,
    changed:
      saved.policy === null || policy === null || JSON.stringify(policy) !== JSON.stringify(saved.policy),
    touched,
    undo,
  };
}

interface Sides {
  setText(text: string): void;
  setFields(fields: FieldsDraft): void;
}

/** Brings the side that was not typed in step with an answer, once for each. */
function useFollowing(
  answer: Parsed | undefined,
  waiting: boolean,
  source: 'text' | 'fields',
  { setText, setFields }: Sides,
): void {
  const [followed, setFollowed] = useState<Parsed | undefined>(undefined);
  if (waiting || answer === undefined || answer === followed) return;
  setFollowed(answer);
  if (source === 'text' && answer.policy !== null) setFields(fieldsOf(answer.policy));
  if (source === 'fields' && answer.sentence !== null) setText(answer.sentence);
}
