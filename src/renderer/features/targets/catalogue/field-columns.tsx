import { Badge, Button, Text } from '@mantine/core';
import type { Column } from '../../../ui/table-model.ts';
import { sourceWords, sureOf, type Field } from './view-model.ts';

/** A field, what it is, how sure that is, and the way to correct it. */
export function fieldColumns(
  onCorrect: (field: Field) => void,
  fullSources: boolean,
): readonly Column<Field>[] {
  return [
    { key: 'label', header: 'Field', width: '20%', cell: ({ label }) => label },
    {
      key: 'value',
      header: 'Value',
      cell: ({ words, correction }) => (
        <>
          {words}
          {correction !== null && (
            <Text size="xs" c="dimmed">
              You set it on {correction.setAt.slice(0, 10)} ({correction.source}); shipped:{' '}
              {correction.shippedWords}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'sure',
      header: 'How sure',
      width: '30%',
      cell: ({ confidence, sources, asOf }) => {
        const { color, text } = sureOf(confidence);
        return (
          <>
            <Badge variant="light" color={color} tt="none">
              {text}
            </Badge>
            {confidence !== null && (
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {asOf}
                {sources.length > 0 && `, ${sourceWords(sources, fullSources)}`}
              </Text>
            )}
          </>
        );
      },
    },
    {
      key: 'correct',
      header: 'Correct it',
      width: '100px',
      cell: (field) => (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Correct the ${field.label}`}
          onClick={() => onCorrect(field)}
        >
          Correct
        </Button>
      ),
    },
  ];
}
