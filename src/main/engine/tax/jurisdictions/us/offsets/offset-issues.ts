import type { Issue } from '../../../../../../shared/domain/issue.ts';
import { dateText } from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import { listText } from '../../../../words.ts';
import type { Offset } from '../straddles/straddle-case.ts';
import type { Identified } from './identified-offsets.ts';
import type { OffsetsInput, Presumed } from './offsets-of.ts';

const MOST_NAMED = 3;

/** What rests on presumptions or on records that came too late; each coin once. */
export function offsetIssues(
  { offsets, unknown }: Identified,
  presumed: readonly Presumed[],
  { stretches, elections }: Pick<OffsetsInput, 'stretches' | 'elections'>,
): readonly Issue[] {
  const byId = new Map(stretches.map((one) => [one.id, one]));
  const assetOf = ({ short }: Offset): string => byId.get(short)?.asset ?? '';
  const namesOf = (some: readonly Offset[]): string => {
    const shorts = [...new Set(some.map(({ short }) => short))];
    const names = shorts.slice(0, MOST_NAMED).map((id) => {
      const one = byId.get(id);
      return one === undefined ? id : `${one.stretch.spec.symbol} of ${dateText(one.openedOn)}`;
    });
    const rest = shorts.length - names.length;
    return rest > 0 ? `${names.join(', ')} and ${rest} more` : listText(names);
  };
  const isChosen = elections.partialHedge === 'all' || elections.partialHedge === 'oldest';
  const without = (isChosen ? [] : presumed).flatMap(({ asset, offsets: some, way }) => {
    const unrecorded = some.filter(({ by }) => by === 'presumed');
    return unrecorded.length === 0 ? [] : [{ asset, unrecorded, way }];
  });
  const late = offsets.filter(({ by }) => by === 'late');
  return [
    ...without.map(({ asset, unrecorded, way }) => {
      const code = way === 'oldest' ? 'tax/hedge-presumed-oldest' : 'tax/hedge-presumed';
      return issueOf(code, 'warning', { asset, positions: namesOf(unrecorded) }, { asset });
    }),
    ...[...Map.groupBy(late, assetOf)].map(([asset, some]) =>
      issueOf('tax/hedge-identified-late', 'warning', { asset, positions: namesOf(some) }, { asset }),
    ),
    ...unknown.map(({ leg, lot }) => issueOf('tax/hedged-lot-unknown', 'warning', { leg, lot })),
  ];
}
