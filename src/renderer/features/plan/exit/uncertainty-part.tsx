import { Alert, Badge, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { formatMoney } from '../../../ui/number-format.ts';
import { DateText, MoneyText, PriceText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { Fold } from '../fold.tsx';
import type { ExitRequest } from './exit-draft.ts';
import type { IssueText } from '../../../ui/issue-groups.ts';
import { cheaperIfPricesStay } from './cheaper-on-the-way.ts';
import { NewIssues } from './new-issues.tsx';
import { OnDemand } from './on-demand.tsx';
import { SensitivityChart } from './sensitivity-chart.tsx';
import { SentenceList } from './sentence-list.tsx';

export interface UncertaintyPartProps {
  readonly request: ExitRequest;
  /** What was said of the plan already: it is not said again. */
  readonly said: readonly IssueText[];
  /** Of the plan on the screen. */
  readonly cost: string;
}

type Paths = CallAnswer<'exit.paths'>;
type Candidate = Paths['plans'][number];
type Condition = Paths['conditions'][number];

/** What if prices, funding, income or tax rates come out otherwise? */
export function UncertaintyPart({ request, said, cost }: UncertaintyPartProps): ReactNode {
  return (
    <Stack gap="lg">
      <OnDemand
        call="exit.paths"
        input={request}
        title="If prices come otherwise"
        about={
          <>
            Each plan and rule under each path of prices. <Term id="regret">Regret</Term> is what it costs
            more than the cheapest there.
          </>
        }
        start="Try other prices"
      >
        {(paths) => (
          <PathsAnswer paths={paths} said={said} cost={request.prices === undefined ? cost : null} />
        )}
      </OnDemand>
      <OnDemand
        call="exit.sensitivity"
        input={request}
        title="If one assumption comes otherwise"
        about="The plan as it is, with one figure changed at a time: funding, prices, income, tax rates."
        start="Change one at a time"
      >
        {({ series, words, currency, issues }) => (
          <Stack gap="lg">
            <SentenceList sentences={words} />
            <SimpleGrid cols={{ base: 1, xl: 2 }} spacing="xl" verticalSpacing="xl">
              {series.map((each) => (
                <SensitivityChart key={each.id} series={each} currency={currency} />
              ))}
            </SimpleGrid>
            <NewIssues issues={issues} said={said} />
          </Stack>
        )}
      </OnDemand>
    </Stack>
  );
}

interface PathsAnswerProps extends Pick<UncertaintyPartProps, 'said'> {
  readonly paths: Paths;
  /** Of the plan on the screen, where it was found for prices that stay. */
  readonly cost: string | null;
}

function PathsAnswer({ paths, said, cost }: PathsAnswerProps): ReactNode {
  const cheaper = cost === null ? null : cheaperIfPricesStay(paths, cost);
  return (
    <Stack gap="lg">
      {cheaper !== null && (
        <Alert
          color="yellow"
          icon={<IconInfoCircle aria-hidden="true" />}
          title="A cheaper plan was found on the way"
        >
          <Sentence>{`If prices stay, “${cheaper.title}” below costs ${formatMoney(cheaper.by, paths.currency)} less than the plan above, whose search ended before it came upon it. Let the plan search longer (“Search for at most”).`}</Sentence>
        </Alert>
      )}
      <div role="status">
        <SentenceList sentences={paths.words} />
      </div>
      <DataTable
        label="Regret under each path of prices"
        rows={paths.plans}
        rowKey={({ id }) => id}
        columns={regretColumns(paths)}
      />
      <NotPossible plans={paths.plans} />
      <Fold title="What each path supposes">
        <List size="sm" spacing={6} mt="xs">
          {paths.paths.map(({ id, title, words, prices }) => (
            <List.Item key={id}>
              <b>{title}</b>: <Sentence>{words}</Sentence>{' '}
              {prices.map(({ asset, now, atEnd }) => (
                <Text key={asset} size="xs" c="dimmed">
                  {asset}: <PriceText value={now} currency={paths.currency} /> to{' '}
                  <PriceText value={atEnd} currency={paths.currency} />
                </Text>
              ))}
            </List.Item>
          ))}
        </List>
      </Fold>
      {paths.conditions.length > 0 && <Conditions conditions={paths.conditions} currency={paths.currency} />}
      <NewIssues issues={paths.issues} said={said} />
    </Stack>
  );
}

function regretColumns({ paths, currency }: Paths): readonly Column<Candidate>[] {
  return [
    {
      key: 'plan',
      header: 'Plan or rule',
      cell: ({ title, isRobust }) => (
        <>
          {title}{' '}
          {isRobust && (
            <Badge variant="light" color="teal" tt="none">
              Least to regret
            </Badge>
          )}
        </>
      ),
    },
    ...paths.map(({ id, title }): Column<Candidate> => ({
      key: id,
      header: title,
      align: 'right',
      cell: ({ onPaths, title: of }) => {
        const on = onPaths.find(({ path }) => path === id);
        return (
          <>
            <MoneyText value={on?.regret ?? null} currency={currency} unknown="not possible" />
            {on?.cost !== undefined && on.cost !== null && (
              <Text size="xs" c="dimmed">
                costs{' '}
                {on.trace === null ? (
                  <MoneyText value={on.cost} currency={currency} />
                ) : (
                  <ExplainTrace trace={on.trace} of={`cost of ${of}, ${title}`}>
                    <MoneyText value={on.cost} currency={currency} />
                  </ExplainTrace>
                )}
              </Text>
            )}
          </>
        );
      },
    })),
    {
      key: 'worst',
      header: 'Worst regret',
      align: 'right',
      cell: ({ worstRegret }) => (
        <b>
          <MoneyText value={worstRegret} currency={currency} unknown="not possible on every path" />
        </b>
      ),
    },
  ];
}

interface TracedProps {
  readonly trace: Condition['traces'][number] | undefined;
  readonly of: string;
  readonly children: ReactNode;
}

/** A figure with the way to its trace, where one came with it. */
function Traced({ trace, of, children }: TracedProps): ReactNode {
  if (trace === undefined) return children;
  return (
    <ExplainTrace trace={trace} of={of}>
      {children}
    </ExplainTrace>
  );
}

/** Why a plan or rule has no figure on a path. */
function NotPossible({ plans }: { readonly plans: readonly Candidate[] }): ReactNode {
  const reasons = plans.flatMap(({ id, title, onPaths }) =>
    [...new Set(onPaths.flatMap(({ why }) => why ?? []))].map((why) => ({ key: `${id} ${why}`, title, why })),
  );
  return reasons.map(({ key, title, why }) => (
    <Text key={key} size="xs" c="dimmed">
      {title}: <Sentence>{why}</Sentence>
    </Text>
  ));
}

interface ConditionsProps {
  readonly conditions: readonly Condition[];
  readonly currency: string;
}

/** What to do instead when a price is reached. */
function Conditions({ conditions, currency }: ConditionsProps): ReactNode {
  return (
    <Stack gap="md" component="section" aria-label="If a price is reached">
      <Title order={3} size="h5">
        If a price is reached
      </Title>
      {conditions.map(({ words, on, costKept, costChanged, saves, steps, differences, traces }) => (
        <div key={`${words} ${on}`}>
          <Text size="sm" fw={600}>
            <Sentence>{words}</Sentence>
          </Text>
          <Text size="xs" c="dimmed">
            Worked out as if reached on <DateText value={on} />: keeping to the plan costs{' '}
            <Traced trace={traces[0]} of={`cost of keeping to the plan: ${words}`}>
              <MoneyText value={costKept} currency={currency} unknown="nothing more: the plan is over" />
            </Traced>
            , changing it{' '}
            <Traced trace={traces[1]} of={`cost of changing it: ${words}`}>
              <MoneyText value={costChanged} currency={currency} />
            </Traced>
            ; saves <MoneyText value={saves} currency={currency} />.
          </Text>
          <SentenceList sentences={steps.length === 0 ? ['The plan stands.'] : [...steps, ...differences]} />
        </div>
      ))}
    </Stack>
  );
}
