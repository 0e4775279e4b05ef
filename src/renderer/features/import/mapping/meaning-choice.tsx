import { Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  MAPPING_IGNORE_RULES,
  MAPPING_MEANS,
  mappingMeansWords,
  type MappingIgnoreRule,
} from '../../../../shared/domain/mapping-profile.ts';
import { INCOME_REASONS, type IncomeReason } from '../../../../shared/domain/event.ts';
import type { Meaning } from './edit-profile.ts';

export interface MeaningChoiceProps {
  readonly label: string;
  readonly value: Meaning | null;
  /** What it is while nothing is said. */
  readonly unsaid: string;
  onChange(meaning: Meaning | null): void;
}

const ruleWords: Readonly<Record<MappingIgnoreRule, string>> = {
  'not-final': 'it is not final: pending, failed or cancelled',
  'inside-the-account': 'it only moves something inside the account',
  'nothing-moved': 'nothing moved',
  'fills-follow': 'its trades stand in rows of their own',
  heading: 'it is a heading or a sum',
  'states-no-event': 'it states no event',
};

const reasonWords: Readonly<Record<IncomeReason, string>> = {
  staking: 'staking',
  interest: 'interest',
  airdrop: 'an airdrop',
  reward: 'a reward or bonus',
  mining: 'mining',
  referral: 'a referral',
  other: 'something else',
};

/** What a row is; and what more has to be said of such a row. */
export function MeaningChoice({ label, value, unsaid, onChange }: MeaningChoiceProps): ReactNode {
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        aria-label={label}
        size="xs"
        style={{ flex: '2 1 0' }}
        data={[
          { value: '', label: unsaid },
          ...MAPPING_MEANS.map((means) => ({ value: means, label: mappingMeansWords[means] })),
        ]}
        value={value?.means ?? ''}
        onChange={(event) => {
          const means = MAPPING_MEANS.find((one) => one === event.currentTarget.value);
          onChange(means === undefined ? null : firstOf(means));
        }}
      />
      {value !== null && <More label={label} value={value} onChange={onChange} />}
    </Group>
  );
}

/** With what is most often meant, so that nothing more has to be said. */
function firstOf(means: Meaning['means']): Meaning {
  if (means === 'ignore') return { means, rule: 'states-no-event' };
  return means === 'income' ? { means, reason: 'other' } : { means };
}

function More({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Meaning;
  onChange(meaning: Meaning): void;
}): ReactNode {
  const { means } = value;
  const select = (
    what: string,
    now: string,
    data: readonly Choice[],
    take: (text: string) => void,
  ): ReactNode => (
    <NativeSelect
      aria-label={`${label}: ${what}`}
      size="xs"
      style={{ flex: '1 1 0' }}
      data={data}
      value={now}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
  if (means === 'ignore')
    return select('why', value.rule ?? '', choices(MAPPING_IGNORE_RULES, ruleWords, 'because '), (rule) =>
      onChange({ ...value, rule: rule as MappingIgnoreRule }),
    );
  if (means === 'income')
    return select('from', value.reason ?? 'other', choices(INCOME_REASONS, reasonWords, 'from '), (reason) =>
      onChange({ ...value, reason: reason as IncomeReason }),
    );
  if (means === 'trade' || means === 'futures-fill')
    return select('side', value.side ?? '', sides, (side) =>
      onChange(side === '' ? { means } : { means, side: side as 'buy' | 'sell' }),
    );
  return null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const sides: readonly Choice[] = [
  { value: '', label: 'the row says which side' },
  { value: 'buy', label: 'always a buy' },
  { value: 'sell', label: 'always a sale' },
];

function choices<Key extends string>(
  keys: readonly Key[],
  words: Readonly<Record<Key, string>>,
  before: string,
): readonly Choice[] {
  return keys.map((key) => ({ value: key, label: `${before}${words[key]}` }));
}
