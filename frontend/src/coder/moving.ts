// Where the caret goes: by character, word, sentence or turn. Ends to the right, starts to the
// left, so that extending from a word's start takes whole words.

import type { Piece, Transcript } from "./transcript";
import type { Span } from "./shapes";

export type Step = "grapheme" | "word" | "sentence" | "turn";
export type Direction = 1 | -1;

type Granularity = Exclude<Step, "turn">;

export class Mover {
  private readonly segmenters = new Map<Granularity, Intl.Segmenter>();
  private readonly kept = new WeakMap<Piece, Map<Granularity, Span[]>>();

  constructor(
    private readonly transcript: Transcript,
    private readonly language = "en-GB",
  ) {}

  /** Returns the point that one step from `point` leads to. */
  from(point: number, step: Step, direction: Direction): number {
    if (step === "turn") return this.byTurn(point, direction);
    return direction > 0 ? this.forward(point, step) : this.backward(point, step);
  }

  /** Returns the word, sentence or turn around a point. */
  around(point: number, step: Step): Span {
    const piece = this.transcript.pieceAt(point);
    if (!piece) return { start: point, end: point };
    if (step === "turn") return this.wholeTurn(piece);
    const segments = this.segments(piece, step);
    return segments.find((each) => point < each.end) ?? segments.at(-1) ?? piece;
  }

  private wholeTurn({ turn }: Piece): Span {
    const pieces = this.transcript.pieces.filter((piece) => piece.turn === turn);
    return { start: pieces[0]!.start, end: pieces.at(-1)!.end };
  }

  private forward(point: number, step: Granularity): number {
    let piece = this.transcript.pieceAt(point);
    while (piece) {
      const next = this.segments(piece, step).find((segment) => segment.end > point);
      if (next) return next.end;
      piece = this.transcript.pieces[piece.index + 1];
    }
    return this.transcript.end;
  }

  private backward(point: number, step: Granularity): number {
    let piece = this.transcript.pieceAt(point);
    while (piece) {
      const last = this.segments(piece, step).findLast((segment) => segment.start < point);
      if (last) return last.start;
      piece = this.transcript.pieces[piece.index - 1];
    }
    return this.transcript.start;
  }

  private byTurn(point: number, direction: Direction): number {
    const piece = this.transcript.pieceAt(point);
    if (!piece) return point;
    const here = this.wholeTurn(piece);
    if (direction > 0) {
      if (point < here.end) return here.end;
      const next = this.transcript.pieces.find((each) => each.turn.index === piece.turn.index + 1);
      return next ? this.wholeTurn(next).end : here.end;
    }
    if (point > here.start) return here.start;
    const before = this.transcript.pieces.find((each) => each.turn.index === piece.turn.index - 1);
    return before ? this.wholeTurn(before).start : here.start;
  }

  /** Segments of one piece, in points; found once and kept. */
  private segments(piece: Piece, step: Granularity): Span[] {
    const kept = this.kept.get(piece) ?? new Map<Granularity, Span[]>();
    this.kept.set(piece, kept);
    const known = kept.get(step);
    if (known) return known;
    const found = this.segment(piece, step);
    kept.set(step, found);
    return found;
  }

  private segment(piece: Piece, step: Granularity): Span[] {
    const found: Span[] = [];
    for (const { segment, index, isWordLike } of this.segmenter(step).segment(piece.text)) {
      if (step === "word" && !isWordLike) continue;
      const length = step === "sentence" ? segment.trimEnd().length : segment.length;
      if (length === 0) continue;
      found.push({
        start: this.transcript.pointIn(piece, index),
        end: this.transcript.pointIn(piece, index + length),
      });
    }
    return found;
  }

  private segmenter(step: Granularity): Intl.Segmenter {
    const known = this.segmenters.get(step);
    if (known) return known;
    const made = new Intl.Segmenter(this.language, { granularity: step });
    this.segmenters.set(step, made);
    return made;
  }
}
