import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExplainTrace } from '../../ui/explain-trace.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { Term } from '../../ui/term.tsx';
import { tracePart } from '../../ui/trace-part.ts';
import type { Alternative, Comparison } from './view-model.ts';
import classes from './plan.module.css';

export interface CostTableProps {
  readonly alternatives: readonly Alternative[];
  readonly better: Comparison['better'];
  readonly currency: string;
}

type Figure = 'tax' | 'carry' | 'fees' | 'futuresProfit' | 'lockedMargin' | 'presentCost';

interface Line {
  readonly key: Figure;
  readonly label: ReactNode;
  readonly about: string;
  /** What its part of the trace is called; left out where the trace has none. */
  readonly part?: RegExp;
  readonly name: string;
}

const lines: readonly Line[] = [
  {
    key: 'tax',
    label: 'Tax, all years',
    about: 'More than you would owe without it',
    part: /^Tax of \d{4} that this alternative adds$/u,
    name: 'tax',
  },
  {
    key: 'carry',
    label: (
      <>
        Carry: <Term id="funding">funding</Term> or <Term id="basis-of-futures">basis</Term>
      </>
    ),
    about: 'What holding the futures costs; negative is income',
    part: /^Futures: carry on /u,
    name: 'carry',
  },
  { key: 'fees', label: 'Fees', about: 'Of coins and futures', name: 'fees' },
  {
    key: 'futuresProfit',
    label: 'Result of the futures',
    about: 'Offsets what the coins gain or lose meanwhile',
    part: /^Futures: profit on /u,
    name: 'result of the futures',
  },
  {
    key: 'lockedMargin',
    label: (
      <>
        <Term id="margin">Margin</Term> locked up
      </>
    ),
    about: 'Yours, but not free until the exit',
    name: 'locked margin',
  },
];

const bottom: Line = {
  key: 'presentCost',
  label: 'Cost in today’s money',
  about: 'Tax, carry and fees, later ones worth less',
  part: /: cost in today’s money$/u,
  name: 'cost in today’s money',
};

/** Both ways side by side, the better one first. */
export function CostTable({ alternatives, better, currency }: CostTableProps): ReactNode {
  return (
    <Table className={classes.costs} aria-label="Cost of both ways">
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {alternatives.map(({ kind, title }) => (
            <Table.Th key={kind} scope="col" ta="right">
              {kind === better && (
                <Badge variant="light" color="teal" tt="none" mb={4}>
                  costs less
                </Badge>
              )}
              <Text fw={600} size="sm">
                <Sentence>{title}</Sentence>
              </Text>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <CostRow key={line.key} line={line} alternatives={alternatives} currency={currency} />
        ))}
        <CostRow line={bottom} alternatives={alternatives} currency={currency} total />
      </Table.Tbody>
    </Table>
  );
}

interface CostRowProps {
  readonly line: Line;
  readonly alternatives: readonly Alternative[];
  readonly currency: string;
  readonly total?: boolean;
}

function CostRow({ line, alternatives, currency, total = false }: CostRowProps): ReactNode {
  return (
    <Table.Tr className={total ? classes.total : undefined}>
      <Table.Th scope="row" fw={total ? 600 : 500}>
        {line.label}
        <Text size="xs" c="dimmed" fw={400}>
          {line.about}
        </Text>
      </Table.Th>
      {alternatives.map((alternative) => (
        <Table.Td key={alternative.kind} ta="right">
          <Cost line={line} alternative={alternative} currency={currency} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

interface CostProps {
  readonly line: Line;
  readonly alternative: Alternative;
  readonly currency: string;
}

function Cost({ line: { key, part, name }, alternative, currency }: CostProps): ReactNode {
  const figure = <MoneyText value={alternative[key]} currency={currency} />;
  const trace = part === undefined ? null : tracePart(alternative.trace, alternative[key], part);
  if (trace === null) return <span className={classes.untraced}>{figure}</span>;
  return (
    <ExplainTrace trace={trace} of={`${name}, ${alternative.title}`}>
      {figure}
    </ExplainTrace>
  );
}
