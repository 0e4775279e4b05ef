import { MEASURES } from '../../../shared/domain/observation.ts';
import { countText, instantText, quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const marketHistory: Verb = {
  summary: 'one series of market data over time, thinned out to what a screen can show',
  usage: 'OF MEASURE [--level PER-CENT] [--from TIME] [--to TIME] [--points NUMBER]',
  example: 'market history binance-um:BTCUSDT funding-rate --points 30',
  options: {
    level: { type: 'string', help: 'of depth: per cent from the middle, such as -1' },
    from: { type: 'string', help: 'from this time on, as 2026-10-01T00:00:00Z' },
    to: { type: 'string', help: 'up to this time' },
    points: { type: 'string', help: 'how many values at most (default: 60)' },
  },
  run: async (context) => {
    const [of, name] = context.positionals;
    const measure = MEASURES.find((one) => one === name);
    if (of === undefined) return wrongUsage('OF', 'say what it is of, such as binance-um:BTCUSDT');
    if (measure === undefined) return wrongUsage('MEASURE', `expected one of ${MEASURES.join(', ')}`);
    const points = Number(textOption(context, 'points') ?? '60');
    const [level, from, to] = ['level', 'from', 'to'].map((option) => textOption(context, option));
    return await reportOf(
      await context.openLedger(),
      'market.history',
      {
        of,
        measure,
        points,
        ...(level !== undefined && { level }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      },
      ({ title, unit, count, points: found }) => {
        const head = `${title}: ${countText(found.length)} of ${countText(count)} values`;
        const rows = table(
          found,
          [
            { title: 'Time', cell: ({ time }) => instantText(time) },
            {
              title: 'Value',
              cell: ({ value }) => (unit === 'fraction' ? fineShare(value) : quantityText(value)),
              right: true,
            },
          ],
          'None.',
        );
        return `${head}\n\n${rows}`;
      },
    );
  },
};

/** Four decimals of a per cent: funding is small. */
function fineShare(text: string): string {
  const share = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 4 });
  return share.format(text as Intl.StringNumericLiteral).replace('%', ' %');
}
