import { Alert, Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallState } from '../../rpc/use-call.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import { BrokerFormsPanel } from './broker-forms-panel.tsx';
import { paperGroups, paperState, type Paper, type PaperKind, type PaperState } from './view-model.ts';
import classes from './reports.module.css';

export interface PapersTabProps {
  readonly list: CallState<'reports.list'>;
  /** null until it is known which year is looked at. */
  readonly year: number | null;
  chooseYear(year: number): void;
  look(kind: PaperKind): void;
  exportPaper(kind: PaperKind): void;
}

/** What can be made of the ledger for a year, what each paper is for, and what is missing. */
export function PapersTab({ list, year, chooseYear, look, exportPaper }: PapersTabProps): ReactNode {
  return (
    <Answer of={list} what="Looking what can be made">
      {({ years, kinds, brokerForms }) =>
        year !== null && (
          <Stack gap="lg">
            <Group justify="space-between" gap="md">
              <YearChoice years={years} year={year} chooseYear={chooseYear} />
              <WorkingPapers />
            </Group>
            {paperGroups(kinds).map(({ title, about, papers }) => (
              <Panel key={title} title={title} about={about}>
                <ul className={classes.papers} aria-label={title}>
                  {papers.map((paper) => (
                    <PaperRow
                      key={paper.kind}
                      paper={paper}
                      year={year}
                      look={look}
                      exportPaper={exportPaper}
                    />
                  ))}
                </ul>
              </Panel>
            ))}
            <BrokerFormsPanel
              year={year}
              accounts={brokerForms.find((each) => each.year === year)?.accounts ?? []}
            />
          </Stack>
        )
      }
    </Answer>
  );
}

interface YearChoiceProps {
  readonly years: readonly number[];
  readonly year: number;
  chooseYear(year: number): void;
}

function YearChoice({ years, year, chooseYear }: YearChoiceProps): ReactNode {
  const shown = years.includes(year) ? years : [...years, year];
  return (
    <Group gap="sm">
      <Text size="sm" fw={600} id="reports-year">
        Tax year
      </Text>
      <SegmentedControl
        aria-labelledby="reports-year"
        data={shown.map(String)}
        value={String(year)}
        onChange={(next) => chooseYear(Number(next))}
      />
    </Group>
  );
}

/** Nobody shall take them for what is filed. */
function WorkingPapers(): ReactNode {
  return (
    <Alert p="xs" color="blue" variant="light" icon={<IconFileText aria-hidden="true" />}>
      Working papers from your own records, not filed forms. You or your accountant copy the figures into the
      return.
    </Alert>
  );
}

interface PaperRowProps extends Pick<PapersTabProps, 'look' | 'exportPaper'> {
  readonly paper: Paper;
  readonly year: number;
}

function PaperRow({ paper, year, look, exportPaper }: PaperRowProps): ReactNode {
  const state = paperState(paper, year);
  const { kind, title, purpose, perYear } = paper;
  const of = perYear ? `${title} of ${year}` : title;
  return (
    <li className={classes.paper}>
      <div>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <StateBadge state={state} year={year} perYear={perYear} />
        </Group>
        <Text size="sm" c="dimmed">
          <Sentence>{purpose}</Sentence>
        </Text>
        {state.is === 'missing' &&
          state.missing.map(({ text, fix }) => (
            <Text key={text} size="sm" mt={4}>
              <Sentence>{text}</Sentence>{' '}
              <Text span size="sm" c="dimmed">
                <Sentence>{fix}</Sentence>
              </Text>
            </Text>
          ))}
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="xs"
          variant="default"
          disabled={state.is === 'nothing'}
          aria-label={`Look at ${of}`}
          onClick={() => look(kind)}
        >
          Look
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={state.is !== 'ready'}
          aria-label={`Export ${of}`}
          onClick={() => exportPaper(kind)}
        >
          Export
        </Button>
      </Group>
    </li>
  );
}

interface StateBadgeProps {
  readonly state: PaperState;
  readonly year: number;
  readonly perYear: boolean;
}

function StateBadge({ state, year, perYear }: StateBadgeProps): ReactNode {
  const looks = {
    ready: { color: 'teal', words: perYear ? 'ready' : 'ready, as of today' },
    missing: { color: 'yellow', words: 'something is missing' },
    nothing: { color: 'gray', words: `nothing to report for ${year}` },
  } as const;
  const { color, words } = looks[state.is];
  return (
    <Badge variant="light" color={color} tt="none">
      {words}
    </Badge>
  );
}
