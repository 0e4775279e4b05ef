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

const words = ['more tax', 'less tax'] as const;

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
      ) : difference !== null && signOf(difference) === 'flat' && !isMoved(effect) ? (
        'No difference for your ledger'
      ) : (
        <MoneyText
          value={difference}
          currency={currency}
          signed="plain"
          words={words}
          unknown="not worked out"
        />
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
      {!inForce && (
        <Small>
          <Sentence>{sentence}</Sentence>
        </Small>
      )}
      {years.length > 0 && (
        <ul className={classes.years} aria-label="By year">
          {years.map((each) => (
            <li key={each.year}>
              {each.year}:{' '}
              <MoneyText value={each.difference} currency={currency} signed="plain" words={words} />
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
