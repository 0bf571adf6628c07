// Bars beside the words: one for each coding, side by side where they overlap. Drawn only for the
// turns in sight, so that a long transcript stays quick.

import { clusterName } from "./paint";
import type { Coding, Span } from "./shapes";
import type { Codings } from "./store";
import type { Transcript, Turn } from "./transcript";

const SVG = "http://www.w3.org/2000/svg";
const LANE = 7;
const BAR = 4;
const LANES = 6;

export class Margin {
  private readonly inSight = new Set<Turn>();
  private readonly drawings = new Map<Turn, SVGSVGElement>();
  private readonly sight: IntersectionObserver;
  private readonly size: ResizeObserver;
  private due = false;

  constructor(
    private readonly transcript: Transcript,
    private readonly codings: Codings,
    private readonly pick: (coding: Coding) => void,
  ) {
    this.sight = new IntersectionObserver((entries) => this.see(entries), { rootMargin: "300px" });
    this.size = new ResizeObserver(() => this.redraw());
    for (const turn of transcript.turns) this.sight.observe(turn.element);
    this.size.observe(transcript.root);
    codings.onChange(() => this.redraw());
  }

  stop(): void {
    this.sight.disconnect();
    this.size.disconnect();
  }

  private see(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const turn = this.transcript.turnOf(target)!;
      if (isIntersecting) this.inSight.add(turn);
      else this.inSight.delete(turn);
    }
    this.redraw();
  }

  private redraw(): void {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      this.draw();
    });
  }

  /** Measures all turns in sight first, then writes: one layout for all. */
  private draw(): void {
    const measured = [...this.inSight].map((turn) => ({ turn, bars: this.measure(turn) }));
    for (const { turn, bars } of measured) this.write(turn, bars);
  }

  private measure(turn: Turn): Bar[] {
    const top = turn.element.getBoundingClientRect().top;
    const here = this.codings.at({ start: turn.start, end: turn.end });
    return inLanes(here).flatMap(({ coding, lane }) => {
      const part = { start: Math.max(coding.start, turn.start), end: Math.min(coding.end, turn.end) };
      const box = this.transcript.rangeOf(part)?.getBoundingClientRect();
      if (!box || lane >= LANES) return [];
      return [{ coding, x: lane * LANE, y: box.top - top + 2, height: Math.max(box.height - 4, 8) }];
    });
  }

  private write(turn: Turn, bars: Bar[]): void {
    const drawing = this.drawings.get(turn) ?? this.makeDrawing(turn, bars.length > 0);
    if (!drawing) return;
    drawing.replaceChildren(...bars.map((bar) => this.bar(bar)));
  }

  private makeDrawing(turn: Turn, wanted: boolean): SVGSVGElement | undefined {
    if (!wanted) return undefined;
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("class", "bars");
    drawing.setAttribute("aria-hidden", "true");
    turn.element.append(drawing);
    this.drawings.set(turn, drawing);
    return drawing;
  }

  private bar({ coding, x, y, height }: Bar): SVGRectElement {
    const rect = document.createElementNS(SVG, "rect");
    const facts = { x, y, height, width: BAR, rx: 2, class: `bar bar--${clusterName(coding.cluster)}` };
    for (const [name, value] of Object.entries(facts)) rect.setAttribute(name, String(value));
    const title = document.createElementNS(SVG, "title");
    title.textContent = `${coding.label}, ${coding.coder}`;
    rect.append(title);
    rect.addEventListener("click", () => this.pick(coding));
    return rect;
  }
}

interface Bar {
  coding: Coding;
  x: number;
  y: number;
  height: number;
}

/** Gives each coding the first lane that is free where it begins. */
export function inLanes<T extends Span>(codings: T[]): { coding: T; lane: number }[] {
  const free: number[] = [];
  return codings.map((coding) => {
    const known = free.findIndex((end) => end <= coding.start);
    const lane = known === -1 ? free.length : known;
    free[lane] = coding.end;
    return { coding, lane };
  });
}
