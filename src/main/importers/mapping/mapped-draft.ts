import type { EventDraft } from '../importer.ts';

/** What a mapped row becomes; the reader adds its line, its text, its id and its note. */
export type MappedDraft = Omit<EventDraft, 'line' | 'raw' | 'externalId'>;
