import type { HandlersOf } from '../../call-context.ts';
import { listReports } from './list-reports.ts';
import { makeReport } from './make-report.ts';
import { previewReport } from './preview-report.ts';
import { setBrokerForm } from './set-broker-form.ts';

type ReportCall = 'reports.list' | 'reports.preview' | 'reports.make' | 'reports.setBrokerForm';

export const reportsHandlers: HandlersOf<ReportCall> = {
  'reports.list': listReports,
  'reports.preview': previewReport,
  'reports.make': makeReport,
  'reports.setBrokerForm': setBrokerForm,
};
