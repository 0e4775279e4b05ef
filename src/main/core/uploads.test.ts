import { describe, expect, it } from 'vitest';
import { UploadStore } from './uploads.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('UploadStore', () => {
  it('puts pieces together', () => {
    const uploads = new UploadStore();
    expect(uploads.append('one', 'a.csv', base64('hello '), false)).toEqual({ ok: true, value: 6 });
    expect(uploads.whole('one')).toMatchObject({ ok: false, failure: { code: 'import/upload-unknown' } });
    expect(uploads.append('one', 'a.csv', base64('world'), true)).toEqual({ ok: true, value: 11 });
    const whole = uploads.whole('one');
    expect(whole.ok && Buffer.from(whole.value.bytes).toString()).toBe('hello world');
    expect(whole.ok && whole.value.file).toBe('a.csv');
  });

  it('takes a file in one piece, and an empty one', () => {
    const uploads = new UploadStore();
    uploads.append('one', 'a.csv', base64('x'), true);
    uploads.append('two', 'b.csv', '', true);
    expect(uploads.whole('one')).toMatchObject({ ok: true, value: { bytes: Buffer.from('x') } });
    expect(uploads.whole('two')).toMatchObject({ ok: true, value: { bytes: { length: 0 } } });
  });

  it('refuses pieces after the end, under another name, or damaged', () => {
    const uploads = new UploadStore();
    uploads.append('one', 'a.csv', base64('x'), false);
    expect(uploads.append('one', 'b.csv', base64('x'), true)).toMatchObject({
      failure: { code: 'import/upload-finished' },
    });
    expect(uploads.append('one', 'a.csv', '!!!!', true)).toMatchObject({
      failure: { code: 'import/upload-damaged' },
    });
    expect(uploads.append('one', 'a.csv', 'abc', true)).toMatchObject({
      failure: { code: 'import/upload-damaged' },
    });
    uploads.append('one', 'a.csv', base64('y'), true);
    expect(uploads.append('one', 'a.csv', base64('z'), true)).toMatchObject({
      failure: { code: 'import/upload-finished' },
    });
    const whole = uploads.whole('one');
    expect(whole.ok && Buffer.from(whole.value.bytes).toString()).toBe('xy');
  });

  it('drops a file that grows beyond the cap, alone or with others', () => {
    const uploads = new UploadStore({ bytesPerFile: 4, bytesInAll: 6 });
    uploads.append('one', 'a.csv', base64('123'), false);
    expect(uploads.append('one', 'a.csv', base64('45'), true)).toMatchObject({
      failure: { code: 'import/file-too-large' },
    });
    expect(uploads.whole('one').ok).toBe(false);
    expect(uploads.append('two', 'b.csv', base64('1234'), true).ok).toBe(true);
    expect(uploads.append('three', 'c.csv', base64('123'), true)).toMatchObject({
      failure: { code: 'import/file-too-large' },
    });
    uploads.discard('two');
    expect(uploads.append('three', 'c.csv', base64('123'), true).ok).toBe(true);
  });
});
