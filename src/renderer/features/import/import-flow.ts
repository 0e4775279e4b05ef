/** Files → what was detected → what is wrong → what will change → done. Cancel leads to the start from anywhere. */
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';

export type FileChoice = CallInput<'imports.preview'>['files'][number];
export type Preview = CallAnswer<'imports.preview'>;
export type PreviewFile = Preview['files'][number];
export type Confirmed = CallAnswer<'imports.confirm'>;

export const stepNames = ['Files', 'Detect', 'Check', 'Confirm', 'Done'] as const;

export type ImportFlow =
  | { readonly step: 'files' }
  | {
      readonly step: 'detect' | 'check' | 'confirm';
      readonly files: readonly FileChoice[];
      /** What the files were called when they were last read without fault: the way back from a choice that does not fit. */
      readonly lastGood: readonly FileChoice[];
      readonly leaveOutBadRows: boolean;
    }
  | { readonly step: 'done'; readonly confirmed: Confirmed };

export type ImportMove =
  | { readonly type: 'uploaded'; readonly uploads: readonly string[] }
  | { readonly type: 'choose'; readonly choice: FileChoice }
  | { readonly type: 'read-well' }
  | { readonly type: 'undo-choice' }
  | { readonly type: 'leave-file-out'; readonly upload: string }
  | { readonly type: 'go'; readonly step: 'detect' | 'check' | 'confirm' }
  | { readonly type: 'leave-out-bad-rows'; readonly on: boolean }
  | { readonly type: 'confirmed'; readonly confirmed: Confirmed }
  | { readonly type: 'restart' };

export function moveImport(flow: ImportFlow, move: ImportMove): ImportFlow {
  if (move.type === 'restart') return { step: 'files' };
  if (move.type === 'confirmed') return { step: 'done', confirmed: move.confirmed };
  if (move.type === 'uploaded') {
    const files = move.uploads.map((upload) => ({ upload }));
    return { step: 'detect', files, lastGood: files, leaveOutBadRows: false };
  }
  if (flow.step === 'files' || flow.step === 'done') return flow;
  switch (move.type) {
    case 'choose':
      return {
        ...flow,
        files: flow.files.map((file) => (file.upload === move.choice.upload ? move.choice : file)),
      };
    case 'read-well':
      return { ...flow, lastGood: flow.files };
    case 'undo-choice':
      return { ...flow, files: flow.lastGood };
    case 'leave-file-out': {
      const files = flow.files.filter(({ upload }) => upload !== move.upload);
      return files.length === 0 ? { step: 'files' } : { ...flow, files, lastGood: files };
    }
    case 'go':
      return { ...flow, step: move.step };
    case 'leave-out-bad-rows':
      return { ...flow, leaveOutBadRows: move.on };
  }
}

/** A choice without the parts that are left to the file: the core takes absent, not empty. */
export function choiceOf(
  upload: string,
  parts: {
    readonly format?: string | undefined;
    readonly account?: string | undefined;
    readonly timeZone?: string | undefined;
    readonly market?: string | undefined;
  },
): FileChoice {
  const { format, account, timeZone, market } = parts;
  return {
    upload,
    ...(format === undefined || format === '' ? {} : { format }),
    ...(account === undefined || account.trim() === '' ? {} : { account: account.trim() }),
    ...(timeZone === undefined || timeZone === '' ? {} : { timeZone }),
    ...(market === undefined || market.trim() === '' ? {} : { market: market.trim() }),
  };
}
