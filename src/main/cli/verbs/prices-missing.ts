import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countOf } from '../numbers.ts';
import { table } from '../table.ts';
import { type Calls, type Report, reportOf, textOption, type Verb, wrongUsage } from '../verb.ts';

export const pricesMissing: Verb = {
  summary: 'what is held, needed or was traded and has no price; as a table to fill in and import again',
  usage: '[--csv FILE]',
  example: 'prices missing --csv missing.csv    # fill in the column Price, then `import missing.csv`',
  options: {
    csv: { type: 'string', help: 'write the prices that are missing as CSV; - for stdout' },
    force: { type: 'boolean', help: 'overwrite a file that is there' },
  },
  async run(context) {
    const file = textOption(context, 'csv');
    if (file === undefined) return await reportOf(await context.openLedger(), 'prices.read', {}, missingText);
    if (file !== '-' && existsSync(file) && context.options['force'] !== true)
      return wrongUsage('csv', `${file} is there already; --force overwrites it. Nothing was written`);
    const calls = await context.openLedger();
    return calls.ok ? await inFile(file, calls.value) : calls;
  },
};

async function inFile(file: string, calls: Calls): Promise<Result<Report>> {
  const answer = await calls.call('prices.missingFile', {});
  if (!answer.ok) return answer;
  const { content, rows } = answer.value;
  if (file === '-') return ok({ document: answer.value, text: () => content.trimEnd() });
  try {
    await writeFile(file, content);
  } catch {
    return wrongUsage('csv', `${file} cannot be written`);
  }
  const path = resolve(file);
  return ok({
    document: { file: path, rows },
    text: () => `Wrote ${countOf(rows, 'row')} to ${path}. Fill in the column Price, then import the file.`,
  });
}

function missingText({ missing, missingAt, stablecoinsAtPar }: CallAnswer<'prices.read'>): string {
  const now =
    missing.length === 0
      ? 'Everything that is held has a price.'
      : `No price for: ${missing.join(', ')}\nSet one with \`hedgerow prices set ${missing[0]}=…\`.`;
  const then =
    missingAt.length === 0
      ? 'Everything that was traded, paid or earned could be valued.'
      : [
          'Not valued: no price lies within a day of these',
          table(
            missingAt,
            [
              { title: 'Time', cell: ({ time }) => time },
              { title: 'Asset', cell: ({ asset }) => asset },
              { title: 'Needed for', cell: ({ words }) => words },
            ],
            '',
          ),
          '`hedgerow prices missing --csv FILE` writes them as a table to fill in.',
        ].join('\n\n');
  const par = stablecoinsAtPar
    ? 'Stablecoins without a price are taken at par (`prices assume stablecoins-at-par off` switches that off).'
    : 'Stablecoins without a price have none: "at par" is switched off.';
  return [now, then, par].join('\n\n');
}
