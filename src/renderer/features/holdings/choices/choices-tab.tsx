import { Button, List, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { AllocationModal } from './allocation-modal.tsx';
import { allocationSentence, isOneList, type Choices } from './choices-words.ts';
import { IdentificationsTable } from './identifications-table.tsx';
import { OrderModal } from './order-modal.tsx';
import { OrdersTable } from './orders-table.tsx';

export interface ChoicesTabProps {
  /** Opens the drawer in which lots are named for the next sale. */
  onIdentify(): void;
}

/** What was put on record about lots; questions that the law leaves open have a page of their own. */
export function ChoicesTab({ onIdentify }: ChoicesTabProps): ReactNode {
  const call = useCall('elections.read', {});
  return (
    <Answer of={call} what="Reading what is on record">
      {(choices) => (
        <Stack gap="lg">
          <Orders choices={choices} />
          <Identified choices={choices} onIdentify={onIdentify} />
          <RulesElsewhere />
          <Allocation choices={choices} />
          <Notes notes={choices.notes} />
        </Stack>
      )}
    </Answer>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <Panel title="What to know before you record anything">
      <List size="sm" spacing="xs">
        {notes.map((note) => (
          <List.Item key={note}>
            <Sentence>{note}</Sentence>
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}

function Orders({ choices: { orders } }: { readonly choices: Choices }): ReactNode {
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title="Standing orders"
      about={
        <>
          A <Term id="standing-order" /> says which lots sales use from a moment on. Without one, it is{' '}
          <Term id="fifo" />.
        </>
      }
      aside={
        <Button variant="default" onClick={() => setAdding(true)} style={{ flexShrink: 0 }}>
          New order
        </Button>
      }
    >
      {orders.length === 0 ? (
        <Text size="sm">No order is on record: every sale uses the oldest lots of its account first.</Text>
      ) : (
        <OrdersTable orders={orders} />
      )}
      {adding && <OrderModal method="hifo" onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Identified({
  choices: { identifications },
  onIdentify,
}: { readonly choices: Choices } & ChoicesTabProps): ReactNode {
  return (
    <Panel
      title="Lots named for sales"
      about={
        <>
          <Term id="specific-identification">Naming lots</Term> before a sale goes before every order.
        </>
      }
      aside={
        <Button variant="default" onClick={onIdentify} style={{ flexShrink: 0 }}>
          Choose lots for the next sale
        </Button>
      }
    >
      {identifications.length === 0 ? (
        <Text size="sm">No lots are named: sales follow the orders above.</Text>
      ) : (
        <IdentificationsTable identifications={identifications} />
      )}
    </Panel>
  );
}

function RulesElsewhere(): ReactNode {
  const { go } = useNavigation();
  return (
    <Panel
      title="Rules you choose between"
      about="Fees of transfers, coins without a record, purchases before 2025, hedges and losses: each a question, with what each answer changes in money."
      aside={
        <Button variant="default" onClick={() => go('elections')} style={{ flexShrink: 0 }}>
          Tax choices
        </Button>
      }
    />
  );
}

function Allocation({ choices }: { readonly choices: Choices }): ReactNode {
  const { allocation, elections, accounts } = choices;
  const [recording, setRecording] = useState(false);
  const canRecord = allocation === null && isOneList(elections) && accounts.length > 0;
  return (
    <Panel
      title="Division of costs on 1 January 2025"
      about="Since that day each account has its own lots. Who kept one list for all accounts before divided it among them, once (Rev. Proc. 2024-28)."
      aside={
        canRecord && (
          <Button variant="default" onClick={() => setRecording(true)} style={{ flexShrink: 0 }}>
            Record a division
          </Button>
        )
      }
    >
      <Text size="sm">
        <Sentence>{allocationSentence(choices)}</Sentence>
        {allocation !== null && (
          <>
            {' '}
            Recorded on <DateText value={allocation.recordedAt} />; it cannot be changed.
          </>
        )}
      </Text>
      {recording && <AllocationModal accounts={accounts} onClose={() => setRecording(false)} />}
    </Panel>
  );
}
