/** A rule that the comparison does not compute, in a whole sentence with the amounts it touches. */
export interface Caveat {
  readonly code: string;
  readonly text: string;
  readonly law: string;
}
