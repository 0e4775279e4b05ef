import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatInstant } from '../../ui/date-format.ts';
import { Explain } from '../../ui/explain.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { wordsOfKind } from '../../ui/event-words.ts';
import { SourceText } from './source-text.tsx';
import type { Transaction } from './transaction-filter.ts';
import classes from './holdings.module.css';

/** A row of a file in one line. `nameOf` names an account. */
export function transactionColumns(nameOf: (account: string) => string): readonly Column<Transaction>[] {
  return [...before, accounts(nameOf), ...after];
}

function accounts(nameOf: (account: string) => string): Column<Transaction> {
  return {
    key: 'accounts',
    header: 'Account',
    onlyWide: true,
    cell: ({ legs }) =>
      [...new Set(legs.map(({ account }) => account))].map((account) => (
        <Text key={account} component="div" size="sm">
          {nameOf(account)}
        </Text>
      )),
  };
}

const before: readonly Column<Transaction>[] = [
  {
    key: 'date',
    header: 'Date',
    width: '120px',
    cell: ({ localDate, time }) => (
      <span title={formatInstant(time)}>
        <DateText value={localDate} />
      </span>
    ),
  },
  { key: 'kind', header: 'Kind', width: '130px', cell: ({ kind }) => wordsOfKind(kind) },
  {
    key: 'words',
    header: 'What happened',
    cell: ({ words, counted }) => (
      <span className={classes.words}>
        <Sentence>{words}</Sentence>
        {!counted && (
          <Badge
            ml={8}
            variant="light"
            color="gray"
            tt="none"
            title="Another row says the same or replaces this one; only that one counts."
          >
            repeated or replaced
          </Badge>
        )}
      </span>
    ),
  },
];

const after: readonly Column<Transaction>[] = [
  {
    key: 'legs',
    header: 'Came and went',
    align: 'right',
    cell: (row) => <Legs row={row} />,
  },
  {
    key: 'source',
    header: 'From',
    width: '150px',
    cell: ({ file, line, event, localDate, kind }) => (
      <Explain id={`event:${event}`} of={`${wordsOfKind(kind)} on ${localDate}`}>
        <SourceText file={file} line={line} />
      </Explain>
    ),
  },
];

function Legs({ row: { legs } }: { readonly row: Transaction }): ReactNode {
  return legs.map(({ asset, account, quantity, role }, index) => (
    <Text
      key={`${asset} ${account} ${role} ${index}`}
      component="div"
      size="xs"
      style={{ whiteSpace: 'nowrap' }}
    >
      {role === 'principal' ? '' : `${role} `}
      <QuantityText value={quantity} unit={asset} signed="plain" />
    </Text>
  ));
}
