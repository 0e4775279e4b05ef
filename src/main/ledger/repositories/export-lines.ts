/** The lines that a full export is made of; `export-pieces.ts` writes them, `whole-ledger.ts` takes them in. */

/** What the first line of a full export begins with. */
export const exportMark = '{"hedgerow":"full export"';

/** Whether the file is whole: it could end anywhere. */
export const endLine = '{"end":"full export"}';

/** Those that others refer to come first. What a ledger says of itself and its journal are its own. */
export const exportedTables = [
  'account',
  'batch',
  'batch_account',
  'batch_coverage',
  'event',
  'batch_repeat',
  'worded_row',
  'row_decision',
  'mark',
  'contract_correction',
  'own_contract',
  'setting',
  'observed_series',
  'observation',
  'profile_version',
  'policy_version',
  'identification_record',
  'election',
  'hedge_plan',
  'hedge_leg',
  'hedge_leg_lot',
  'hedge_leg_fill',
  'plan_step',
];

export function quoted(name: string): string {
  return `"${name}"`;
}

/** As JSON can say it: bytes as hex. */
export function shown(value: unknown): unknown {
  return Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value;
}

export function stored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Buffer.from((value as { readonly hex: string }).hex, 'hex');
}
