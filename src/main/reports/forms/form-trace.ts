/** Where the lines that only the forms have come from: "form:2025/schedule-d/4" and the like, from the forms' own figures. */
import type { EventId } from '../../../shared/domain/event.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { add, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateOf } from '../../../shared/time/local-date.ts';
import { byAsset, byDay, byMonth, listedTrace } from '../../engine/explain/listed.ts';
import type { Listed } from '../../engine/explain/listed.ts';
import { leaf, node, reference } from '../../engine/explain/trace-nodes.ts';
import { section1256LongTermShare } from '../../engine/tax/jurisdictions/us/parameters/statutory-amounts.ts';
import { carrybackRule } from '../../engine/tax/jurisdictions/us/rules/section-1256-carryback.ts';
import { section1256Rule } from '../../engine/tax/jurisdictions/us/rules/section-1256-split.ts';
import type { TaxItem } from '../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import type { YearFacts } from '../year-facts.ts';
import { netSums, sumsOf } from './boxed-sales.ts';
import type { BoxEntry, BoxSums } from './boxed-sales.ts';
import { BOXES, scheduleLine } from './boxes.ts';
import type { LossRow } from './form-6781-parts.ts';
import { lineSums, scheduleDFigures } from './schedule-d-figures.ts';
import type { ScheduleD } from './schedule-d-figures.ts';

/** The `explain` id of a figure of a form. */
export function formId(year: number, ...name: readonly (string | number)[]): string {
  return `form:${year}/${name.join('/')}`;
}

interface Asked {
  readonly facts: YearFacts;
  readonly figures: ScheduleD;
}

type Told = (asked: Asked, path: readonly string[]) => Trace | null;

const forms: { readonly [Form in string]?: Told } = {
  '8949': boxTrace,
  'schedule-d': scheduleTrace,
  '6781': lineTrace,
};

/** In: what stands behind "form:<year>/". null where the form has no such figure. */
export function formTrace(name: string, facts: YearFacts): Trace | null {
  const [form = '', ...path] = name.split('/');
  const told = Object.hasOwn(forms, form) ? forms[form] : undefined;
  return told?.({ facts, figures: scheduleDFigures(facts) }, path) ?? null;
}

function isColumn(name: string | undefined): name is keyof BoxSums {
  return name === 'proceeds' || name === 'costBasis' || name === 'adjustment' || name === 'gain';
}

const columnWords: Readonly<Record<keyof BoxSums, string>> = {
  proceeds: 'proceeds',
  costBasis: 'cost or other basis',
  adjustment: 'adjustments',
  gain: 'gain or loss',
};

/** "<box>/<column>": a total of Form 8949. */
function boxTrace({ facts, figures }: Asked, [name, column, ...path]: readonly string[]): Trace | null {
  const box = BOXES.find((one) => one === name);
  const rows = box === undefined ? undefined : figures.boxes.get(box);
  if (box === undefined || rows === undefined || !isColumn(column)) return null;
  return listedTrace(
    {
      label: `Form 8949 of ${facts.year}, box ${box}, ${columnWords[column]}`,
      noun: 'rows',
      unit: facts.currency,
      id: formId(facts.year, '8949', box, column),
      zero: zeroMoney,
      items: rows.entries.map((entry) => entryItem(entry, column, facts)),
      levels: [byAsset, byMonth, byDay],
    },
    path,
  );
}

function entryItem(entry: BoxEntry, column: keyof BoxSums, facts: YearFacts): Listed<Money> {
  const { currency, disposals, year } = facts;
  if (typeof entry !== 'number' && entry.kind === 'net') {
    const amount = netSums(entry.gain)[column];
    const trace = (): Trace =>
      leaf(`${facts.nameOf(entry.of)}: ${entry.why}`, amount, currency, { events: facts.eventsOf(entry.of) });
    return { asset: entry.of, date: dateOf(year, 12, 31), amount, trace };
  }
  const place = typeof entry === 'number' ? entry : entry.place;
  const disposal = disposals.at(place);
  const { asset, disposedDate: date, event } = disposal;
  if (typeof entry !== 'number') {
    const amount = sumsOf(entry)[column];
    const trace = (): Trace =>
      leaf(`${asset}: ${entry.why === '' ? 'the rest of the sale' : entry.why}`, amount, currency, {
        events: [event],
      });
    return { asset, date, amount, trace };
  }
  if (column === 'adjustment')
    return { asset, date, amount: zeroMoney, trace: () => leaf('None', zeroMoney, currency) };
  const amount = disposal[column];
  const id = `disposal:${disposals.idAt(place)}/${column}`;
  return { asset, date, amount, trace: () => reference(`${asset}, ${column}`, amount, currency, id) };
}

