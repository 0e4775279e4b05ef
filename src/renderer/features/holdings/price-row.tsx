import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatAge } from '../../ui/date-format.ts';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { PriceText } from '../../ui/numbers.tsx';
import type { PriceLine } from './price-entries.ts';
import { pricedName } from './view-model.ts';
import classes from './prices.module.css';

export interface PriceRowProps {
  readonly line: PriceLine;
  readonly typed: string;
  readonly error: string | undefined;
  /** The first takes the focus when the drawer opens. */
  readonly first: boolean;
  onType(text: string): void;
}

/** What a thing costs as far as is known, from when and whom, and a field for what it costs now. */
export function PriceRow({ line: { of, known }, typed, error, first, onType }: PriceRowProps): ReactNode {
  const { name, kind } = pricedName(of);
  return (
    <li className={classes.row}>
      <div>
        <Text size="sm" fw={600}>
          {name}
          {kind === 'contract' && (
            <Text span size="xs" c="dimmed" fw={400}>
              {' '}
              futures contract
            </Text>
          )}
        </Text>
        {known === null ? (
          <Badge variant="light" color="yellow" tt="none">
            no price yet
          </Badge>
        ) : (
          <Text size="xs" c="dimmed" component="div">
            <PriceText value={known.price} />, {formatAge(known.ageDays)}, {known.source}
            {known.stale && (
              <Badge ml={6} size="sm" variant="light" color="yellow" tt="none">
                aged
              </Badge>
            )}
          </Text>
        )}
      </div>
      <DecimalInput
        data-autofocus={first || undefined}
        aria-label={`New price of ${name}`}
        value={typed}
        onChange={onType}
        unit="USD"
        placeholder="new price"
        error={error}
      />
    </li>
  );
}
