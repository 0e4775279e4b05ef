import { Checkbox, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { signOf } from '../../../ui/number-format.ts';
import { DateText, MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import type { Choices } from './choices-words.ts';
import type { CheckedLots } from './identify-draft.ts';

/** Lots named before that no sale has used yet come first. */
export function StillOpen({
  onRecord: { identifications },
  asset,
  account,
}: {
  readonly onRecord: Choices;
  readonly asset: string;
  readonly account: string;
}): ReactNode {
  const open = identifications.filter(
    (each) => each.asset === asset && each.account === account && signOf(each.left) === 'up',
  );
  return open.map(({ sequence, left, recordedAt }) => (
    <Text key={sequence} size="sm" c="dimmed">
      <QuantityText value={left} unit={asset} /> that you named on <DateText value={recordedAt} /> are not
      sold yet: the next sale uses them first.
    </Text>
  ));
}

/** What the named lots add up to. */
export function ComesTo({
  checked,
  asset,
}: {
  readonly checked: CheckedLots;
  readonly asset: string;
}): ReactNode {
  if (checked.choices.length === 0) {
    return (
      <Text size="sm" role="status">
        Type how much of a lot you will sell.
      </Text>
    );
  }
  return (
    <Text size="sm" role="status">
      {checked.choices.length === 1 ? '1 lot' : `${checked.choices.length} lots`},{' '}
      <QuantityText value={checked.quantity} unit={asset} />. At today’s price this is a short-term gain of{' '}
      <MoneyText value={checked.shortGain} signed="gain" unknown="no price" /> and a long-term gain of{' '}
      <MoneyText value={checked.longGain} signed="gain" unknown="no price" />
      {checked.basisUnknown && ', with a cost that nobody knows'}. Nothing is sold by recording it.
    </Text>
  );
}

export interface ToldOfLotsProps {
  readonly accountName: string;
  readonly told: boolean;
  onChange(told: boolean): void;
}

/** From 2027 on the exchange has to know before the sale. */
export function ToldOfLots({ accountName, told, onChange }: ToldOfLotsProps): ReactNode {
  return (
    <Checkbox
      label={`I have told ${accountName} which coins I will sell`}
      description="For sales from 1 January 2027 on, it counts at an exchange only if the exchange was told before the sale."
      checked={told}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