/** "<line>/<column>" of lines 1b to 3 and 8b to 10, "4" and "11", "6" and "14", "21". */
function scheduleTrace(asked: Asked, [line = '', column]: readonly string[]): Trace | null {
  const { facts, figures } = asked;
  const { year, currency } = facts;
  if (line === '4') return fromForm6781(asked, 'short');
  if (line === '11') return fromForm6781(asked, 'long');
  const less = lessOf(line, asked);
  if (less !== null) return less;
  const boxes = BOXES.filter((box) => scheduleLine[box] === line && figures.boxes.has(box));
  if (boxes.length === 0 || !isColumn(column)) return null;
  const parts = boxes.map((box) =>
    reference(
      `Form 8949, box ${box}, ${columnWords[column]}`,
      figures.boxes.get(box)?.sums[column] ?? zeroMoney,
      currency,
      formId(year, '8949', box, column),
    ),
  );
  const total = lineSums(figures.boxes, (known) => known === line)[column];
  return node(`Schedule D of ${year}, line ${line}, ${columnWords[column]}`, total, currency, 'sum', parts);
}

/** Lines that show a positive figure of the year with a minus. */
function lessOf(line: string, { facts, figures }: Asked): Trace | null {
  const { year, currency, taxYear } = facts;
  const less: { readonly [Line in string]?: readonly [amount: Money | undefined, of: string] } = {
    '6': [figures.carriedIn?.short, 'shortTermCarried'],
    '14': [figures.carriedIn?.long, 'longTermCarried'],
    '21': [figures.line21 ?? undefined, 'lossAllowed'],
  };
  const [amount, of] = less[line] ?? [];
  if (amount === undefined || of === undefined || taxYear === null) return null;
  return node(`Schedule D of ${year}, line ${line}`, negate(amount), currency, 'difference', [
    leaf('Nothing', zeroMoney, currency),
    reference('As a positive amount', amount, currency, `tax:${year}/${of}`),
  ]);
}

/** Line 4 or 11, without what a later year brought back: that has a row of its own. */
function fromForm6781({ facts: { year, currency }, figures }: Asked, term: 'short' | 'long'): Trace {
  const { parts, from6781, broughtBack } = figures;
  const isShort = term === 'short';
  const [of1256, name] = isShort ? [parts.line8, '8'] : [parts.line9, '9'];
  const gains = parts.line13[term];
  const letter = isShort ? 'a' : 'b';
  const id = (line: string): string => formId(year, '6781', line);
  const value = add(from6781[term], negate(broughtBack[term]));
  return node(
    `Schedule D of ${year}, line ${isShort ? '4' : '11'}: from Form 6781`,
    value,
    currency,
    'difference',
    [
      node(`Lines ${name} and 13${letter}`, add(of1256, gains), currency, 'sum', [
        reference(`Form 6781, line ${name}`, of1256, currency, id(name)),
        reference(`Form 6781, line 13${letter}`, gains, currency, id(`13${letter}`)),
      ]),
      reference(`Form 6781, line 11${letter}`, negate(parts.line11[term]), currency, id(`11${letter}`)),
      ...(isZero(broughtBack[term])
        ? []
        : [
            leaf('What was carried back to the year, told apart', broughtBack[term], currency, {
              rule: carrybackRule,
            }),
          ]),
    ],
  );
}

/** A line of Form 6781: "3", "5", "7", "8", "9", "11a" to "13b", "1/<row>/<column>", "10/<row>/<column>", "12/<row>/<column>". */
function lineTrace(asked: Asked, [line = '', row, column]: readonly string[]): Trace | null {
  if (row !== undefined) return rowTrace(asked, line, Number(row) - 1, column);
  return partTrace(asked, line) ?? totalTrace(asked, line);
}

function partTrace({ facts: { year, currency }, figures: { parts } }: Asked, line: string): Trace | null {
  const label = `Form 6781 of ${year}, line ${line}`;
  const at = (of: '3' | '5' | '7' | '9', amount: Money): Trace =>
    reference(`Line ${of}`, amount, currency, formId(year, '6781', of));
  switch (line) {
    case '3':
      return node(
        label,
        parts.line3,
        currency,
        'sum',
        parts.line1.map(({ account, contract, loss, gain }) =>
          leaf(`${account}: ${contract}`, add(gain, negate(loss)), currency),
        ),
      );
    case '5':
      return node(label, parts.line5, currency, 'sum', [
        at('3', parts.line3),
        isZero(parts.line4)
          ? leaf('Line 4: none', zeroMoney, currency)
          : reference('Line 4', parts.line4, currency, `year:${year}/straddleSection1256`),
      ]);
    case '7':
      return node(label, parts.line7, currency, 'sum', [
        at('5', parts.line5),
        leaf('Line 6: what goes back to earlier years', parts.line6, currency, { rule: carrybackRule }),
      ]);
    case '8':
      return node(label, parts.line8, currency, 'difference', [at('7', parts.line7), at('9', parts.line9)]);
    case '9':
      return node(
        label,
        parts.line9,
        currency,
        'product',
        [at('7', parts.line7), leaf('Long-term share', section1256LongTermShare, 'rate')],
        { rule: section1256Rule },
      );
    default:
      return null;
  }
}

