// The words in the page and their offsets. Nothing is written into the text: it is only read.

import { countPoints, hasPairs, toPoints, toUnits } from "./offsets";
import type { Span } from "./shapes";

/** One text node of somebody's words, with its place in the whole text. */
export interface Piece extends Span {
  node: Text;
  text: string;
  paired: boolean;
  turn: Turn;
  index: number;
}

/** One turn: its element, who speaks, and its words. */
export interface Turn extends Span {
  element: HTMLElement;
  speaker: string;
  index: number;
}

export class Transcript {
  readonly pieces: Piece[] = [];
  readonly turns: Turn[] = [];
  private readonly byNode = new WeakMap<Node, Piece>();
  private readonly byElement = new WeakMap<Element, Turn>();

  constructor(readonly root: HTMLElement) {
    for (const element of root.querySelectorAll<HTMLElement>(".turn")) this.readTurn(element);
  }

  get end(): number {
    return this.pieces.at(-1)?.end ?? 0;
  }

  get start(): number {
    return this.pieces[0]?.start ?? 0;
  }

  turnOf(element: Element): Turn | undefined {
    return this.byElement.get(element);
  }

  /** Returns the piece that holds a point; between two pieces, the later one. */
  pieceAt(point: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieces[middle]!.end < point) low = middle + 1;
      else high = middle;
    }
    return this.pieces[low];
  }

  turnAt(point: number): Turn | undefined {
    return this.pieceAt(point)?.turn;
  }

  unitIn(piece: Piece, point: number): number {
    const points = Math.max(0, Math.min(point, piece.end) - piece.start);
    return piece.paired ? toUnits(piece.text, points) : points;
  }

  pointIn(piece: Piece, unit: number): number {
    return piece.start + (piece.paired ? toPoints(piece.text, unit) : unit);
  }

  /** Returns where a point stands in the document. */
  placeOf(point: number): { node: Text; offset: number } | null {
    const piece = this.pieceAt(point);
    return piece ? { node: piece.node, offset: this.unitIn(piece, point) } : null;
  }

  /** Returns the document's range of a span, trimmed to the words that are there. */
  rangeOf(span: Span): Range | null {
    const from = this.pieceFrom(span.start);
    const to = this.pieceAt(span.end);
    if (!from || !to || span.end <= span.start) return null;
    const range = document.createRange();
    range.setStart(from.node, this.unitIn(from, span.start));
    range.setEnd(to.node, this.unitIn(to, span.end));
    return range.collapsed ? null : range;
  }

  /** Returns the point of a place in the document, or null outside the words. */
  pointOf(node: Node, offset: number, side: "start" | "end"): number | null {
    const piece = this.byNode.get(node);
    if (piece) return this.pointIn(piece, offset);
    if (!this.root.contains(node)) return null;
    return this.nearest(node, offset, side);
  }

  /** Returns the words of a span; a turn's end is a space. */
  words(span: Span): string {
    const parts: string[] = [];
    const first = this.pieceFrom(span.start);
    for (let index = first?.index ?? Infinity; index < this.pieces.length; index += 1) {
      const piece = this.pieces[index]!;
      if (piece.start >= span.end) break;
      parts.push(piece.text.slice(this.unitIn(piece, span.start), this.unitIn(piece, span.end)));
    }
    return parts.join(" ");
  }

  /** Returns a span without the blanks at its ends. */
  trimmed(span: Span): Span {
    let { start, end } = span;
    while (start < end && this.isBlank(start)) start += 1;
    while (end > start && this.isBlank(end - 1)) end -= 1;
    return { start, end };
  }

  private isBlank(point: number): boolean {
    const piece = this.pieceFrom(point);
    if (!piece || point < piece.start) return true;
    return /\p{White_Space}/u.test(piece.text[this.unitIn(piece, point)] ?? " ");
  }

  /** Returns the first piece that ends after a point. */
  private pieceFrom(point: number): Piece | undefined {
    const piece = this.pieceAt(point);
    return piece && piece.end === point ? (this.pieces[piece.index + 1] ?? piece) : piece;
  }

  /** A place between elements (a drag that ends on a speaker's name) goes to the nearest words. */
  private nearest(node: Node, offset: number, side: "start" | "end"): number {
    const place = document.createRange();
    place.setStart(node, offset);
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place.comparePoint(this.pieces[middle]!.node, 0) < 0) low = middle + 1;
      else high = middle;
    }
    const after = this.pieces[low];
    const before = this.pieces[low - 1];
    return side === "start" ? (after?.start ?? this.end) : (before?.end ?? this.start);
  }

  private readTurn(element: HTMLElement): void {
    const turn: Turn = {
      element,
      index: this.turns.length,
      speaker: element.querySelector(".speaker")?.textContent?.trim() ?? "",
      start: Number(element.dataset["start"]),
      end: Number(element.dataset["end"]),
    };
    this.turns.push(turn);
    this.byElement.set(element, turn);
    for (const words of element.querySelectorAll<HTMLElement>(".words")) this.readWords(words, turn);
  }

  private readWords(words: HTMLElement, turn: Turn): void {
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    let start = Number(words.dataset["start"]);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const text = node.data;
      const paired = hasPairs(text);
      const end = start + (paired ? countPoints(text) : text.length);
      const piece: Piece = { node, text, paired, turn, start, end, index: this.pieces.length };
      this.pieces.push(piece);
      this.byNode.set(node, piece);
      start = end;
    }
  }
}
