import { fail, ok } from '../../../../shared/errors/failure.ts';
import { headText, sectionText } from '../../../reports/render/report-json.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { paperOf } from './document-of.ts';

const FIRST_ROWS = 200;

/** A paper as the screen shows it. Errors: those of `paperOf`; `call/invalid-input` for an unknown section. */
export const previewReport: Handler<'reports.preview'> = async (asked, context) => {
  const { kind, year, section: only, offset = 0, limit = FIRST_ROWS } = asked;
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const paper = await paperOf(kind, year, context);
  if (!paper.ok) return paper;
  const { head, document } = paper.value;
  const sections = document.sections.filter(({ id }) => only === undefined || id === only);
  if (only !== undefined && sections.length === 0) {
    const reason = `this paper has no such section; it has ${document.sections.map(({ id }) => id).join(', ')}`;
    return fail('call/invalid-input', { field: 'section', reason }, { field: 'section' });
  }
  return ok({
    head: headText(document, head),
    purpose: document.purpose,
    sections: sections.map((section) => sectionText(section, offset, limit)),
    notes: [...document.notes],
    issues: issueTexts(document.issues, derived.value),
  });
};
