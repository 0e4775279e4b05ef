import { Button, Code, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation, type ScreenId, type ScreenParams } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Elsewhere } from './view-model.ts';

const places: Readonly<
  Record<
    NonNullable<Elsewhere['place']>,
    { readonly screen: ScreenId; readonly params: ScreenParams; readonly words: string }
  >
> = {
  'lot-orders': { screen: 'holdings', params: { tab: 'choices' }, words: 'Standing orders' },
  'lot-choices': { screen: 'elections', params: { election: 'transfer-fee' }, words: 'The question above' },
  'tax-details': { screen: 'plan', params: { profile: 'open' }, words: 'Your tax details' },
  contracts: { screen: 'targets', params: { tab: 'contracts' }, words: 'Contracts' },
};

/** Choices that are made in another place, or that Hedgerow does not offer. */
export function ElsewherePanel({ elsewhere }: { readonly elsewhere: readonly Elsewhere[] }): ReactNode {
  const { go } = useNavigation();
  if (elsewhere.length === 0) return null;
  return (
    <Panel title="Chosen in another place" about="So that this list is whole.">
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 }}>
        {elsewhere.map(({ id, title, sentence, place, command }) => (
          <li key={id}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <div>
                <Text size="sm" fw={600}>
                  {title}
                </Text>
                <Text size="sm">
                  <Sentence>{sentence}</Sentence>
                </Text>
                {command !== null && (
                  <Text size="xs" c="dimmed" component="div">
                    In the terminal: <Code>{command}</Code>
                  </Text>
                )}
              </div>
              {place === null ? (
                <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
                  not offered
                </Text>
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  style={{ flexShrink: 0 }}
                  aria-label={`${title}: ${places[place].words}`}
                  onClick={() => go(places[place].screen, places[place].params)}
                >
                  {places[place].words}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
