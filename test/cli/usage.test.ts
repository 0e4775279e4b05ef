/** What holds for every verb: help, wrong usage, exit codes, one document on stdout, secrets never in arguments. */
import { describe, expect, it } from 'vitest';
import { verbs } from '../../src/main/cli/registry.ts';
import { documentOf, hedgerow, sample, temporaryFolder } from './hedgerow.ts';

const names = Object.keys(verbs);
const folder = temporaryFolder();
const env = { HEDGEROW_DATA_FOLDER: folder };

describe('help', () => {
  it.each([[[]], [['--help']], [['help']]])('lists every verb for %j', async (args) => {
    const { code, stdout, stderr } = await hedgerow(args);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'mu'));
  });

  it('is the same from every verb: what it does, how it is written, one real example', async () => {
    const { helpOf } = await import('../../src/main/cli/help.ts');
    for (const [name, load] of Object.entries(verbs)) {
      const help = helpOf(name, await load());
      expect(help).toContain(`Usage: hedgerow ${name}`);
      expect(help).toMatch(new RegExp(`^Example:\n  hedgerow ${name}`, 'mu'));
    }
  });

  it('goes before everything else that a verb would do', async () => {
    const { code, stdout } = await hedgerow(['exit', 'plan', '--help'], {
      env: { HEDGEROW_PASSPHRASE: undefined },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: hedgerow exit plan');
  });
});

describe('wrong usage', () => {
  it.each([
    [['sell-everything'], '"sell-everything"'],
    [['exit', 'now'], '"exit"'],
    [['lots', '--colour', 'red'], '--colour'],
    [['lots', '--asset'], '--asset'],
    [['holdings', 'extra'], 'extra'],
    [['gains', '--year', 'last'], 'year'],
    [['imports', 'undo'], 'ID'],
    [['explain'], 'ID'],
    [['import'], 'FILE'],
    [['prices', 'set'], 'ASSET=PRICE'],
    [['prices', 'set', 'BTC=much'], 'BTC=much'],
    [['calc', 'horoscope'], 'KIND'],
    [['calc', 'hedge-size', 'no such file.json'], 'input'],
    [['hedge', 'plan', '--save'], 'exit'],
  ])('%j ends with 2 and names the field on stderr, with nothing on stdout', async (args, named) => {
    const { code, stdout, stderr } = await hedgerow(args, { env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(named);
  });

  it('is one document on stdout with --json', async () => {
    const ran = await hedgerow(['gains', '--year', 'last', '--json'], { env });
    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toMatchObject({ code: 'call/invalid-input', where: { field: 'year' } });
    expect(Object.keys(documentOf(ran) as object)).toEqual(['code', 'message', 'where', 'fix']);
  });
});

describe('passphrase', () => {
  it('is not an option of any verb', async () => {
    for (const load of Object.values(verbs)) {
      expect(Object.keys((await load()).options).join()).not.toMatch(/pass|secret|key/iu);
    }
    expect((await hedgerow(['lots', '--passphrase', 'x'], { env })).code).toBe(2);
  });

  it('is asked for only where there is a terminal', async () => {
    const { code, stderr } = await hedgerow(['lots'], { env: { ...env, HEDGEROW_PASSPHRASE: undefined } });
    expect(code).toBe(2);
    expect(stderr).toContain('HEDGEROW_PASSPHRASE');
  });
});

describe('a refusal', () => {
  it('ends with 1, says what to do on stderr, and is the document of --json', async () => {
    const ran = await hedgerow(['holdings', '--ledger', `${folder}/nowhere.hedgerow`, '--json'], { env });
    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({
      code: expect.stringMatching(/^ledger\//u),
      fix: expect.any(String),
    });
    expect(ran.stderr).toContain((documentOf(ran) as { fix: string }).fix);
  });

  it('is made where the file is no ledger, without touching it', async () => {
    const { code, stderr } = await hedgerow(['holdings', '--ledger', sample('policy.json')], { env });
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/u);
  });
});

it('keeps colours and progress away from what is not a terminal', async () => {
  const { stdout, stderr } = await hedgerow(['formats'], { env });
  expect(stdout + stderr).not.toContain('\u001b');
});
