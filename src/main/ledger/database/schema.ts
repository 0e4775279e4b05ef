/** The tables as Kysely sees them; `migrations/` is what makes them. Times are epoch milliseconds, decimals canonical text. */
import type { Generated } from 'kysely';

export interface LedgerSchema {
  meta: MetaTable;
  journal: JournalTable;
  account: AccountTable;
  batch: BatchTable;
  batch_account: BatchAccountTable;
  batch_coverage: BatchCoverageTable;
  row_decision: RowDecisionTable;
  event: EventTable;
  mark: MarkTable;
  contract_correction: CorrectionTable;
  own_contract: OwnContractTable;
  setting: SettingTable;
  observed_series: ObservedSeriesTable;
  observation: ObservationTable;
  profile_version: DocumentVersionTable;
  policy_version: DocumentVersionTable;
  identification_record: RecordTable;
  election: ElectionTable;
  hedge_plan: PlanTable;
  hedge_leg: LegTable;
  hedge_leg_lot: LegLotTable;
  hedge_leg_fill: LegFillTable;
  plan_step: StepTable;
}

interface MetaTable {
  id: number;
  ledger: string;
  created_at: number;
  sample_as_of: string | null;
}

interface JournalTable {
  counter: number;
  kind: string;
  subject: string;
  recorded_at: number;
  content_hash: string;
  hash: string;
}

interface AccountTable {
  id: string;
  name: string;
  kind: string;
  venue: string | null;
  country: string | null;
  by_import: number;
}

interface BatchTable {
  id: Generated<number>;
  file: string;
  file_hash: string;
  format: string;
  account: string;
  imported_at: number;
  skipped_rows: number;
  already_rows: number;
  events: number;
  prices: number;
  observations: Generated<number>;
  first_time: number | null;
  last_time: number | null;
  /** The sum of the facts of its events: a part of the content hash. */
  events_hash: string;
  lines: string | null;
  layout: string | null;
  download: string | null;
  part: number | null;
  zone: string | null;
  zone_from: string | null;
  reading: string | null;
}

/** What a file says of an account that it uses; nothing where `name` is null. */
interface BatchAccountTable {
  batch: number;
  account: string;
  name: string | null;
  kind: string | null;
  venue: string | null;
  country: string | null;
  said_by: string | null;
}

interface BatchCoverageTable {
  batch: number;
  account: string;
  subject: string;
  first_time: number;
  last_time: number;
  row_count: number;
}

/** Written and read whole through `repositories/event-columns.ts`; Kysely only looks single rows up. */
interface EventTable {
  position: Generated<number>;
  id: string;
  line: number;
  raw: string;
  row_hash: Buffer;
  occurrence: number;
  batch: number | null;
}

interface RowDecisionTable {
  event: string;
  saved_at: number;
  document: string;
}

interface MarkTable {
  of: string;
  time: number;
  batch: number;
  price: string;
  source: string;
}

interface CorrectionTable {
  version: Generated<number>;
  contract: string;
  field: string;
  value: string | null;
  source: string;
  set_at: number;
}

interface OwnContractTable {
  contract: string;
  saved_at: number;
  document: string;
}

interface SettingTable {
  key: string;
  saved_at: number;
  document: string;
}

interface ObservedSeriesTable {
  id: Generated<number>;
  measure: string;
  of: string;
  level: string;
}

/** Written and read whole past Kysely: there are very many. */
interface ObservationTable {
  series: number;
  time: number;
  batch: number;
  value: string;
  hours: number | null;
  line: number | null;
  source: string | null;
}

interface DocumentVersionTable {
  version: Generated<number>;
  saved_at: number;
  document: string;
}

interface RecordTable {
  sequence: number;
  recorded_at: number;
  kind: string;
  body: string;
  previous_hash: string;
  hash: string;
}

interface ElectionTable {
  version: Generated<number>;
  id: string;
  value: string;
  made_at: number;
}

interface PlanTable {
  id: string;
  created_at: number;
  exit_date: string;
  record: number;
  dropped: number | null;
  reason: string;
  baseline: string | null;
}

interface LegTable {
  plan: string;
  id: string;
  number: number;
  asset: string;
  contract: string;
  side: string;
  quantity: string;
  price: string;
  notional: string;
  wanted: string | null;
}

interface LegLotTable {
  plan: string;
  leg: string;
  number: number;
  lot: string;
  quantity: string;
}

interface LegFillTable {
  plan: string;
  leg: string;
  number: number;
  event: string;
}

interface StepTable {
  plan: string;
  id: string;
  number: number;
  date: string;
  text: string;
  done_at: number | null;
}
