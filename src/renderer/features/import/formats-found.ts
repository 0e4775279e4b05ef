import type { CallAnswer } from '../../../shared/contract/contract.ts';

type Format = CallAnswer<'imports.formats'>['formats'][number];

/** The formats whose name, exchange or columns hold every word that is looked for. */
export function formatsFound(formats: readonly Format[], text: string): readonly Format[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return formats;
  return formats.filter(({ name, exchange, headers }) => {
    const all = [name, exchange, ...headers].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
