import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText, RateText } from '../../../ui/numbers.tsx';
import { Term } from '../../../ui/term.tsx';
import type { Trace } from '../../../ui/trace-part.ts';
import type { Answer } from './view-model.ts';
import classes from './alternatives.module.css';

/** Where the answer between selling now and hedging turns round: funding, date, price, tax rate. */
export function WhatDecides({ answer: { decides } }: { readonly answer: Answer }): ReactNode {
  if (decides === null) return null;
  const { funding, date, price, rates } = decides;
  return (
    <section>
      <Title order={3} mb={4}>
        What decides
      </Title>
      <Text size="sm" mb="sm">
        Each is a <Term id="break-even" />: the value at which selling now and hedging cost the same, all else
        as it is.
      </Text>
      <dl className={classes.decides}>
        <Turn
          name="Cost of holding the short, a year, on top of what is assumed"
          words={funding.words}
          trace={funding.trace}
        >
          <RateText value={funding.at} unknown="it does not turn" />
        </Turn>
        <Turn name="Last day on which hedging is cheaper" words={date.words} trace={date.trace}>
          {date.at === null ? <Never /> : <DateText value={date.at} />}
        </Turn>
        <Turn name="Move of all prices by the horizon" words={price.words} trace={price.trace}>
          {price.fall === null && price.rise === null ? (
            <Never />
          ) : (
            <>
              {price.fall !== null && <RateText value={price.fall} signed="plain" decimals={0} />}
              {price.fall !== null && price.rise !== null && ' or '}
              {price.rise !== null && <RateText value={price.rise} signed="plain" decimals={0} />}
            </>
          )}
        </Turn>
        {rates.map(({ year, which, at, income, words, trace }) => (
          <Turn
            key={`${year} ${which}`}
            name={`Tax rate on other income in ${year}`}
            words={words}
            trace={trace}
          >
            {at === null ? (
              <Never />
            ) : (
              <>
                <RateText value={at} decimals={1} />
                {income !== null && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    (income of <MoneyText value={income} short />)
                  </Text>
                )}
              </>
            )}
          </Turn>
        ))}
      </dl>
    </section>
  );
}

function Never(): ReactNode {
  return (
    <Text span c="dimmed" size="sm">
      it does not turn
    </Text>
  );
}

interface TurnProps {
  readonly name: string;
  readonly words: string;
  readonly trace: Trace | null;
  readonly children: ReactNode;
}

function Turn({ name, words, trace, children }: TurnProps): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <div className={classes.big}>
          {trace === null ? (
            children
          ) : (
            <ExplainTrace trace={trace} of={name}>
              {children}
            </ExplainTrace>
          )}
        </div>
        <Text size="sm">
          <Sentence>{words}</Sentence>
        </Text>
      </dd>
    </div>
  );
}
