/** How the share of a line is made up: coins and money, futures, and all lines together. Pure. */
import type { Trace } from '../../../ui/trace-part.ts';
import { lineName, totalsOf, type DriftLine } from './drift-lines.ts';

/** Its value is the line's share; the parts of the parts lead on to what is held, where that has an id of its own. */
export function shareTrace(line: DriftLine, lines: readonly DriftLine[], currency: string): Trace {
  const name = lineName(line);
  const all = lines.map((each) =>
    leaf(`Effective value of ${lineName(each)}`, each.effectiveValue, currency, null),
  );
  return {
    ...leaf(`Effective share of ${name}`, line.effectiveWeight, 'share', null),
    how: 'the first part divided by the second; digits that rounding leaves go where they are largest',
    parts: [
      effectiveTrace(line, currency),
      {
        ...leaf('All lines together', totalsOf(lines).effectiveValue, currency, null),
        how: 'sum of the parts',
        parts: all,
      },
    ],
  };
}

function effectiveTrace(line: DriftLine, currency: string): Trace {
  const { of, kind, members, spotValue, futuresValue, effectiveValue } = line;
  const name = lineName(line);
  const isHolding = kind === 'asset' || kind === 'other';
  const spot = leaf(
    `${name}: coins and money`,
    spotValue,
    currency,
    isHolding ? `holding:${of}/value` : null,
  );
  const futures = leaf(
    kind === 'cash' ? 'The other side of futures on coins' : `${name}: futures`,
    futuresValue,
    currency,
    kind === 'asset' ? `holding:${of}/futuresValue` : null,
  );
  const held = members.map((member) =>
    leaf(`${member.asset}: coins and money`, member.spotValue, currency, `holding:${member.asset}/value`),
  );
  return {
    ...leaf(`Effective value of ${name}`, effectiveValue, currency, null),
    how: 'sum of the parts',
    parts: [held.length < 2 ? spot : { ...spot, how: 'sum of the parts', parts: held }, futures],
  };
}

function leaf(label: string, value: string, unit: string, explain: string | null): Trace {
  return {
    label,
    value,
    unit,
    how: 'as given',
    rule: null,
    events: [],
    lots: [],
    parts: [],
    ...(explain === null ? {} : { explain }),
  };
}
