import type { Page } from 'playwright-core';

/** A row as one reads it: the words of its cells, by the words of their headers; '' is a header without words. */
export type ReadRow = Readonly<Record<string, string>>;

/** The rows of a table that is whole in the page, its totals at the end, found by its name. */
export async function readTable(page: Page, name: string): Promise<readonly ReadRow[]> {
  const table = page.getByRole('table', { name, exact: true });
  await table.waitFor();
  const rows = await Promise.all(
    (await table.getByRole('row').all()).map(async (row) => await row.locator('th, td').allInnerTexts()),
  );
  const [head = [], ...body] = rows.map((cells) => cells.map(words));
  return body.map((cells) => Object.fromEntries(cells.map((cell, column) => [head[column] ?? '', cell])));
}

/** What the eye takes in: one blank between words, no sorting arrows, nothing that is only said aloud. */
function words(text: string): string {
  return text
    .replaceAll(/^, how computed: .*$/gmu, '')
    .replaceAll(/[↕↑↓]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** The row whose first cell begins so. */
export function rowOf(rows: readonly ReadRow[], start: string): ReadRow {
  const found = rows.find((row) => Object.values(row)[0]?.startsWith(start));
  if (found === undefined) throw new Error(`no row begins with ${start}`);
  return found;
}
