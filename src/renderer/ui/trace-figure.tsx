import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from './hide-amounts.tsx';
import { DateText, MoneyText, QuantityText, RateText } from './numbers.tsx';
import { figureKind } from './trace-kind.ts';

export interface TraceFigureProps {
  readonly value: string;
  readonly unit: string;
}

/** The value of one line of a trace, by what it is: money, a rate, a date, a quantity, or words. */
export function TraceFigure({ value, unit }: TraceFigureProps): ReactNode {
  switch (figureKind(value, unit)) {
    case 'money':
      return <MoneyText value={value} currency={unit} />;
    case 'rate':
      return <RateText value={value} decimals={4} />;
    case 'date':
      return <DateText value={value} />;
    case 'quantity':
      return <QuantityText value={value} {...(unit === '' ? {} : { unit })} />;
    case 'words':
      return (
        <Text size="sm" span>
          <Sentence>{value}</Sentence>
        </Text>
      );
  }
}
