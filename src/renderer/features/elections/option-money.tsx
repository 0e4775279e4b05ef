import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Explain } from '../../ui/explain.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { signOf } from '../../ui/number-format.ts';
import { isMoved, type OptionEffect } from './view-model.ts';
import classes from './elections.module.css';

export interface OptionMoneyProps {
  /** null where it is not worked out (yet). */
  readonly effect: OptionEffect | null;
  readonly pending: boolean;
  readonly currency: string;
}

/** "$20.77 less tax", and never a sign that could be read the other way. */
function MoreOrLess({
  value,
  currency,
}: {
  readonly value: string | null;
  readonly currency: string;
}): ReactNode {
  return (
    <>
      <MoneyText value={value?.replace('-', '') ?? null} currency={currency} unknown="not worked out" />
      {value === null ? '' : signOf(value) === 'down' ? ' less tax' : ' more tax'}
    </>
  );
}

function sameWords(effect: OptionEffect): string {
  return isMoved(effect) ? 'The same in all, at other times' : 'No difference for your ledger';
}

/** What one answer changes in tax, in all and by year. */
export function OptionMoney({ effect, pending, currency }: OptionMoneyProps): ReactNode {
  if (effect === null) return pending ? <Small>being worked out…</Small> : null;
  const { inForce, total, difference, years, lossesAhead, sentence, explain, words: answer } = effect;
  const figure = (
    <Text span size="sm" fw={600}>
      {inForce ? (
        <>
          In force: <MoneyText value={total} currency={currency} unknown="not worked out" />
        </>
      ) : difference !== null && signOf(difference) === 'flat' ? (
        sameWords(effect)
      ) : (
        <MoreOrLess value={difference} currency={currency} />
      )}
    </Text>
  );
  return (
    <div>
      {explain === null ? (
        figure
      ) : (
        <Explain id={explain} of={`tax with “${answer}”`}>
          {figure}
        </Explain>
      )}
      {!inForce && difference === null && (
        <Small>
          <Sentence>{sentence}</Sentence>
        </Small>
      )}
      {years.length > 0 && (
        <ul className={classes.years} aria-label="By year">
          {years.map((each) => (
            <li key={each.year}>
              {each.year}: <MoreOrLess value={each.difference} currency={currency} />
            </li>
          ))}
        </ul>
      )}
      {!inForce && lossesAhead !== null && signOf(lossesAhead) !== 'flat' && (
        <Small>
          Losses that still wait or go forward after the last year:{' '}
          <MoneyText value={lossesAhead} currency={currency} signed="plain" />
        </Small>
      )}
    </div>
  );
}

function Small({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Text component="div" size="xs" c="dimmed">
      {children}
    </Text>
  );
}
