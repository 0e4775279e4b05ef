import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../../ui/number-format.ts';
import { joinedWords, type ColumnWord } from './mapping-draft.ts';
import classes from './mapping.module.css';

export interface WordsTableProps {
  readonly label: string;
  /** null where the column has too many different ones. */
  readonly words: readonly ColumnWord[] | null;
  /** What is said of a word. */
  children(word: ColumnWord): ReactNode;
}

/** All words of a column in the whole file, the most frequent first. */
export function WordsTable({ label, words, children }: WordsTableProps): ReactNode {
  if (words === null) {
    return (
      <Text size="sm" c="red" role="alert">
        This column has more than 200 different cells: it cannot be a column of words. Choose another one
        above.
      </Text>
    );
  }
  return (
    <div className={classes.scroller}>
      <Table aria-label={label} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Word</Table.Th>
            <Table.Th scope="col" ta="right">
              Rows
            </Table.Th>
            <Table.Th scope="col">Means</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {joinedWords(words).map((word) => (
            <Table.Tr key={word.word}>
              <Table.Th scope="row" className={classes.name}>
                {word.word === '' ? '(empty)' : word.word}
              </Table.Th>
              <Table.Td ta="right">{formatCount(word.count)}</Table.Td>
              <Table.Td className={classes.picker}>{children(word)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
