import { binanceSpot } from './binance-spot.ts';
import type { Importer } from './importer.ts';

/** Every format there is. A file belongs to the first that knows its header. */
export const importers: readonly Importer[] = [binanceSpot];
