import { Button, Tabs } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { ExportModal } from './export-modal.tsx';
import { HealthTab } from './health-tab.tsx';
import { PaperDrawer } from './paper-drawer.tsx';
import { PapersTab } from './papers-tab.tsx';
import { kindOf, yearOf } from './view-model.ts';

/** Can I hand this to my accountant, and get everything back out? */
export function ReportsPage(): ReactNode {
  const { params, go } = useNavigation();
  const { kind, export: exporting, ...elsewhere } = params;
  const list = useCall('reports.list', {});
  const taxYear = useCall('ledger.status', {}).data?.taxYear;
  const tab = params['tab'] === 'health' ? 'health' : 'papers';
  const year =
    list.data === undefined || taxYear === undefined
      ? null
      : yearOf(params['year'], list.data.years, taxYear);
  const paper = kindOf(kind, list.data?.kinds ?? []);
  const exported = kindOf(exporting, list.data?.kinds ?? []);
  return (
    <Page
      title="Reports & data"
      question="Can I hand this to my accountant, and get everything back out?"
      action={
        <Button
          leftSection={<IconPackageExport size={16} aria-hidden="true" />}
          disabled={year === null}
          onClick={() => go('reports', { ...elsewhere, export: 'package' })}
        >
          Export package
        </Button>
      }
    >
      <Tabs
        value={tab}
        onChange={(next) => go('reports', { ...elsewhere, tab: next ?? 'papers' })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="papers">Papers</Tabs.Tab>
          <Tabs.Tab value="health">Ledger health</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="papers">
          <PapersTab
            list={list}
            year={year}
            chooseYear={(next) => go('reports', { ...elsewhere, year: String(next) })}
            look={(next) => go('reports', { ...elsewhere, kind: next })}
            exportPaper={(next) => go('reports', { ...elsewhere, export: next })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="health">
          <HealthTab />
        </Tabs.Panel>
      </Tabs>
      {list.data !== undefined && year !== null && (
        <>
          <PaperDrawer
            paper={paper}
            year={year}
            exportPaper={(next) => go('reports', { ...elsewhere, export: next })}
            onClose={() => go('reports', elsewhere)}
          />
          <ExportModal
            paper={exporting === 'package' ? 'package' : exported}
            list={list.data}
            year={year}
            onClose={() => go('reports', elsewhere)}
          />
        </>
      )}
    </Page>
  );
}
