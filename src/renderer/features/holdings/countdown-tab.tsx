import { Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { usePages } from '../../rpc/use-pages.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { formatCount } from '../../ui/number-format.ts';
import { MoneyText } from '../../ui/numbers.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState, NoMatch } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { countdownColumns } from './countdown-columns.tsx';
import { countdownMonths } from './countdown.ts';
import { LotFilters } from './lot-filters.tsx';
import {
  askedOf,
  isFiltered,
  lotKey,
  lotPage,
  noFilter,
  type LotFilter,
  type OpenLot,
} from './view-model.ts';
import classes from './holdings.module.css';

/** Lots about to turn long-term, the next first. */
export function CountdownTab({ asset }: { readonly asset: string | null }): ReactNode {
  const [filter, setFilter] = useState<LotFilter>({ ...noFilter, asset });
  const asked = { ...askedOf({ ...filter, term: 'short' }), order: 'countdown' as const };
  const pages = usePages('holdings.lots', asked, lotPage);
  return (
    <Answer of={pages.first} what="Counting the days">
      {({ total, assets, accounts }) =>
        total === 0 && !isFiltered(filter) ? (
          <NothingShort />
        ) : (
          <Panel
            title="Turning long-term"
            about={
              <>
                These lots are still <Term id="short-term">short-term</Term>. Once a lot has been held for
                more than a year, its gain is <Term id="long-term">long-term</Term> and taxed less.
              </>
            }
            aside={
              <Text size="sm" c="dimmed" role="status">
                {formatCount(total)} {total === 1 ? 'lot' : 'lots'}
              </Text>
            }
          >
            <LotFilters
              filter={filter}
              setFilter={setFilter}
              assets={assets}
              accounts={accounts}
              terms={false}
            />
            {total === 0 ? (
              <NoMatch what="short-term lots like these" onClear={() => setFilter(noFilter)} />
            ) : (
              <>
                {pages.whole !== null && <Months lots={pages.whole} />}
                <PagedTable
                  label="Lots turning long-term"
                  pages={pages}
                  rowKey={lotKey}
                  columns={countdownColumns}
                  of={JSON.stringify(filter)}
                />
              </>
            )}
          </Panel>
        )
      }
    </Answer>
  );
}

function NothingShort(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState title="No lot is waiting" icon={<IconHourglass aria-hidden="true" />}>
      Every lot you hold is long-term already, or you hold none. What you buy from now on is counted down
      here.{' '}
      <Text
        component="button"
        type="button"
        className={classes.inlineButton}
        onClick={() => go('holdings', { tab: 'lots' })}
      >
        See all lots
      </Text>
    </EmptyState>
  );
}

/** How much turns in which month. */
function Months({ lots }: { readonly lots: readonly OpenLot[] }): ReactNode {
  const months = countdownMonths(lots);
  if (months.length < 2) return null;
  return (
    <ol className={classes.months} aria-label="By month">
      {months.map(({ month, words, lots: count, gain }) => (
        <li key={month} className={classes.month}>
          <Text size="sm" fw={600}>
            {words}
          </Text>
          <Text size="xs" c="dimmed">
            {formatCount(count)} {count === 1 ? 'lot' : 'lots'}
          </Text>
          <Text size="sm">
            <MoneyText value={gain} signed="gain" />
          </Text>
        </li>
      ))}
    </ol>
  );
}
