import type { CallAnswer } from '../../shared/contract/contract.ts';

type ZoneFrom = CallAnswer<'imports.list'>['batches'][number]['timeZoneFrom'];

const fromWords: { readonly [From in Exclude<ZoneFrom, null | 'unused'>]: string } = {
  file: 'the file says so',
  'file-name': 'the name of the file says so',
  assumed: 'only assumed',
  given: 'as you said',
};

/** "UTC (only assumed)": in which zone times without one were read; null where there are none, or that was not kept. */
export function zoneText(zone: string | null, from: ZoneFrom): string | null {
  if (zone === null || from === 'unused') return null;
  return from === null ? zone : `${zone} (${fromWords[from]})`;
}
