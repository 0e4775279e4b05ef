import { SimpleGrid, Text, ThemeIcon } from '@mantine/core';
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

/** What a hedge can cost besides its price; in view wherever there is a hedge. */
export function Risks({ risks }: { readonly risks: readonly Risk[] }): ReactNode {
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 1, sm: 2 }}
      spacing="lg"
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
    >
      {risks.map(({ kind, text }) => (
        <RiskItem key={`${kind} ${text}`} kind={kind} text={text} />
      ))}
    </SimpleGrid>
  );
}

function RiskItem({ kind, text }: Risk): ReactNode {
  const { word, icon: Icon } = looks[kind];
  return (
    <li style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 12 }}>
      <ThemeIcon variant="light" color="orange" aria-hidden="true">
        <Icon size={16} />
      </ThemeIcon>
      <div>
        <Text size="sm" fw={600}>
          {word}
        </Text>
        <Text size="sm">
          <Sentence>{text}</Sentence>
        </Text>
      </div>
    </li>
  );
}
