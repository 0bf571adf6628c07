// What is selected, by mouse, by touch or by keyboard, and the cursor that shows where one is.

import { Mover, type Direction, type Step } from "./moving";
import type { Span } from "./shapes";
import type { Transcript } from "./transcript";

export interface Selected extends Span {
  anchor: number;
  focus: number;
}

export class Caret {
  anchor: number;
  focus: number;
  readonly mover: Mover;
  private readonly mark: HTMLElement;
  private readonly stopHearing = new AbortController();
  private hear: (selected: Selected, by: "pointer" | "keyboard") => void = () => {};

  constructor(private readonly transcript: Transcript) {
    this.mover = new Mover(transcript);
    this.anchor = this.focus = transcript.start;
    this.mark = document.createElement("span");
    this.mark.className = "coder-caret";
    this.mark.setAttribute("aria-hidden", "true");
    this.mark.hidden = true;
    transcript.root.append(this.mark);
    this.listen();
  }

  onMove(hear: (selected: Selected, by: "pointer" | "keyboard") => void): void {
    this.hear = hear;
  }

  get selected(): Selected {
    const { anchor, focus } = this;
    return { anchor, focus, start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
  }

  /** Moves one step; with `extend` the other end stays. */
  step(step: Step, direction: Direction, extend: boolean): void {
    const { start, end } = this.selected;
    // Without extending, a selection first gives way to its own end, as in any editor.
    const from = extend || start === end ? this.focus : direction > 0 ? end : start;
    this.go(this.mover.from(from, step, direction), extend);
  }

  go(point: number, extend = false): void {
    this.set(extend ? this.anchor : point, point);
  }

  select(span: Span): void {
    this.set(span.start, span.end);
  }

  selectAround(step: Step): void {
    this.select(this.mover.around(this.selected.start, step));
  }

  show(): void {
    this.mark.hidden = false;
    this.place();
  }

  hide(): void {
    this.mark.hidden = true;
  }

  stop(): void {
    this.stopHearing.abort();
    this.mark.remove();
  }

  private set(anchor: number, focus: number): void {
    this.anchor = anchor;
    this.focus = focus;
    this.tellDocument();
    this.show();
    this.scrollIntoSight();
    this.hear(this.selected, "keyboard");
  }

  private tellDocument(): void {
    const from = this.transcript.placeOf(this.anchor);
    const to = this.transcript.placeOf(this.focus);
    if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  private listen(): void {
    const { signal } = this.stopHearing;
    document.addEventListener("selectionchange", () => this.hearDocument(), { signal });
    addEventListener("resize", () => this.place(), { signal });
    this.transcript.root.addEventListener("blur", () => this.hide(), { signal });
    this.transcript.root.addEventListener("pointerdown", () => this.hide(), { signal });
  }

  /** Takes up what was selected by mouse or touch; selections elsewhere on the page are not ours. */
  private hearDocument(): void {
    const selection = getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return;
    const [anchor, focus] = this.pointsOf(selection);
    if (anchor === null || focus === null) return;
    if (anchor === this.anchor && focus === this.focus) return;
    this.anchor = anchor;
    this.focus = focus;
    this.hear(this.selected, "pointer");
  }

  private pointsOf(selection: Selection): [number | null, number | null] {
    const range = selection.getRangeAt(0);
    const backwards = range.startContainer === selection.focusNode && range.startOffset === selection.focusOffset;
    const start = this.transcript.pointOf(range.startContainer, range.startOffset, "start");
    const end = this.transcript.pointOf(range.endContainer, range.endOffset, "end");
    // A click between two turns is in neither; its end may come before its start.
    if (start !== null && end !== null && end < start) return [end, end];
    return backwards ? [end, start] : [start, end];
  }

  private place(): void {
    const box = this.box();
    if (!box || this.mark.hidden) return;
    const ground = this.transcript.root.getBoundingClientRect();
    // Set through the style object: the page's policy forbids style attributes, not this.
    this.mark.style.transform = `translate(${box.left - ground.left}px, ${box.top - ground.top}px)`;
    this.mark.style.height = `${box.height}px`;
  }

  private box(): DOMRect | null {
    const place = this.transcript.placeOf(this.focus);
    if (!place) return null;
    const range = document.createRange();
    range.setStart(place.node, place.offset);
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return box.height > 0 ? box : place.node.parentElement!.getBoundingClientRect();
  }

  private scrollIntoSight(): void {
    const box = this.box();
    if (!box) return;
    const margin = 120;
    const below = box.bottom - (innerHeight - margin);
    const above = box.top - margin;
    if (below > 0) scrollBy({ top: below + innerHeight / 4, behavior: "instant" });
    else if (above < 0) scrollBy({ top: above - innerHeight / 4, behavior: "instant" });
    else return;
    this.place();
  }
}
