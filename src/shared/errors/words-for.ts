/**
 * What to do is often another thing on the screen than in the terminal. Both stand in one text, in brackets that say where
 * they belong: "Say which it is (on the screen: below) (in the terminal: --market X)."
 */
export type Place = 'screen' | 'terminal';

const asides: Readonly<Record<Place, { readonly whole: RegExp; readonly begins: string }>> = {
  screen: { whole: / \(on the screen: [^()]*\)/gu, begins: ' (on the screen: ' },
  terminal: { whole: / \(in the terminal: [^()]*\)/gu, begins: ' (in the terminal: ' },
};

/** Without what belongs to the other place, and without saying where its reader is. */
export function wordsFor(place: Place, text: string): string {
  const other = asides[place === 'screen' ? 'terminal' : 'screen'];
  return text.replaceAll(other.whole, '').replaceAll(asides[place].begins, ' (');
}
