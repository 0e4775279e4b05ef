/** A lot as lists and explanations show it: its id, or `lot:<id>@<account>`. */
export interface LotReference {
  readonly lot: string;
  /** Where it lies by the reference; undefined where that does not say. */
  readonly account: string | undefined;
}

export function lotReference(word: string): LotReference {
  const [, lot = word, account] = /^(?:lot:)?([^@]+)(?:@(.+))?$/u.exec(word) ?? [];
  return { lot, account };
}
