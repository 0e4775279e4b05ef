/** What the liquidity and sentiment tab says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';

export type Reading = CallAnswer<'market.readings'>['subjects'][number]['readings'][number];
export type Subject = CallAnswer<'market.readings'>['subjects'][number];
export type Series = CallAnswer<'market.series'>['series'][number];
export type Slippage = CallAnswer<'market.slippage'>;
export type Ticket = Slippage['tickets'][number];

/** A reading with what it is one of, a row of its table. */
export interface ReadingRow extends Reading {
  readonly of: string;
  readonly key: string;
}

/** Every reading of the subjects that are asked for, stale ones last within each subject. */
export function readingRows(subjects: readonly Subject[], asset: string | null): readonly ReadingRow[] {
  return subjects
    .filter((subject) => asset === null || subject.asset === null || subject.asset === asset)
    .flatMap(({ of, readings }) =>
      readings
        .map((reading) => ({ ...reading, of, key: `${of} ${reading.measure} ${reading.level}` }))
        .toSorted((a, b) => Number(a.stale) - Number(b.stale)),
    );
}

/** The coins that the subjects are about, each once, in alphabetical order. */
export function assetsOf(subjects: readonly Subject[]): readonly string[] {
  return [...new Set(subjects.flatMap(({ asset }) => (asset === null ? [] : [asset])))].toSorted();
}

/** "3 hours", "12 days": how old a figure is. */
export function ageWords(hours: number): string {
  if (hours < 1) return 'less than an hour';
  if (hours < 48) return `${Math.floor(hours)} ${Math.floor(hours) === 1 ? 'hour' : 'hours'}`;
  return `${Math.floor(hours / 24)} days`;
}

export interface Mark {
  readonly color: 'gray' | 'yellow' | 'orange';
  readonly text: string;
}

/** Where a reading stands in its own history. Context, so never in the colours of gain and loss. */
export function historyMark({ mark, end }: Reading['history']): Mark | null {
  if (mark === null) return null;
  if (mark === 'normal') return { color: 'gray', text: 'usual' };
  const side = end === null ? '' : end === 'high' ? ' high' : ' low';
  return mark === 'elevated'
    ? { color: 'yellow', text: `elevated${side}` }
    : { color: 'orange', text: `extreme${side}` };
}
