import { Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { glossary, type TermId } from '../ui/glossary.ts';
import { useLayer } from '../ui/layers.ts';

/** A word of the glossary that was looked up in the palette. */
export function TermCard({ id, onClose }: { readonly id: TermId | null; onClose(): void }): ReactNode {
  const isTop = useLayer(id !== null);
  const entry = id === null ? null : glossary[id];
  return (
    <Modal opened={entry !== null} onClose={onClose} closeOnEscape={isTop} title={entry?.word}>
      <Text>{entry?.meaning}</Text>
      <Text c="dimmed" mt="sm">
        Example: {entry?.example}
      </Text>
    </Modal>
  );
}
