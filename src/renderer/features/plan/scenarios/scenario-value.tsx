import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText, QuantityText, RateText } from '../../../ui/numbers.tsx';

export interface ScenarioValueProps {
  readonly value: string | null;
  /** A currency or a coin; "date", "words" and "share" for what is none. */
  readonly unit: string;
}

/** A cell of scenarios side by side, by what it is. */
export function ScenarioValue({ value, unit }: ScenarioValueProps): ReactNode {
  if (unit === 'date')
    return value === null ? <MoneyText value={null} unknown="none" /> : <DateText value={value} />;
  if (unit === 'words')
    return value === null ? <MoneyText value={null} unknown="none" /> : <Sentence>{value}</Sentence>;
  if (unit === 'share') return <RateText value={value} />;
  if (unit === 'USD') return <MoneyText value={value} currency={unit} unknown="none" />;
  return <QuantityText value={value} unit={unit} unknown="none" />;
}