const totals: { readonly [Line in string]?: readonly ['10' | '12', 'short' | 'long'] } = {
  '11a': ['10', 'short'],
  '11b': ['10', 'long'],
  '13a': ['12', 'short'],
  '13b': ['12', 'long'],
};

function totalTrace({ facts, figures: { parts } }: Asked, line: string): Trace | null {
  const [section, term] = totals[line] ?? [];
  if (section === undefined || term === undefined) return null;
  const { year, currency } = facts;
  const isLoss = section === '10';
  const rows = isLoss ? parts.losses : parts.gains;
  const total = isLoss ? negate(parts.line11[term]) : parts.line13[term];
  return node(
    `Form 6781 of ${year}, line ${line}`,
    total,
    currency,
    'sum',
    rows.map((one, n) => {
      const amount = isLoss ? negate(one[term]) : one[term];
      return reference(facts.nameOf(one.of), amount, currency, formId(year, '6781', section, n + 1, term));
    }),
  );
}

/** A figure of a row: the items that it is made of, and the sale where it is one. */
function rowTrace(asked: Asked, line: string, n: number, column: string | undefined): Trace | null {
  const { facts, figures } = asked;
  const { parts } = figures;
  if (line === '1') return contractTrace(asked, n, column);
  const isLoss = line === '10';
  const loss = isLoss ? parts.losses[n] : undefined;
  const row = loss ?? (line === '12' ? parts.gains[n] : undefined);
  if (column === 'loss' && loss !== undefined) return saleLossTrace(loss, facts);
  if (row === undefined || column === undefined || !['short', 'long', 'both'].includes(column)) return null;
  const meant = (character: string): boolean => column === 'both' || character === column;
  const { currency, year } = facts;
  const place = loss?.place ?? null;
  const sale = place === null ? null : facts.disposals.at(place);
  const found = [
    ...(sale === null || place === null || !meant(sale.term)
      ? []
      : [reference('The sale', sale.gain, currency, `disposal:${facts.disposals.idAt(place)}/gain`)]),
    ...row.items.filter(({ character }) => meant(character)).map((item) => itemLeaf(item, facts)),
  ];
  const sum = column === 'both' ? add(row.short, row.long) : row[column as 'short' | 'long'];
  const label = `Form 6781 of ${year}, line ${line}: ${facts.nameOf(row.of)}`;
  return isLoss
    ? node(`${label}, as a loss`, negate(sum), currency, 'difference', [
        leaf('Nothing', zeroMoney, currency),
        ...found,
      ])
    : node(label, sum, currency, 'sum', found);
}

/** Column (f) of a sale: its loss, as a positive amount. */
function saleLossTrace(
  { place, loss, of }: LossRow,
  { disposals, currency, year, nameOf }: YearFacts,
): Trace | null {
  if (place === null) return null;
  return node(`Form 6781 of ${year}, line 10: loss on ${nameOf(of)}`, loss, currency, 'difference', [
    leaf('Nothing', zeroMoney, currency),
    reference('The sale', disposals.at(place).gain, currency, `disposal:${disposals.idAt(place)}/gain`),
  ]);
}

function contractTrace(
  { facts, figures: { parts } }: Asked,
  n: number,
  column: string | undefined,
): Trace | null {
  const row = parts.line1[n];
  if (row === undefined || (column !== 'loss' && column !== 'gain')) return null;
  const { currency, year } = facts;
  const isLoss = column === 'loss';
  const found = row.positions
    .filter(({ amount }) => amount < zeroMoney === isLoss)
    .map(({ of, amount }) =>
      leaf(facts.nameOf(of), isLoss ? negate(amount) : amount, currency, { events: facts.eventsOf(of) }),
    );
  return node(
    `Form 6781 of ${year}, line 1: ${row.contract}, ${column}`,
    row[column],
    currency,
    'sum',
    found,
  );
}

function itemLeaf({ of, kind, amount, rule, disposal }: TaxItem, facts: YearFacts): Trace {
  const left = disposal === undefined ? [] : [disposal.slice(0, disposal.lastIndexOf('/')) as EventId];
  const label = `${kindWords[kind]}: ${facts.nameOf(of)}`;
  return leaf(label, amount, facts.currency, { rule, events: [...left, ...facts.eventsOf(of)] });
}

const kindWords: Readonly<Record<TaxItem['kind'], string>> = {
  result: 'Result',
  mark: 'Mark at the year’s end',
  'mark-taken-back': 'Less the mark of the year before',
  deferred: 'A loss that waits: added back',
  released: 'A loss that waited and counts now',
  term: 'Another term by straddle rules',
  basis: 'An adjusted cost basis',
  disallowed: 'A loss that is not deducted',
  'deemed-sale': 'A deemed sale',
};
