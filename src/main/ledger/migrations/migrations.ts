import { firstSchema } from './0001-first-schema.ts';
import { hedgesAndRecords } from './0002-hedges-and-records.ts';
import { droppedPlans } from './0003-dropped-plans.ts';
import { methodsAsOrders } from './0004-methods-as-orders.ts';
import { futures } from './0005-futures.ts';
import { eventParts } from './0006-event-parts.ts';
import { rowsByText } from './0007-rows-by-text.ts';
import { filesKnowTheirRows } from './0008-files-know-their-rows.ts';
import { filesSayWhatTheyCover } from './0009-files-say-what-they-cover.ts';
import type { LedgerMigration } from './migration.ts';

/** Every migration, in order. One that was released is never changed: docs/howto/add-a-migration.md. */
export const migrations: readonly LedgerMigration[] = [
  firstSchema,
  hedgesAndRecords,
  droppedPlans,
  methodsAsOrders,
  futures,
  eventParts,
  rowsByText,
  filesKnowTheirRows,
  filesSayWhatTheyCover,
];

/** The version of the schema that this program writes. */
export const schemaVersion = migrations.length;
