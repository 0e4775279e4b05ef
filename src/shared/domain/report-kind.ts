/** The forms and documents that can be made of a ledger. */
export const REPORT_KINDS = [
  'form-8949', // sales and other dispositions, by box
  'schedule-d', // the sums of the forms, and the loss allowed
  'form-6781', // section 1256 contracts and straddles
  'carryover-worksheet', // what of a capital loss goes on to the next year
  'carryback', // what of a section 1256 loss goes back to earlier years (1212(c))
  'identifications', // the chain of dated records
  'elections', // the choices in force
  'close-out-memo', // all of a year for an accountant
  'lots', // what is held, lot by lot
  'disposals', // what left, lot by lot
  'journal', // every event with its legs
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ['csv', 'json', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * What a broker says about an account's sales on Form 1099-DA (or 1099-B): decides the box of Form 8949.
 * `basis`: proceeds and cost are reported to the IRS; `no-basis`: proceeds alone; `none`: no form at all.
 */
export const BROKER_FORMS = ['basis', 'no-basis', 'none'] as const;
export type BrokerForm = (typeof BROKER_FORMS)[number];
