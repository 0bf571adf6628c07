// The bar over the text: what is saved, undo and redo, the way from passage to passage.

import { make, unseen } from "./elements";
import type { Standing } from "./outbox";
import { standingWords } from "./words";

export interface BarDoes {
  undo(): void;
  redo(): void;
  next(): void;
  previous(): void;
  again(): void;
  help(): void;
}

export class Bar {
  readonly element: HTMLElement;
  private readonly state = make("span", { class: "coder-state" }, "Opening");
  private readonly retry: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly tally = make("span", { class: "coder-tally" });

  constructor(does: BarDoes, mayCode: boolean) {
    this.retry = button("Try now", () => does.again());
    this.retry.hidden = true;
    this.undo = button("Undo", () => does.undo());
    this.redo = button("Redo", () => does.redo());
    this.element = make(
      "div",
      { class: "coder-bar", role: "group", "aria-label": "Coding" },
      this.state,
      this.retry,
      this.tally,
      make(
        "span",
        { class: "coder-bar__does" },
        mayCode && this.undo,
        mayCode && this.redo,
        button("Previous", () => does.previous(), " coded passage"),
        button("Next", () => does.next(), " coded passage"),
        button("Keys", () => does.help(), " and help"),
      ),
    );
    this.can(false, false);
  }

  stands(standing: Standing): void {
    this.state.textContent = standingWords(standing);
    this.state.className = `coder-state coder-state--${standing.state}`;
    this.retry.hidden = standing.state !== "retrying";
  }

  says(words: string): void {
    this.state.textContent = words;
  }

  counts(words: string): void {
    this.tally.textContent = words;
  }

  // `aria-disabled` and not `disabled`: a button that is pressed for the last time keeps the focus.
  can(undo: boolean, redo: boolean): void {
    this.undo.setAttribute("aria-disabled", String(!undo));
    this.redo.setAttribute("aria-disabled", String(!redo));
  }
}

function button(words: string, click: () => void, more = ""): HTMLButtonElement {
  return make("button", { type: "button", class: "button button--plain button--small", click }, words, more !== "" && unseen(more));
}
