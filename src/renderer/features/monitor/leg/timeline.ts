/** The life of a leg as moments in time. Pure. */
import type { Leg, Legs } from '../view-model.ts';

export type Fill = Leg['fills'][number];
export type Plan = Legs['plans'][number];

export type MomentKind = 'planned' | Fill['did'] | 'recorded' | 'exit';

export interface Moment {
  readonly key: string;
  readonly kind: MomentKind;
  /** An instant, or a day where only that is known. */
  readonly time: string;
  /** What happened, where the kind does not say all. */
  readonly words: string | null;
  /** The fills of this moment, in ledger order. */
  readonly fills: readonly Fill[];
  /** It lies ahead. */
  readonly ahead: boolean;
}

export const momentWords: Readonly<Record<MomentKind, string>> = {
  planned: 'Plan saved',
  opens: 'Opened',
  adds: 'Enlarged',
  reduces: 'Reduced',
  closes: 'Closed',
  'rolls-out': 'Rolled: old contract closed',
  'rolls-in': 'Rolled: new contract opened',
  recorded: 'Put on record',
  exit: 'Planned exit',
};

/** Everything that happened to the leg, oldest first, then what is planned. Fills of one day that did the same stand together. */
export function timeline(leg: Leg, plan: Plan, today: string): readonly Moment[] {
  const moments: Moment[] = [
    { ...moment('planned', plan.createdAt), words: plan.reason === '' ? null : plan.reason },
    ...fillMoments(leg.fills),
    ...leg.records.map((record) => ({
      ...moment('recorded', record.recordedAt),
      key: `record ${record.sequence}`,
      words: `Record ${record.sequence}: ${record.words}`,
    })),
  ];
  const sorted = moments.toSorted((a, b) => a.time.localeCompare(b.time));
  if (leg.state === 'closed') return sorted;
  return [...sorted, { ...moment('exit', plan.exitDate), ahead: plan.exitDate >= today }];
}

function moment(kind: MomentKind, time: string): Moment {
  return { key: `${kind} ${time}`, kind, time, words: null, fills: [], ahead: false };
}

function fillMoments(fills: readonly Fill[]): readonly Moment[] {
  const groups = Map.groupBy(fills, ({ date, did, contract }) => `${date} ${did} ${contract}`);
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...moment(first.did, first.time), key, fills: group }];
  });
}
