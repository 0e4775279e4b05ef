/** The policy as fields: what is typed → a policy, exactly, with what cannot be read said beside each field. Pure. */
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';
import { percentEntry, readEntry, type EntryRules } from '../../../ui/decimal-entry.ts';

/** With everything said, as the core answers it. */
export type Policy = NonNullable<CallAnswer<'policy.read'>['policy']>;
export type PolicyInput = NonNullable<CallInput<'policy.save'>['policy']>;

/** `same`: the bands of all; `own`: in place of them; `none`: no band at all. */
export type BandChoice = 'same' | 'own' | 'none';

export interface MemberDraft {
  readonly id: string;
  readonly asset: string;
  /** Per cent of the group; empty: as held. */
  readonly share: string;
}

export interface LineDraft {
  /** Tells lines apart while their names are being typed. */
  readonly id: string;
  readonly kind: 'asset' | 'group';
  readonly name: string;
  /** Per cent. */
  readonly weight: string;
  readonly band: BandChoice;
  /** Points, and per cent of the target. */
  readonly absolute: string;
  readonly relative: string;
  /** Of a group. */
  readonly members: readonly MemberDraft[];
}

export interface FieldsDraft {
  readonly lines: readonly LineDraft[];
  readonly absoluteBand: string;
  readonly relativeBand: string;
  readonly others: Policy['others'];
  readonly calendar: Policy['calendar'];
  readonly atMostOncePer: Policy['atMostOncePer'];
  readonly returnTo: Policy['returnTo'];
  readonly limits: { readonly shareOfMoved: string; readonly cost: string; readonly tax: string };
  /** Bands of members of groups, which have no fields here. */
  readonly memberBands: Policy['ownBands'];
}

export interface CheckedFields {
  /** null while a field cannot be read. What is read may still be wrong together: the core says that. */
  readonly policy: PolicyInput | null;
  /** By "<line id> name", "<line id> weight", "<member id> share", "absoluteBand", "limits cost" … */
  readonly errors: Readonly<Record<string, string>>;
}

const shown = (share: string | null): string => (share === null ? '' : percentEntry(share));

export function fieldsOf(policy: Policy): FieldsDraft {
  const { targets, groups, ownBands, costLimits } = policy;
  const names = new Set([...targets.map(({ asset }) => asset), ...groups.map(({ name }) => name)]);
  const bandOf = (name: string): Pick<LineDraft, 'band' | 'absolute' | 'relative'> => {
    const own = ownBands.find(({ of }) => of === name);
    if (own === undefined) return { band: 'same', absolute: '', relative: '' };
    const band = own.absolute === null && own.relative === null ? 'none' : 'own';
    return { band, absolute: shown(own.absolute), relative: shown(own.relative) };
  };
  return {
    lines: [
      ...targets.map(({ asset, weight }, index) => ({
        id: `asset ${index}`,
        kind: 'asset' as const,
        name: asset,
        weight: shown(weight),
        ...bandOf(asset),
        members: [],
      })),
      ...groups.map(({ name, weight, members }, index) => ({
        id: `group ${index}`,
        kind: 'group' as const,
        name,
        weight: shown(weight),
        ...bandOf(name),
        members: members.map(({ asset, share }, at) => ({
          id: `group ${index} member ${at}`,
          asset,
          share: shown(share),
        })),
      })),
    ],
    absoluteBand: shown(policy.absoluteBand),
    relativeBand: shown(policy.relativeBand),
    others: policy.others,
    calendar: policy.calendar,
    atMostOncePer: policy.atMostOncePer,
    returnTo: policy.returnTo,
    limits: {
      shareOfMoved: shown(costLimits.shareOfMoved),
      cost: costLimits.cost ?? '',
      tax: costLimits.tax ?? '',
    },
    memberBands: ownBands.filter(({ of }) => !names.has(of)),
  };
}

export const emptyFields: FieldsDraft = {
  lines: [],
  absoluteBand: '5',
  relativeBand: '',
  others: 'ignore',
  calendar: null,
  atMostOncePer: null,
  returnTo: 'target',
  limits: { shareOfMoved: '', cost: '', tax: '' },
  memberBands: [],
};

export function checkFields(draft: FieldsDraft): CheckedFields {
  const errors: Record<string, string> = {};
  const read = (key: string, text: string, rules: EntryRules = { percent: true }): string | null => {
    const entry = readEntry(text, rules);
    if (entry.ok) return entry.value;
    if (entry.error !== null) errors[key] = entry.error;
    return null;
  };
  const needed = (key: string, text: string, what: string): string => {
    const value = read(key, text);
    if (value === null && errors[key] === undefined) errors[key] = what;
    return value ?? '0';
  };
  const named = (key: string, name: string, what: string): string => {
    if (name.trim() === '') errors[key] = what;
    return name.trim();
  };
  const lines = draft.lines.map((line) => ({
    ...line,
    name: named(`${line.id} name`, line.name, line.kind === 'asset' ? 'Which asset?' : 'Name the group'),
    weight: needed(`${line.id} weight`, line.weight, 'How much?'),
  }));
  const targets = lines
    .filter(({ kind }) => kind === 'asset')
    .map(({ name, weight }) => ({ asset: name.toUpperCase(), weight }));
  const groups = lines
    .filter(({ kind }) => kind === 'group')
    .map(({ id, name, weight, members }) => {
      if (members.length === 0) errors[`${id} members`] = 'Add an asset';
      return {
        name,
        weight,
        members: members.map((member) => ({
          asset: named(`${member.id} name`, member.asset, 'Which asset?').toUpperCase(),
          share: read(`${member.id} share`, member.share),
        })),
      };
    });
  const ownBands = lines
    .filter(({ band }) => band !== 'same')
    .map(({ id, kind, name, band, absolute, relative }) => {
      const both = {
        absolute: band === 'none' ? null : read(`${id} absolute`, absolute),
        relative: band === 'none' ? null : read(`${id} relative`, relative),
      };
      if (band === 'own' && absolute.trim() === '' && relative.trim() === '')
        errors[`${id} absolute`] = 'How many points?';
      return { of: kind === 'asset' ? name.toUpperCase() : name, ...both };
    });
  const policy: PolicyInput = {
    targets,
    groups,
    absoluteBand: read('absoluteBand', draft.absoluteBand),
    relativeBand: read('relativeBand', draft.relativeBand),
    ownBands: [...ownBands, ...draft.memberBands],
    others: draft.others,
    calendar: draft.calendar,
    atMostOncePer: draft.atMostOncePer,
    returnTo: draft.returnTo,
    costLimits: {
      shareOfMoved: read('limits shareOfMoved', draft.limits.shareOfMoved),
      cost: read('limits cost', draft.limits.cost, {}),
      tax: read('limits tax', draft.limits.tax, {}),
    },
  };
  return { policy: Object.keys(errors).length > 0 ? null : policy, errors };
}

/** A line or a member under a name that no other has. */
export function freshId(taken: readonly { readonly id: string }[], start: string): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length;
  while (ids.has(`${start} ${number}`)) number++;
  return `${start} ${number}`;
}

export function newLine(lines: readonly LineDraft[], kind: LineDraft['kind']): LineDraft {
  const id = freshId(lines, `new ${kind}`);
  return {
    id,
    kind,
    name: '',
    weight: '',
    band: 'same',
    absolute: '',
    relative: '',
    members: kind === 'group' ? [{ id: `${id} member 0`, asset: '', share: '' }] : [],
  };
}
