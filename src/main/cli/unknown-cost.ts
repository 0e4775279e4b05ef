import type { CallAnswer } from '../../shared/contract/contract.ts';
import { paragraph } from './paragraph.ts';

type UnknownCost = CallAnswer<'holdings.lots'>['unknownCost'];

/** What stands behind a figure that rests on a cost nobody knows. */
export function marked(text: string, basisUnknown: boolean): string {
  return basisUnknown ? `${text}*` : text;
}

/** What the mark on coins that are held means, by the election in force; nothing where none is marked. */
export function heldNote(isMarked: boolean, unknownCost: UnknownCost): string[] {
  if (!isMarked) return [];
  return unknownCost === 'left-out'
    ? [
        paragraph(
          '* Nobody knows what some of it cost: its cost is shown as zero, and its sales are left out of the gains, as you chose.',
        ),
      ]
    : [paragraph('* Nobody knows what some of it cost: it counts as having cost nothing.')];
}

/** The same of gains. In: `isMissing`, whether units that no file shows count among them. */
export function soldNote(isMarked: boolean, unknownCost: UnknownCost, isMissing = false): string[] {
  if (!isMarked) return [];
  if (unknownCost === 'zero-cost')
    return [paragraph('* Rests on coins whose cost nobody knows: they count as having cost nothing.')];
  const leftOut =
    '* Coins were sold whose cost nobody knows: these sales are left out of the gains, as you chose.';
  const missing = ' Units that no file shows count as having cost nothing, as you chose.';
  return [paragraph(isMissing ? `${leftOut}${missing}` : leftOut)];
}
