import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState, type ReactNode } from 'react';
import { useCommand } from '../../rpc/use-command.ts';
import { Failure } from '../../ui/states.tsx';
import { MethodChoice } from './profile-method-choice.tsx';
import {
  addYear,
  checkProfile,
  profileDraft,
  type LotMethod,
  type Profile,
  type ProfileDraft,
} from './profile-draft.ts';
import { ProfilePastFields } from './profile-past-fields.tsx';
import { ProfileYearFields } from './profile-year-fields.tsx';
import classes from './plan.module.css';

export interface ProfileFormProps {
  readonly stored: Profile | null;
  /** Which lots are sold first by the standing orders, where an account has none of its own. */
  readonly method: LotMethod;
  readonly taxYear: number;
  onClose(): void;
}

export function ProfileForm({ stored, method, taxYear, onClose }: ProfileFormProps): ReactNode {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [draft, setDraft] = useState(() => profileDraft(stored, method, { year: taxYear, timeZone: here }));
  const zones = useMemo(
    () => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), here, stored?.timeZone ?? 'UTC'])],
    [here, stored],
  );
  const save = useCommand('plan.saveProfile');
  const order = useCommand('elections.order');
  const failure = save.failure ?? order.failure;
  const { profile, errors } = checkProfile(draft, new Set(zones));

  const submit = async (): Promise<void> => {
    if (profile === null) return;
    const result = await save.run(profile);
    if (result?.ok !== true) return;
    if (draft.lotMethod !== method) {
      const recorded = await order.run({ account: null, method: draft.lotMethod });
      if (recorded?.ok !== true) return;
    }
    notifications.show({ message: 'Tax details saved', color: 'hedge' });
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="xl">
        <Text size="sm">
          Federal income tax of the United States, in dollars. A rough income is enough for a first answer. It
          stays in your encrypted ledger.
        </Text>
        <General draft={draft} setDraft={setDraft} method={method} zones={zones} errors={errors} />
        <Years draft={draft} setDraft={setDraft} errors={errors} />
        <ProfilePastFields draft={draft} setDraft={setDraft} errors={errors} />
        {failure !== null && <Failure failure={failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.busy || order.busy} disabled={profile === null}>
            Save tax details
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly draft: ProfileDraft;
  setDraft(draft: ProfileDraft): void;
  readonly errors: Readonly<Record<string, string>>;
}

function General({
  draft,
  setDraft,
  method,
  zones,
  errors,
}: PartProps & { readonly method: LotMethod; readonly zones: readonly string[] }): ReactNode {
  return (
    <Stack gap="md">
      <Select
        label="Time zone"
        description="Decides on which day, and in which year, a trade falls"
        data={zones}
        value={draft.timeZone}
        onChange={(timeZone) => timeZone !== null && setDraft({ ...draft, timeZone })}
        allowDeselect={false}
        searchable
        limit={60}
        error={errors['timeZone']}
      />
      <MethodChoice
        chosen={draft.lotMethod}
        inForce={method}
        onChange={(lotMethod) => setDraft({ ...draft, lotMethod })}
      />
    </Stack>
  );
}

function Years({ draft, setDraft, errors }: PartProps): ReactNode {
  const first = draft.years[0]?.year ?? 0;
  const last = draft.years.at(-1)?.year ?? 0;
  return (
    <div className={classes.years}>
      {draft.years.map((year) => (
        <ProfileYearFields
          key={year.year}
          year={year}
          errors={errors}
          onChange={(next) =>
            setDraft({ ...draft, years: draft.years.map((each) => (each.year === next.year ? next : each)) })
          }
          onRemove={
            draft.years.length > 1 && (year.year === first || year.year === last)
              ? () => setDraft({ ...draft, years: draft.years.filter((each) => each !== year) })
              : null
          }
        />
      ))}
      <Group>
        <Button variant="default" size="compact-sm" onClick={() => setDraft(addYear(draft, 'before'))}>
          Add {first - 1}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setDraft(addYear(draft, 'after'))}>
          Add {last + 1}
        </Button>
        <Text size="xs" c="dimmed">
          A plan that ends in a later year needs that year.
        </Text>
      </Group>
    </div>
  );
}
