/** Files → what was detected → what is wrong → what will change → done. Cancel leads to the start from anywhere. */
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';

export type FileChoice = CallInput<'imports.preview'>['files'][number];
export type Preview = CallAnswer<'imports.preview'>;
export type PreviewFile = Preview['files'][number];
export type Confirmed = CallAnswer<'imports.confirm'>;

export const stepNames = ['Files', 'Detect', 'Check', 'Confirm', 'Done'] as const;

interface Picked {
  readonly files: readonly FileChoice[];
  /** What the files were called when they were last read without fault: the way back from a choice that does not fit. */
  readonly lastGood: readonly FileChoice[];
  readonly leaveOutBadRows: boolean;
}

export type ImportFlow =
  | { readonly step: 'files' }
  | (Picked & { readonly step: 'detect' | 'check' | 'confirm' })
  /** Saying how one file is read that nobody knows. */
  | (Picked & { readonly step: 'map'; readonly upload: string })
  | { readonly step: 'done'; readonly confirmed: Confirmed };

export type ImportMove =
  | { readonly type: 'uploaded'; readonly uploads: readonly string[] }
  | { readonly type: 'choose'; readonly choice: FileChoice }
  | { readonly type: 'read-well' }
  | { readonly type: 'undo-choice' }
  | { readonly type: 'leave-file-out'; readonly upload: string }
  | { readonly type: 'map'; readonly upload: string }
  /** A mapping was saved: the file is read by it. */
  | { readonly type: 'mapped'; readonly upload: string; readonly format: string }
  | { readonly type: 'go'; readonly step: 'detect' | 'check' | 'confirm' }
  | { readonly type: 'leave-out-bad-rows'; readonly on: boolean }
  | { readonly type: 'confirmed'; readonly confirmed: Confirmed }
  /** One looks at another screen: what is done has been seen. */
  | { readonly type: 'left' }
  | { readonly type: 'restart' };

export function moveImport(flow: ImportFlow, move: ImportMove): ImportFlow {
  if (move.type === 'restart') return { step: 'files' };
  if (move.type === 'left') return flow.step === 'done' ? { step: 'files' } : flow;
  if (move.type === 'confirmed') return { step: 'done', confirmed: move.confirmed };
  if (move.type === 'uploaded') {
    const files = move.uploads.map((upload) => ({ upload }));
    return { step: 'detect', files, lastGood: files, leaveOutBadRows: false };
  }
  if (flow.step === 'files' || flow.step === 'done') return flow;
  switch (move.type) {
    case 'choose':
      return { ...flow, files: withChoice(flow.files, move.choice) };
    case 'map':
      return { ...pickedOf(flow), step: 'map', upload: move.upload };
    case 'mapped': {
      const files = withChoice(flow.files, { upload: move.upload, format: move.format });
      return { ...pickedOf(flow), step: 'detect', files };
    }
    case 'read-well':
      return { ...flow, lastGood: flow.files };
    case 'undo-choice':
      return { ...flow, files: flow.lastGood };
    case 'leave-file-out': {
      const files = flow.files.filter(({ upload }) => upload !== move.upload);
      return files.length === 0 ? { step: 'files' } : { ...flow, files, lastGood: files };
    }
    case 'go':
      return { ...pickedOf(flow), step: move.step };
    case 'leave-out-bad-rows':
      return { ...flow, leaveOutBadRows: move.on };
  }
}

function pickedOf({ files, lastGood, leaveOutBadRows }: Picked): Picked {
  return { files, lastGood, leaveOutBadRows };
}

function withChoice(files: readonly FileChoice[], choice: FileChoice): readonly FileChoice[] {
  return files.map((file) => (file.upload === choice.upload ? choice : file));
}

/** A choice without the parts that are left to the file: the core takes absent, not empty. */
export function choiceOf(
  upload: string,
  parts: {
    readonly format?: string | undefined;
    readonly account?: string | undefined;
    readonly timeZone?: string | undefined;
    readonly market?: string | undefined;
    readonly dateOrder?: FileChoice['dateOrder'];
    readonly decimalMark?: FileChoice['decimalMark'];
    readonly asOtherRows?: FileChoice['asOtherRows'];
  },
): FileChoice {
  const { format, account, timeZone, market, dateOrder, decimalMark, asOtherRows } = parts;
  return {
    upload,
    ...(format === undefined || format === '' ? {} : { format }),
    ...(account === undefined || account.trim() === '' ? {} : { account: account.trim() }),
    ...(timeZone === undefined || timeZone === '' ? {} : { timeZone }),
    ...(market === undefined || market.trim() === '' ? {} : { market: market.trim() }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(asOtherRows === true ? { asOtherRows } : {}),
  };
}
