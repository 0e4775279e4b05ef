import { SimpleGrid, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconArrowsDiff, IconCoins, IconPuzzle, IconReceiptTax } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { Sentence } from './hide-amounts.tsx';

export type Risk = CallAnswer<'targets.overlay'>['risks'][number];

const looks = {
  margin: { word: 'Margin', icon: IconCoins },
  basis: { word: 'Futures price', icon: IconArrowsDiff },
  complexity: { word: 'Work and slips', icon: IconPuzzle },
  tax: { word: 'Tax', icon: IconReceiptTax },
} as const;

/** What a hedge can cost besides its price, one paragraph a kind; in view wherever there is a hedge. */
export function Risks({ risks }: { readonly risks: readonly Risk[] }): ReactNode {
  const groups = [...Map.groupBy(risks, ({ kind }) => kind)];
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 1, sm: groups.length === 3 ? 3 : 2 }}
      spacing="lg"
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
    >
      {groups.map(([kind, group]) => (
        <RiskItem key={kind} kind={kind} texts={group.map(({ text }) => text)} />
      ))}
    </SimpleGrid>
  );
}

interface RiskItemProps {
  readonly kind: Risk['kind'];
  readonly texts: readonly string[];
}

function RiskItem({ kind, texts }: RiskItemProps): ReactNode {
  const { word, icon: Icon } = looks[kind];
  return (
    <li style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 12 }}>
      <ThemeIcon variant="light" color="orange" aria-hidden="true">
        <Icon size={16} />
      </ThemeIcon>
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {word}
        </Text>
        {texts.map((text) => (
          <Text key={text} size="sm">
            <Sentence>{text}</Sentence>
          </Text>
        ))}
      </Stack>
    </li>
  );
}
