import { Alert, Badge, Button, Drawer, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Issues } from '../../ui/issues.tsx';
import { useLayer } from '../../ui/layers.ts';
import { DateText } from '../../ui/numbers.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { SectionTable } from './section-table.tsx';
import { rowsWords, type Paper, type PaperKind, type Section, type ShownPaper } from './view-model.ts';
import classes from './reports.module.css';

export interface PaperDrawerProps {
  /** null: closed. */
  readonly paper: Paper | null;
  readonly year: number;
  exportPaper(kind: PaperKind): void;
  onClose(): void;
}

/** A paper as its files will have it. */
export function PaperDrawer({ paper, onClose, ...rest }: PaperDrawerProps): ReactNode {
  const isTop = useLayer(paper !== null);
  return (
    <Drawer
      opened={paper !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="min(1240px, 94%)"
      title={paper === null ? '' : paper.perYear ? `${paper.title}, ${rest.year}` : paper.title}
    >
      {paper !== null && <Content key={paper.kind} paper={paper} {...rest} />}
    </Drawer>
  );
}

interface ContentProps extends Omit<PaperDrawerProps, 'paper' | 'onClose'> {
  readonly paper: Paper;
}

function Content({ paper: { kind, perYear }, year, exportPaper }: ContentProps): ReactNode {
  const input = { kind, ...(perYear ? { year } : {}) };
  const call = useCall('reports.preview', input);
  return (
    <Answer of={call} what="Putting the paper together">
      {(shown) => (
        <Stack gap="xl">
          <Head shown={shown} onExport={() => exportPaper(kind)} />
          {shown.issues.length > 0 && <Issues issues={shown.issues} />}
          {shown.sections.length === 0 && (
            <EmptyState title="Nothing stands in this paper">
              There is nothing of this kind in your ledger yet.
            </EmptyState>
          )}
          {shown.sections.map((section) => (
            <SectionPart key={section.id} section={section} input={input} currency={shown.head.currency} />
          ))}
          <Notes title="Rounding, assumptions, what is left out" notes={shown.notes} />
        </Stack>
      )}
    </Answer>
  );
}

function Head({
  shown: { head, purpose },
  onExport,
}: {
  readonly shown: ShownPaper;
  onExport(): void;
}): ReactNode {
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text>
          <Sentence>{purpose}</Sentence>
        </Text>
        <Button variant="default" onClick={onExport} style={{ flexShrink: 0 }}>
          Export this paper
        </Button>
      </Group>
      <Alert p="xs" color="blue" variant="light">
        {head.mark}
      </Alert>
      <dl className={classes.facts}>
        <div>
          <dt>As of</dt>
          <dd>
            <DateText value={head.asOf} />
          </dd>
        </div>
        <div>
          <dt>State of the ledger</dt>
          <dd className={classes.seal}>{head.ledger}</dd>
        </div>
        <div>
          <dt>Made with</dt>
          <dd>{head.program}</dd>
        </div>
        <div>
          <dt>Currency</dt>
          <dd>{head.currency}</dd>
        </div>
      </dl>
      <Notes title="Choices in force" notes={head.elections} />
    </Stack>
  );
}

interface SectionPartProps {
  readonly section: Section;
  readonly input: { readonly kind: PaperKind; readonly year?: number };
  readonly currency: string;
}

function SectionPart({ section, input, currency }: SectionPartProps): ReactNode {
  return (
    <section>
      <Group gap="sm" mb={4}>
        <Title order={3}>{section.title}</Title>
        <Badge variant="light" color="gray" tt="none">
          {rowsWords(section.total)}
        </Badge>
      </Group>
      {section.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed" mb={4}>
          <Sentence>{note}</Sentence>
        </Text>
      ))}
      {section.total === 0 ? (
        <Text size="sm">No rows.</Text>
      ) : (
        <SectionTable section={section} input={input} currency={currency} />
      )}
    </section>
  );
}

function Notes({ title, notes }: { readonly title: string; readonly notes: readonly string[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      <List size="sm" spacing={4}>
        {notes.map((note) => (
          <List.Item key={note}>
            <Sentence>{note}</Sentence>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
