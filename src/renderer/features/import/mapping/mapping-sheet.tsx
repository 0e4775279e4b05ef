import { Stack } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { MAPPING_ROLES } from '../../../../shared/domain/mapping-profile.ts';
import { AccountFields } from './account-fields.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { missingRoles, type Suggestion } from './mapping-draft.ts';
import type { Kept } from './mapping-names.ts';
import { MappingPreview } from './mapping-preview.tsx';
import classes from './mapping.module.css';
import { MissingColumns } from './missing-columns.tsx';
import { SaveBar } from './save-bar.tsx';
import { unplaced } from './unplaced.ts';
import { useMapping } from './use-mapping.ts';
import { WordsOfRows } from './words-of-rows.tsx';
import { WritingFields } from './writing-fields.tsx';

export interface MappingSheetProps {
  readonly upload: string;
  readonly suggestion: Suggestion;
  /** The mappings that are saved already: their names are taken. */
  readonly kept: readonly Kept[];
  onSaved(saved: { readonly format: string; readonly name: string }): void;
  onCancel(): void;
}

/** The whole mapping at once: columns, words, writing, account, and what the first rows become. */
export function MappingSheet({ upload, suggestion, kept, onSaved, onCancel }: MappingSheetProps): ReactNode {
  const form = useMapping(upload, suggestion, kept);
  const sheet = useRef<HTMLDivElement>(null);
  const fields = { suggestion, profile: form.profile, problems: form.problems, change: form.change };

  const showProblem = (): void => focusFirstProblem(sheet.current);
  const save = async (): Promise<void> => {
    const saved = await form.save();
    if (saved === 'lacking') showProblem();
    else if (saved !== null) onSaved(saved);
  };

  return (
    <div className={classes.sheet} ref={sheet}>
      <Stack gap="lg" className={classes.fields}>
        <MissingColumns {...fields} missing={missingRoles(form.problems, MAPPING_ROLES)} />
        <ColumnsTable {...fields} />
        <WordsOfRows {...fields} />
        <WritingFields {...fields} isZoneAssumed={form.preview?.timeZoneFrom === 'assumed'} />
        <AccountFields {...fields} />
      </Stack>
      <MappingPreview form={form} others={unplaced(form.problems, suggestion, form.profile)} />
      <SaveBar form={form} onSave={() => void save()} onCancel={onCancel} onShowProblem={showProblem} />
    </div>
  );
}

/** The way from "something is missing" to the field that it is about. */
function focusFirstProblem(sheet: HTMLElement | null): void {
  const field = sheet?.querySelector('[aria-invalid="true"], [data-problem] select, [data-problem] input');
  if (!(field instanceof HTMLElement)) return;
  field.focus();
  field.scrollIntoView({ block: 'center' });
}
