// The codes of the words under the cursor or the selection: who coded, when, and taking them out.

import { make, shape, unseen } from "./elements";
import { clusterName } from "./paint";
import type { Coding, Span } from "./shapes";
import { countWords, many, shortened, when, who } from "./words";

export interface PanelDoes {
  add(): void;
  remove(coding: Coding): void;
  select(coding: Coding): void;
  hover(coding: Coding | null): void;
}

export interface Shown {
  span: Span;
  words: string;
  speaker: string;
  codings: Coding[];
  isSaved(coding: Coding): boolean;
  wordsOf(coding: Coding): string;
}

export class Panel {
  readonly element: HTMLElement;
  private readonly head = make("div", { class: "coder-panel__head" });
  private readonly list = make("ul", { class: "coder-panel__list" });
  private readonly title = make("h3", {}, "Codes here");

  constructor(
    private readonly does: PanelDoes,
    private readonly mayCode: boolean,
  ) {
    this.element = make(
      "aside",
      { class: "coder-side coder-side--passage", "aria-label": "Passage" },
      make("h2", {}, "Passage"),
      this.head,
      this.title,
      this.list,
    );
    this.show(null);
  }

  show(shown: Shown | null): void {
    // The list is made anew: keep the focus in it where it was.
    const had = this.list.contains(document.activeElement);
    this.element.classList.toggle("is-empty", shown === null);
    this.title.hidden = !shown?.codings.length;
    this.head.replaceChildren(...this.heading(shown));
    this.list.replaceChildren(...(shown?.codings.map((coding) => this.row(coding, shown)) ?? []));
    if (had) this.focus();
  }

  /** Moves the focus to the first code; false where there is none. */
  focus(): boolean {
    const first = this.list.querySelector<HTMLElement>("button") ?? this.head.querySelector<HTMLElement>("button");
    first?.focus();
    return first !== null;
  }

  private heading(shown: Shown | null): HTMLElement[] {
    if (shown === null || (shown.words === "" && shown.codings.length === 0)) {
      const hint = this.mayCode
        ? "Select words to code them, or put the cursor in coloured words to see their codes."
        : "Put the cursor in coloured words to see their codes.";
      return [make("p", { class: "soft" }, hint)];
    }
    if (shown.words === "") return [];
    const add = make("button", { type: "button", class: "button", click: () => this.does.add() }, "Add a code");
    const facts = [shown.speaker, many(countWords(shown.words), "word")].filter(Boolean).join(", ");
    return [
      make("p", { class: "coder-panel__words said" }, shortened(shown.words)),
      make("p", { class: "soft" }, facts),
      ...(this.mayCode ? [make("p", { class: "buttons" }, add)] : []),
    ];
  }

  private row(coding: Coding, shown: Shown): HTMLElement {
    const facts = [`by ${who(coding)}`, when(coding.at), !shown.isSaved(coding) && "not saved yet"].filter(Boolean).join(", ");
    return make(
      "li",
      {
        class: `coder-coding coder-coding--${clusterName(coding.cluster)}`,
        mouseenter: () => this.does.hover(coding),
        mouseleave: () => this.does.hover(null),
        focusin: () => this.does.hover(coding),
        focusout: () => this.does.hover(null),
      },
      make(
        "button",
        { type: "button", class: "coder-coding__name", click: () => this.does.select(coding) },
        shape(clusterName(coding.cluster)),
        coding.label,
        unseen(": select its words"),
      ),
      make("span", { class: "coder-coding__facts" }, facts),
      make("span", { class: "coder-coding__words said" }, shortened(shown.wordsOf(coding), 70)),
      coding.note !== "" && make("span", { class: "coder-coding__facts" }, coding.note),
      this.mayCode && coding.removable && this.removeButton(coding),
    );
  }

  private removeButton(coding: Coding): HTMLElement {
    const click = () => this.does.remove(coding);
    return make("button", { type: "button", class: "button button--plain button--small", click }, "Remove", unseen(` ${coding.label}`));
  }
}
