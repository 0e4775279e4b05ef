import type { Handlers } from './call-context.ts';
import { calcGainsHandlers } from './services/calc/calc-gains.ts';
import { calcHedgeSizeHandlers } from './services/calc/calc-hedge-size.ts';
import { calcOverlayHandlers } from './services/calc/calc-overlay.ts';
import { calcTaxYearHandlers } from './services/calc/calc-tax-year.ts';
import { targetsHandlers } from './services/targets/targets-handlers.ts';
import { readGainsHandlers } from './services/holdings/read-gains.ts';
import { readHoldingsHandlers } from './services/holdings/read-holdings.ts';
import { readLotsHandlers } from './services/holdings/read-lots.ts';
import { readTransactionsHandlers } from './services/holdings/read-transactions.ts';
import { pricesHandlers } from './services/prices/prices.ts';
import { profileHandlers } from './services/profile/profile.ts';
import { taxYearsHandlers } from './services/tax/tax-years.ts';

/** Every call and the service that answers it. Services are wired as they arrive; when all are here this is `Handlers`. */
export const handlers: Partial<Handlers> = {
  ...calcGainsHandlers,
  ...calcHedgeSizeHandlers,
  ...calcOverlayHandlers,
  ...calcTaxYearHandlers,
  ...targetsHandlers,
  ...readGainsHandlers,
  ...readHoldingsHandlers,
  ...readLotsHandlers,
  ...readTransactionsHandlers,
  ...pricesHandlers,
  ...profileHandlers,
  ...taxYearsHandlers,
};
