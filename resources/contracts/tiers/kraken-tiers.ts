/** Kraken Futures' levels: cap, initial and maintenance in per cent, of the whole position. */
import { wholePositionTiers } from '../margin-tables.ts';

/** Linear, in dollars. Captures of different dates differ in where the second level ends; this is the later one. */
export const linearLevels = wholePositionTiers('settle-value', [
  ['500 000', '2', '1'],
  ['2 000 000', '4', '2'],
  ['5 000 000', '10', '5'],
  ['10 000 000', '20', '10'],
  ['30 000 000', '30', '15'],
  [null, '50', '25'],
]);

/** Inverse, in contracts of 1 USD. */
export const inverseLevels = wholePositionTiers('contracts', [
  ['500 000', '2', '1'],
  ['1 000 000', '4', '2'],
  ['3 000 000', '6', '3'],
  ['6 000 000', '10', '5'],
  ['12 000 000', '15', '7.5'],
  ['20 000 000', '25', '12.5'],
  ['50 000 000', '30', '15'],
  [null, '40', '20'],
]);
