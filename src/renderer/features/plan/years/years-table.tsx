import { Badge, Button, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconClockHour4, IconTelescope } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { AssumedCost } from '../../../ui/assumed-cost.tsx';
import { MoneyText, RateText } from '../../../ui/numbers.tsx';
import { LineFigure } from './line-figure.tsx';
import { LineWords } from './line-words.tsx';
import {
  changedOnly,
  statusWords,
  tableOf,
  viewWords,
  yearIn,
  type Cell,
  type ProjectedYear,
  type Row,
  type RowGroup,
  type View,
} from './projection.ts';
import classes from './years.module.css';

export interface YearsTableProps {
  readonly label: string;
  readonly years: readonly ProjectedYear[];
  readonly view: View;
  /** Figures that differ from this view are marked. */
  readonly against: View | null;
  /** Leave out lines in which the two views agree. */
  readonly changesOnly?: boolean;
  readonly chosen?: number | null;
  onChoose?(year: number): void;
}

/** All lines of all years: years side by side, each figure its own trace. */
export function YearsTable(props: YearsTableProps): ReactNode {
  const { label, years, view, against, changesOnly = false } = props;
  const [all, setAll] = useState(false);
  const whole = tableOf(years, view, against);
  const groups = changesOnly ? changedOnly(whole) : whole;
  const left = groups.flatMap(({ empty }) => empty).length;
  return (
    <>
      <div className={classes.scroller}>
        <Table aria-label={label} className={classes.table}>
          <Head {...props} />
          {groups.map((group) => (
            <Group key={group.title} group={group} withEmpty={all} {...props} />
          ))}
        </Table>
      </div>
      {left > 0 && (
        <Button variant="subtle" size="compact-xs" mt="xs" onClick={() => setAll((now) => !now)}>
          {all ? 'Hide lines that are zero in every year' : `Show ${left} more lines, zero in every year`}
        </Button>
      )}
    </>
  );
}

const statusIcons = { past: IconCircleCheck, running: IconClockHour4, ahead: IconTelescope } as const;

function Head({ years, view, chosen, onChoose }: YearsTableProps): ReactNode {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th className={classes.line} scope="col">
          {viewWords[view]}
        </Table.Th>
        {years.map((year) => (
          <Table.Th
            key={year.year}
            scope="col"
            className={year.year === chosen ? `${classes.year} ${classes.chosen}` : classes.year}
          >
            {onChoose === undefined ? (
              <Text span size="sm" fw={650}>
                {year.year}
              </Text>
            ) : (
              <UnstyledButton
                className={classes.pick}
                aria-pressed={year.year === chosen}
                title={`Show ${year.year} in detail`}
                onClick={() => onChoose(year.year)}
              >
                {year.year}
              </UnstyledButton>
            )}
            <YearNotes year={year} view={view} />
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function YearNotes({ year, view }: { readonly year: ProjectedYear; readonly view: View }): ReactNode {
  const Icon = statusIcons[year.status];
  const rates = yearIn(year, view)?.parametersYear;
  return (
    <>
      <div>
        <Badge
          size="xs"
          variant={year.status === 'running' ? 'filled' : 'light'}
          color={year.status === 'running' ? 'hedge' : 'gray'}
          tt="none"
          leftSection={<Icon size={10} aria-hidden="true" />}
        >
          {statusWords[year.status]}
        </Badge>
      </div>
      {rates !== undefined && rates !== year.year && (
        <Text size="xs" c="dimmed">
          {rates} rates
        </Text>
      )}
      {!year.assessed && (
        <Text size="xs" c="dimmed">
          no tax computed
        </Text>
      )}
      {year.basisUnknown && <AssumedCost />}
      {year.priceMissing && (
        <Badge variant="light" color="yellow" tt="none">
          not certain: a price is missing
        </Badge>
      )}
    </>
  );
}

interface GroupProps extends YearsTableProps {
  readonly group: RowGroup;
  readonly withEmpty: boolean;
}

function Group({ group, withEmpty, years, chosen = null, against }: GroupProps): ReactNode {
  const rows = withEmpty ? [...group.rows, ...group.empty] : group.rows;
  if (rows.length === 0) return null;
  return (
    <Table.Tbody>
      <Table.Tr className={classes.group}>
        <Table.Th colSpan={years.length + 1} scope="colgroup">
          {group.title}
        </Table.Th>
      </Table.Tr>
      {rows.map((row) => (
        <LineRow key={row.line.name} row={row} chosen={chosen} against={against} />
      ))}
    </Table.Tbody>
  );
}

interface LineRowProps {
  readonly row: Row;
  readonly chosen: number | null;
  readonly against: View | null;
}

function LineRow({ row: { line, cells }, chosen, against }: LineRowProps): ReactNode {
  return (
    <Table.Tr className={line.strong === true ? classes.strong : undefined}>
      <Table.Th scope="row" className={classes.line} fw={line.strong === true ? 650 : 400}>
        <LineWords line={line} />
      </Table.Th>
      {cells.map((cell) => (
        <Table.Td
          key={cell.year}
          className={[
            classes.figure,
            cell.year === chosen ? classes.chosen : '',
            cell.change === null ? '' : classes.changed,
          ].join(' ')}
        >
          <LineFigure line={line} view={cell.view} year={cell.year} known={cell.value} />
          {against !== null && <Change cell={cell} kind={line.kind} against={against} />}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

interface ChangeProps {
  readonly cell: Cell;
  readonly kind: Row['line']['kind'];
  readonly against: View;
}

function Change({ cell: { change }, kind, against }: ChangeProps): ReactNode {
  if (change === null) return null;
  return (
    <span className={classes.change}>
      {kind === 'money' ? (
        <MoneyText value={change} signed="plain" />
      ) : (
        <RateText value={change} signed="plain" decimals={1} />
      )}
      <VisuallyHidden> against {viewWords[against].toLowerCase()}</VisuallyHidden>
    </span>
  );
}
