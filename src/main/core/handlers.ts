import type { Handlers } from './call-context.ts';
import { calcGainsHandlers } from './services/calc/calc-gains.ts';
import { calcHedgeSizeHandlers } from './services/calc/calc-hedge-size.ts';
import { calcOverlayHandlers } from './services/calc/calc-overlay.ts';
import { calcTaxYearHandlers } from './services/calc/calc-tax-year.ts';

/** Every call and the service that answers it. Services are wired as they arrive; when all are here this is `Handlers`. */
export const handlers: Partial<Handlers> = {
  ...calcGainsHandlers,
  ...calcHedgeSizeHandlers,
  ...calcOverlayHandlers,
  ...calcTaxYearHandlers,
};
