/** Rows of a file → events, by a mapping profile. */
import type { MappingMeans, MappingProfile, Meaning } from '../../../shared/domain/mapping-profile.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Detection, ReadContext, RowReader, Sink } from '../importer.ts';
import { finalStates } from '../table/final-states.ts';
import { MappedCells } from './mapped-cells.ts';
import type { MappedDraft } from './mapped-draft.ts';
import { readClosedPosition, readFill } from './mapped-futures.ts';
import { readMove } from './mapped-moves.ts';
import { isHalf, readHalf } from './mapped-half.ts';
import { readTrade } from './mapped-trade.ts';

export class MappedReader implements RowReader {
  readonly #profile: MappingProfile;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #cells: MappedCells;
  readonly #meanings: ReadonlyMap<string, Meaning>;
  readonly #states: ReadonlyMap<string, boolean>;

  constructor(profile: MappingProfile, detection: Detection, context: ReadContext, sink: Sink) {
    this.#profile = profile;
    this.#context = context;
    this.#sink = sink;
    this.#cells = new MappedCells(profile, detection, context, sink);
    this.#meanings = new Map(profile.meanings.map((meaning) => [meaning.word.toLowerCase(), meaning]));
    this.#states = statesOf(profile);
  }

  row(row: readonly string[], line: number, raw: string): void {
    const cells = this.#cells;
    if (!cells.row.begin(row, line, raw)) return;
    const isFinal = this.#isFinal();
    if (isFinal === undefined) return;
    if (!isFinal) {
      this.#sink.ignored('not-final', line, raw);
      return;
    }
    const meaning = this.#meaning();
    if (meaning.means === 'ignore') {
      this.#sink.ignored(meaning.rule ?? 'states-no-event', line, raw);
      return;
    }
    const time = cells.time();
    const draft = time === undefined ? undefined : this.#draft(meaning, time);
    if (draft === undefined || !cells.row.isGood) return;
    if (draft.legs.length === 0 && draft.fill === undefined) this.#sink.ignored('nothing-moved', line, raw);
    else this.#emit(row, draft);
  }

  end(): void {}

  /** undefined of a word that nobody has said, which is told. */
  #isFinal(): boolean | undefined {
    const cells = this.#cells;
    if (!cells.has('status')) return true;
    const said = this.#states.get(cells.word('status'));
    if (said !== undefined) return said;
    if (cells.text('status') === '') return cells.missing('status');
    return cells.unknownWord('status', [...this.#states.keys()]);
  }

  /** Of a word that is not listed: what the mapping says of others; else only the balance changes, with a warning. */
  #meaning(): Meaning {
    const word = this.#cells.word('type');
    const known = this.#cells.has('type') ? this.#meanings.get(word) : undefined;
    const meaning = known ?? this.#profile.otherwise;
    if (meaning !== null) return meaning;
    this.#cells.row.warn('import/unknown-type', { type: this.#cells.text('type') }, word);
    return { means: 'balance-change' };
  }

  #draft(meaning: Meaning, time: Instant): MappedDraft | undefined {
    const means = this.#settled(meaning.means);
    const given = [this.#cells, this.#profile] as const;
    if (means === 'trade' && isHalf(this.#profile)) return readHalf(...given, meaning, time, this.#context);
    if (means === 'trade') return readTrade(...given, meaning, time, this.#context);
    if (means === 'futures-fill') return readFill(...given, meaning, time, this.#context);
    if (means === 'closed-position') return readClosedPosition(...given, time, this.#context);
    if (means === 'ignore' || means === 'trade-or-move') return undefined;
    return readMove(...given, { ...meaning, means }, time, this.#context);
  }

  /** A trade has both amounts; what has one of them is a move. */
  #settled(means: MappingMeans): MappingMeans {
    if (means !== 'trade-or-move') return means;
    const cells = this.#cells;
    const stated = (['received', 'sent'] as const).filter((role) => cells.counted(role) !== null);
    return stated.length === 2 || cells.has('quantity') ? 'trade' : 'move';
  }

  /** The key is the whole row: files of one mapping have one layout. */
  #emit(row: readonly string[], draft: MappedDraft): void {
    const cells = this.#cells;
    const externalId = cells.text('id');
    const note = [draft.note ?? '', cells.text('note')].filter((text) => text !== '').join('; ');
    this.#sink.event(row.map((cell) => cell.trim().replaceAll(/[\\|]/gu, String.raw`\$&`)).join('|'), {
      ...draft,
      line: cells.row.line,
      raw: cells.row.raw,
      ...(externalId !== '' && { externalId }),
      ...(note !== '' && { note }),
    });
  }
}

/** Words of the status column: whether something moved. What the user says goes before what is usual. */
function statesOf({ finalStatus, notFinalStatus = [] }: MappingProfile): ReadonlyMap<string, boolean> {
  const usual = [...finalStates].filter(([, moved]) => !moved);
  const word = (text: string, moved: boolean): readonly [string, boolean] => [text.toLowerCase(), moved];
  return new Map([
    ...usual,
    ...notFinalStatus.map((text) => word(text, false)),
    ...finalStatus.map((text) => word(text, true)),
  ]);
}
