import { Badge, Button, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { statusGroups, type ContractStatus, type StatusGroup } from './view-model.ts';
import classes from './elections.module.css';

/** How each contract in use is taxed, with the way to where that is changed. */
export function ContractsPanel({ contracts }: { readonly contracts: readonly ContractStatus[] }): ReactNode {
  const { go } = useNavigation();
  const columns: readonly Column<StatusGroup>[] = [
    {
      key: 'contract',
      header: 'Contracts',
      cell: ({ contracts: group }) => (
        <ul className={classes.contracts}>
          {group.map(({ contract, contractName }) => (
            <li key={contract}>
              <Button
                variant="subtle"
                size="compact-sm"
                px={0}
                onClick={() => go('targets', { tab: 'contracts', contract })}
              >
                <span>
                  <VisuallyHidden>Open the contract </VisuallyHidden>
                  <Sentence>{contractName}</Sentence>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'status',
      header: 'Section 1256',
      cell: ({ section1256, settled, yours }) => (
        <>
          <Badge variant="light" color={section1256 ? 'teal' : 'gray'} tt="none">
            {section1256 ? 'yes: 60/40' : 'no'}
          </Badge>{' '}
          {!settled && (
            <Badge variant="light" color="yellow" tt="none">
              not settled
            </Badge>
          )}{' '}
          {yours && (
            <Badge variant="light" color="blue" tt="none">
              set by you
            </Badge>
          )}
        </>
      ),
      compare: (a, b) => Number(a.section1256) - Number(b.section1256),
    },
    {
      key: 'words',
      header: 'Why',
      cell: ({ words }) => (
        <Text size="sm" maw={620}>
          <Sentence>{words}</Sentence>
        </Text>
      ),
    },
  ];
  if (contracts.length === 0) return null;
  return (
    <Panel
      title="Which of your futures are section 1256 contracts"
      about={
        <>
          <Term id="section-1256">Section 1256 contracts</Term> are taxed <Term id="sixty-forty" /> and as if
          sold at each year’s end. Others are taxed when they are closed.
        </>
      }
    >
      <DataTable
        label="Section 1256 status of your contracts"
        rows={statusGroups(contracts)}
        columns={columns}
        rowKey={({ contracts: group }) => group.map(({ contract }) => contract).join(' ')}
      />
    </Panel>
  );
}
