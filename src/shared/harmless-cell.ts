/** A spreadsheet takes a cell that begins with one of these for a formula, or for the way to one. */
const FORMULA_STARTS = '=+-@\t\r\n\0＝＋－＠';

/**
 * A cell of words that may come from a file, so that no spreadsheet takes it for a formula: an apostrophe before it makes
 * it text. Plain numbers stay as they are. Source: OWASP, "CSV Injection"; ASVS 5.0, 1.2.10.
 */
export function harmlessCell(text: string): string {
  if (text === '' || /^-?\d+(?:\.\d+)?$/u.test(text)) return text;
  return FORMULA_STARTS.includes(text.charAt(0)) ? `'${text}` : text;
}

/** What stood in a cell before it was made harmless: tables that we wrote come back as they were. */
export function cellAsMeant(text: string): string {
  return text.startsWith("'") && FORMULA_STARTS.includes(text.charAt(1)) && text.length > 1
    ? text.slice(1)
    : text;
}
