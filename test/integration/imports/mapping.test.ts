/** A stranger's file: suggested, put right, saved, known by its header from then on, and handed on as a small file. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract, type CallAnswer, type CallRequest } from '../../../src/shared/contract/contract.ts';
import { zipOf } from '../../../src/main/core/services/imports/zip.fixture.ts';
import { mappingHandlers } from '../../../src/main/core/services/mapping/mapping-handlers.ts';
import { tickerHandlers } from '../../../src/main/core/services/tickers/ticker-handlers.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

type Call = keyof typeof mappingHandlers;
async function ask<Name extends Call>(name: Name, request: CallRequest<Name>): Promise<CallAnswer<Name>> {
  const handler = mappingHandlers[name] as (request: unknown, context: unknown) => Promise<never>;
  return contract[name].output.parse(must(await handler(request, desk.context()))) as CallAnswer<Name>;
}

const lines = [
  'When,Kind,Coin,How Much,Costs',
  '2025-03-01 10:00:00,Deposit,USDT,1000,0',
  '2025-03-02 10:00:00,Zorb,ADA,5,0.1',
  '2025-03-02 10:00:00,Zorb,ADA,5,0.1',
  '2025-03-03 10:00:00,Withdrawal,USDT,x,0',
  '2025-03-04 10:00:00,Withdrawal,USDT,-200,1',
];
const file = `${lines.join('\n')}\n`;

async function savedProfile(): Promise<CallAnswer<'mapping.suggest'>['profile']> {
  const upload = desk.upload(file, 'Zorblatt.csv');
  const { profile, problems, words } = await ask('mapping.suggest', { upload });
  expect(problems).toEqual([]);
  expect(words).toEqual([
    { role: 'type', word: 'Deposit', count: 1 },
    { role: 'type', word: 'Zorb', count: 2 },
    { role: 'type', word: 'Withdrawal', count: 2 },
  ]);
  const { amount: _, ...others } = profile.columns;
  const lacking = { ...profile, columns: others };
  const refused = await mappingHandlers['mapping.save']({ profile: lacking }, desk.context());
  expect(refused).toMatchObject({ ok: false, failure: { code: 'mapping/incomplete' } });
  const meanings = [
    ...profile.meanings,
    { word: 'zorb', means: 'income' as const, reason: 'staking' as const },
  ];
  const whole = { ...profile, meanings };
  const preview = await ask('mapping.preview', { upload, profile: whole });
  expect(preview.problems).toEqual([]);
  expect(preview.rows.map(({ line, words: said }) => `${line} ${said}`)).toEqual([
    '2 Received 1,000 USDT from elsewhere',
    '3 Income of 5 ADA (staking), fee 0.1 ADA',
    '4 Income of 5 ADA (staking), fee 0.1 ADA',
    '5 ',
    '6 Sent 200 USDT elsewhere, fee 1 USDT',
  ]);
  expect([preview.events, preview.ignored, preview.bad]).toEqual([4, 0, 1]);
  expect((await ask('mapping.save', { profile: whole })).profiles.map(({ format }) => format)).toEqual([
    'map-zorblatt',
  ]);
  return whole;
}

it('is read as any other format from then on', async () => {
  const empty = desk.ledger.hash();
  await savedProfile();
  const mapped = desk.ledger.hash();
  const good = `${lines.filter((line) => !line.includes(',x,')).join('\n')}\n`;
  const [first] = (await desk.preview({ upload: desk.upload(good, 'another-name.csv') })).files;
  expect([first?.format, first?.formatName, first?.new, first?.identicalKept]).toEqual([
    'map-zorblatt',
    'Zorblatt',
    4,
    1,
  ]);
  const stored = await desk.bring(good, 'another-name.csv');
  expect([stored.added, (await desk.bring(good)).already]).toEqual([4, 4]);
  const { known, imports, profile } = await ask('mapping.suggest', { upload: desk.upload(good) });
  expect(profile.meanings).toContainEqual({ word: 'zorb', means: 'income', reason: 'staking' });
  expect([known, imports.map((one) => one.file)]).toEqual(['Zorblatt', ['another-name.csv']]);
  await desk.undo(stored.batches[0]?.id ?? '');
  expect(desk.ledger.hash()).toBe(mapped);
  await ask('mapping.drop', { name: 'Zorblatt' });
  expect(desk.ledger.hash()).toBe(empty);
});

it('is handed on as a small file', async () => {
  const profile = await savedProfile();
  const { file: name, text } = await ask('mapping.export', { name: 'Zorblatt' });
  expect(name).toBe('map-zorblatt.json');
  await ask('mapping.drop', { name: 'Zorblatt' });
  const { profiles } = await ask('mapping.import', { text });
  expect(profiles.map((one) => one.profile)).toEqual([profile]);
  const codeOf = async (broken: string): Promise<string> => {
    const answer = await mappingHandlers['mapping.import']({ text: broken }, desk.context());
    return answer.ok ? '' : answer.failure.code;
  };
  for (const broken of [
    'nonsense',
    '{}',
    'null',
    '[]',
    '5',
    text.slice(0, -20),
    text.replace('"columns"', '"colums"'),
  ])
    expect(await codeOf(broken)).toBe('mapping/not-a-profile');
  expect(await codeOf(text.replace('"hedgerowMapping": 1', '"hedgerowMapping": 2'))).toBe(
    'mapping/other-version',
  );
  expect(await codeOf(text.replace('"name": "Zorblatt"', '"name": "Zorb", "timeZone": "Moon/Sea"'))).toBe(
    'mapping/incomplete',
  );
  must(await mappingHandlers['mapping.import']({ text }, desk.context()));
  const changed = text.replace('"positive-is-cost"', '"negative-is-cost"');
  const kept = await mappingHandlers['mapping.import']({ text: changed }, desk.context());
  expect(kept).toMatchObject({ ok: false, failure: { code: 'mapping/name-taken' } });
  const other = { ...profile, name: 'zorblatt!' };
  const taken = await mappingHandlers['mapping.save']({ profile: other }, desk.context());
  expect(taken).toMatchObject({ ok: false, failure: { code: 'mapping/name-taken' } });
});

it('is told from a file whose columns are nearly its own', async () => {
  await savedProfile();
  const changed = file
    .replace('Costs', 'Network Costs')
    .replace('Kind', 'Kind,Wallet')
    .replaceAll(/\n(.{19}),(\w+),/gu, '\n$1,$2,main,');
  const upload = desk.upload(changed, 'Zorblatt.csv');
  const { known, similar, profile } = await ask('mapping.suggest', { upload });
  expect([known, similar]).toEqual([
    null,
    { name: 'Zorblatt', missing: ['costs'], added: ['wallet', 'network costs'] },
  ]);
  // What was said of words stays said; the column of another name is guessed anew.
  expect(profile.columns).toMatchObject({ type: 'kind', fee: 'network costs' });
  expect(profile.meanings).toContainEqual({ word: 'zorb', means: 'income', reason: 'staking' });
  const other = desk.upload('A,B\n2025-03-01 10:00:00,5\n');
  expect((await ask('mapping.suggest', { upload: other })).similar).toBeNull();
});

it('asks which mark decimals have, and reads as it is stored', async () => {
  const upload = desk.upload(
    'When;Coin;Many\n2026-01-01 10:00;BTC;1,234\n2026-01-02 10:00;BTC;2,500\n',
    'Marks.csv',
  );
  const { profile } = await ask('mapping.suggest', { upload });
  const asked = await ask('mapping.preview', { upload, profile });
  expect(asked.problems.map(({ code, field }) => [code, field])).toEqual([
    ['import/decimal-mark-unknown', 'decimalMark'],
  ]);
  const known = { ...profile, decimalMark: ',' as const };
  const { rows } = await ask('mapping.preview', { upload, profile: known });
  expect(rows.map(({ words }) => words)).toEqual([
    'Received 1.234 BTC from elsewhere',
    'Received 2.5 BTC from elsewhere',
  ]);
  await ask('mapping.save', { profile });
  const codes = async (): Promise<readonly string[]> =>
    (await desk.preview({ upload })).files.flatMap(({ problems }) => problems.map(({ code }) => code));
  expect(await codes()).toEqual(['import/decimal-mark-unknown']);
  const [said] = (await desk.preview({ upload, decimalMark: '.' })).files;
  expect([said?.decimalMark, said?.decimalMarkFrom, said?.sampleRows[0]?.words]).toEqual([
    '.',
    'given',
    'Received 1,234 BTC from elsewhere',
  ]);
});

it('lets a ticker of its exchange be named', async () => {
  await savedProfile();
  const hot = `${lines[0]}\n2025-03-01 10:00:00,Deposit,HOT,1000,0\n`;
  const upload = desk.upload(hot);
  const doubts = async (): Promise<readonly string[]> =>
    (await desk.preview({ upload })).files.flatMap(({ problems }) =>
      problems.map(({ code }) => code).filter((code) => code !== 'import/zone-assumed'),
    );
  expect(await doubts()).toEqual(['import/ticker-in-doubt']);
  must(
    await tickerHandlers['tickers.name'](
      { exchange: 'Zorblatt', ticker: 'HOT', asset: 'HOT' },
      desk.context(),
    ),
  );
  expect(await doubts()).toEqual([]);
});

it('is said all at once what is missing, whatever it is about', async () => {
  const upload = desk.upload(
    'When;State;Coin;Many\n01/02/2026 10:00;zu;BTC;1\n03/04/2026 10:00;auf;BTC;2\n',
    'Amb.csv',
  );
  const { profile } = await ask('mapping.suggest', { upload });
  const { amount: _, ...others } = profile.columns;
  const lacking = { ...profile, columns: { ...others, status: 'state' } };
  const { problems, rows } = await ask('mapping.preview', { upload, profile: lacking });
  expect(problems.map(({ field }) => field)).toEqual(['amount', 'status', 'dateOrder']);
  expect(rows).toEqual([]);
});

it('an archive and a workbook are no table: what to do first is said', async () => {
  const archive = zipOf([{ name: 'Zorblatt.csv', content: file }]);
  const workbook = zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]);
  const codes = [archive, workbook].map(async (bytes) => {
    const upload = desk.upload(bytes, 'Zorblatt.zip');
    const answer = await mappingHandlers['mapping.suggest']({ upload }, desk.context());
    return answer.ok ? 'ok' : answer.failure.code;
  });
  expect(await Promise.all(codes)).toEqual(['mapping/archive', 'import/workbook']);
});
