import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { marketsAsked } from './asked-of-file.ts';
import type { FileChipProps } from './file-chips.tsx';
import { choiceOf } from './import-flow.ts';

/** Dates that can be read either way: one click says which. */
export function DateOrderChoice({ file, choice, onChoose }: FileChipProps): ReactNode {
  return (
    <Group gap="xs" role="group" aria-label={`Order of the dates in ${file.file}`}>
      <Button
        variant="default"
        onClick={() => onChoose(choiceOf(file.upload, { ...choice, dateOrder: 'day-first' }))}
      >
        The day comes first: 31/12
      </Button>
      <Button
        variant="default"
        onClick={() => onChoose(choiceOf(file.upload, { ...choice, dateOrder: 'month-first' }))}
      >
        The month comes first: 12/31
      </Button>
    </Group>
  );
}

/** Numbers that can be read either way: one click says which. */
export function DecimalMarkChoice({ file, choice, onChoose }: FileChipProps): ReactNode {
  return (
    <Group gap="xs" role="group" aria-label={`How decimals are written in ${file.file}`}>
      <Button
        variant="default"
        onClick={() => onChoose(choiceOf(file.upload, { ...choice, decimalMark: '.' }))}
      >
        With a point: 1,234.5
      </Button>
      <Button
        variant="default"
        onClick={() => onChoose(choiceOf(file.upload, { ...choice, decimalMark: ',' }))}
      >
        With a comma: 1.234,5
      </Button>
    </Group>
  );
}

/** Rows that look like those of another file: one click says that they are not. */
export function OtherRowsChoice({ file, choice, onChoose }: FileChipProps): ReactNode {
  return (
    <Button
      variant="default"
      w="fit-content"
      onClick={() => onChoose(choiceOf(file.upload, { ...choice, asOtherRows: true }))}
    >
      These are other rows
    </Button>
  );
}

/** What a press on either says, where the bare word would not be clear. */
const marketWords: Readonly<Record<string, string>> = {
  deposits: 'Deposits: the coins came in',
  withdrawals: 'Withdrawals: the coins went out',
};

/** A file that can be of two things: one click says which. Nothing where it does not ask. */
export function MarketsChoice({ file, choice, onChoose }: FileChipProps): ReactNode {
  const asked = marketsAsked(file.problems);
  if (asked.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={`What ${file.file} is of`}>
      {asked.map((market) => (
        <Button
          key={market}
          variant="default"
          onClick={() => onChoose(choiceOf(file.upload, { ...choice, market }))}
        >
          {marketWords[market] ?? `It is of ${market}`}
        </Button>
      ))}
    </Group>
  );
}
