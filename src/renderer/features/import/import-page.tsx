import { Tabs } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { BalancesTab } from './balances/balances-tab.tsx';
import { CoverageTab } from './covered-months/coverage-tab.tsx';
import { DifferencesTab } from './differences/differences-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { FormatsTab } from './formats/formats-tab.tsx';
import { MissingPricesTab } from './prices/missing-prices-tab.tsx';
import { ReviewTab } from './review/review-tab.tsx';
import { importTabOf, importTabs, tabWords, type ImportTab } from './tabs.ts';
import { TickersTab } from './tickers/tickers-tab.tsx';
import { TransfersTab } from './transfers/transfers-tab.tsx';
import { useImportUnderWay } from './import-provider.tsx';
import type { ImportState } from './use-import.ts';

/** Did everything arrive, once? An import under way goes on while one looks elsewhere; one that is done is left behind. */
export function ImportPage(): ReactNode {
  const state = useImportUnderWay();
  const { seen } = state;
  useEffect(() => seen(), [seen]);
  const { params, go } = useNavigation();
  return (
    <Page title="Import" question="Did everything arrive, once?">
      <Tabs
        value={importTabOf(params['tab'])}
        onChange={(tab) => go('import', { tab: importTabOf(tab ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {importTabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {tabWords[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {importTabs.map((tab) => (
          <Tabs.Panel key={tab} value={tab}>
            <TabOf tab={tab} state={state} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function TabOf({ tab, state }: { readonly tab: ImportTab; readonly state: ImportState }): ReactNode {
  switch (tab) {
    case 'files':
      return <FilesTab state={state} />;
    case 'coverage':
      return <CoverageTab />;
    case 'review':
      return <ReviewTab />;
    case 'differences':
      return <DifferencesTab />;
    case 'transfers':
      return <TransfersTab />;
    case 'balances':
      return <BalancesTab />;
    case 'prices':
      return <MissingPricesTab />;
    case 'tickers':
      return <TickersTab />;
    case 'formats':
      return <FormatsTab />;
  }
}
