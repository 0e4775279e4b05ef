import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AsOf } from '../../ui/as-of.tsx';
import { HeadlineFigure } from '../../ui/headline-figure.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { Term } from '../../ui/term.tsx';
import { worthWords, type Holdings } from './view-model.ts';
import classes from './overview.module.css';

/** The four figures that everything else details. */
export function Totals({ holdings }: { readonly holdings: Holdings }): ReactNode {
  const { unrealisedShort, unrealisedLong, currency, pricesDay, asOf, assumptions } = holdings;
  const { total, cost, costNote, totalNote } = worthWords(holdings);
  return (
    <Paper p="lg">
      <dl className={classes.totals}>
        <HeadlineFigure
          label="All you hold is worth"
          note={
            totalNote === null ? (
              <AsOf pricesDay={pricesDay} today={asOf} />
            ) : (
              <Sentence>{totalNote}</Sentence>
            )
          }
        >
          <MoneyText value={total} currency={currency} unknown="no price" />
        </HeadlineFigure>
        <HeadlineFigure
          label={<Term id="cost-basis">Cost basis</Term>}
          note={<Sentence>{costNote}</Sentence>}
        >
          <MoneyText value={cost} currency={currency} />
        </HeadlineFigure>
        <HeadlineFigure
          label={
            <>
              Open gain, <Term id="long-term">long-term</Term>
            </>
          }
          note="Taxed less when sold"
        >
          <MoneyText value={unrealisedLong} currency={currency} signed="gain" />
        </HeadlineFigure>
        <HeadlineFigure
          label={
            <>
              Open gain, <Term id="short-term">short-term</Term>
            </>
          }
          note="Taxed like wages when sold"
        >
          <MoneyText value={unrealisedShort} currency={currency} signed="gain" />
        </HeadlineFigure>
      </dl>
      {assumptions.length > 0 && (
        <Text size="xs" c="dimmed" mt="md">
          Assumed: <Sentence>{assumptions.join(' ')}</Sentence>
        </Text>
      )}
    </Paper>
  );
}
