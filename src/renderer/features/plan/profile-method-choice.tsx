import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { lotMethodWords } from '../../../shared/domain/lot-method-words.ts';
import { Term } from '../../ui/term.tsx';
import type { LotMethod } from './profile-draft.ts';

export interface MethodChoiceProps {
  readonly chosen: LotMethod;
  /** By the standing orders that there are. */
  readonly inForce: LotMethod;
  onChange(method: LotMethod): void;
}

/** Which lots are sold first: a standing order from now on. Another method that holds already stays a choice. */
export function MethodChoice({ chosen, inForce, onChange }: MethodChoiceProps): ReactNode {
  const other = inForce === 'fifo' || inForce === 'hifo' ? null : inForce;
  return (
    <Radio.Group
      label="Which lots are sold first"
      description="Holds for sales from now on; what was sold before stays as it was. A change is recorded with its time. From 2027 it counts at an exchange only if you told the exchange too. Other methods, and orders for one account, are under Holdings &amp; lots, Choices on record"
      value={chosen}
      onChange={(value) => onChange(value === 'fifo' || value === 'hifo' ? value : inForce)}
    >
      <Stack gap="xs" mt="xs">
        <Radio
          value="fifo"
          label={
            <>
              The oldest: <Term id="fifo" />
            </>
          }
        />
        <Radio
          value="hifo"
          label={
            <>
              The one that cost most: <Term id="hifo" />
            </>
          }
        />
        {other !== null && <Radio value={other} label={`As until now: ${lotMethodWords[other]}`} />}
      </Stack>
    </Radio.Group>
  );
}
