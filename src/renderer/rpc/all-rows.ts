import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import { answerOf } from './client.ts';
import type { Page, PagedCall, PageFilter } from './use-pages.ts';

/** The most rows that the core gives at a time. */
const most = 1000;

/** Every row that matches, one page after the other: for what leaves the screen as a whole. Throws `CallFailed`. */
export async function allRows<Name extends PagedCall, Row>(
  name: Name,
  filter: PageFilter<Name>,
  read: (answer: CallAnswer<Name>) => Page<Row>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const input = { ...filter, offset: rows.length, limit: most } as unknown as CallInput<Name>;
    const page = read(await answerOf(name, input));
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
