import { describe, expect, test } from 'vitest';
import type { PreviewFile } from './import-flow.ts';
import {
  countWords,
  kindsWords,
  pieceBytes,
  piecesOf,
  problemGroups,
  stepAfterDetect,
  totalsOf,
  unknownFiles,
  whyNotConfirm,
} from './view-model.ts';

type Problem = PreviewFile['problems'][number];

function problem(change: Partial<Problem>): Problem {
  return {
    code: 'import/not-a-number',
    severity: 'error',
    message: 'Not a number',
    fix: 'Mend it',
    rows: [],
    count: 0,
    ...change,
  };
}

function file(change: Partial<PreviewFile>): PreviewFile {
  return {
    upload: 'upload-1',
    file: 'a.csv',
    format: 'binance-spot',
    formatName: 'Binance spot',
    why: '',
    account: 'Binance',
    timeZone: 'UTC',
    timeZoneFrom: 'file',
    decimalMark: '.',
    decimalMarkFrom: 'file',
    rows: 0,
    lines: {
      total: 0,
      imported: 0,
      already: 0,
      part: 0,
      ignored: [],
      unclassified: 0,
      rejected: 0,
      notRows: 0,
    },
    new: 0,
    already: 0,
    identicalKept: 0,
    byKind: [],
    problems: [],
    sampleRows: [],
    ...change,
  };
}

describe('pieces', () => {
  test('cover the file without a gap', () => {
    const pieces = piecesOf(2 * pieceBytes + 1);
    expect(pieces.map(({ from, to }) => to - from)).toEqual([pieceBytes, pieceBytes, 1]);
    expect(pieces.map(({ last }) => last)).toEqual([false, false, true]);
  });
  test('an empty file is one empty piece', () =>
    expect(piecesOf(0)).toEqual([{ from: 0, to: 0, last: true }]));
  test('no empty piece at the end', () => expect(piecesOf(pieceBytes)).toHaveLength(1));
});

describe('problems', () => {
  const files = [
    file({
      problems: [problem({ severity: 'warning', code: 'import/fee-coin-assumed', count: 9, message: 'Fee' })],
    }),
    file({ problems: [problem({ count: 1, rows: [{ line: 3, raw: 'x' }] })] }),
    file({ file: 'b.csv', problems: [problem({ count: 2, rows: [{ line: 7, raw: 'y' }] })] }),
  ];
  test('one group a cause over all files, errors first', () => {
    const groups = problemGroups(files);
    expect(groups.map(({ message, count }) => [message, count])).toEqual([
      ['Not a number', 3],
      ['Fee', 9],
    ]);
    expect(groups[0]?.rows).toEqual([
      { file: 'a.csv', line: 3, raw: 'x' },
      { file: 'b.csv', line: 7, raw: 'y' },
    ]);
  });
  test('bad rows stop a confirm until they are left out by choice', () => {
    const preview = { files: [file({ new: 5, problems: [problem({ count: 1 })] })], balances: [] };
    expect(stepAfterDetect(preview)).toBe('check');
    expect(whyNotConfirm(preview, false)).toMatch(/leave them out/u);
    expect(whyNotConfirm(preview, true)).toBeNull();
  });
  test('warnings are shown but stop nothing', () => {
    const preview = {
      files: [file({ new: 5, problems: [problem({ severity: 'warning', count: 1 })] })],
      balances: [],
    };
    expect(stepAfterDetect(preview)).toBe('check');
    expect(whyNotConfirm(preview, false)).toBeNull();
  });
});

test('counts add up over files', () => {
  const totals = totalsOf([
    file({ new: 30, already: 400, identicalKept: 3, byKind: [{ kind: 'buy', count: 30 }] }),
    file({
      new: 1007,
      already: 12,
      byKind: [
        { kind: 'sell', count: 1000 },
        { kind: 'buy', count: 7 },
      ],
    }),
  ]);
  expect(totals).toMatchObject({ new: 1037, already: 412, identicalKept: 3, badRows: 0 });
  expect(totals.byKind).toEqual([
    { kind: 'sell', count: 1000 },
    { kind: 'buy', count: 37 },
  ]);
  expect(countWords(totals)).toBe('1,037 new · 412 already here · 3 identical rows kept');
});

test('a row with two causes is one bad row', () => {
  const bad = file({
    lines: { ...file({}).lines, rejected: 1 },
    problems: [problem({ count: 1 }), problem({ count: 1, message: 'Another' })],
  });
  expect(totalsOf([bad, bad]).badRows).toBe(2);
});

describe('what the rows are', () => {
  const statement = file({
    new: 9,
    lines: { ...file({}).lines, imported: 2, part: 6, unclassified: 1 },
    byKind: [
      { kind: 'balance-change', count: 7 },
      { kind: 'deposit', count: 2 },
    ],
  });
  test('parts of a trade are not called unexplained; rows that nobody knows are', () =>
    expect(kindsWords(totalsOf([statement]))).toEqual([
      'Part of a trade or another event: 6',
      'For review: 1',
      'Deposit: 2',
    ]));
  test('nothing is listed where nothing is new', () =>
    expect(kindsWords(totalsOf([{ ...statement, new: 0, already: 9 }]))).toEqual([]));
});

test('nothing new is said, not stored', () => {
  expect(whyNotConfirm({ files: [file({ already: 5 })], balances: [] }, false)).toMatch(/nothing new/u);
});

test('a file that nobody knows', () => {
  const strange = file({ format: null });
  expect(unknownFiles({ files: [file({}), strange], balances: [] })).toEqual([strange]);
});
