// Code by name: type a part of it, choose with the arrows, Enter. The rules stand beside.

import { make, shape } from "./elements";
import { clusterName } from "./paint";
import type { Item } from "./shapes";
import { rulesList } from "./tree";
import { CLUSTERS } from "./words";

/** Returns the codes that fit what was typed, the likeliest first. */
export function fitting(items: Item[], typed: string): Item[] {
  const wanted = plain(typed);
  if (wanted === "") return items;
  const scored = items.map((item) => ({ item, score: fit(item, wanted) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function fit(item: Item, wanted: string): number {
  const label = plain(item.label);
  if (label.startsWith(wanted)) return 4;
  if (label.split(/\W+/).some((word) => word.startsWith(wanted))) return 3;
  if (label.includes(wanted)) return 2;
  // Two letters are in most definitions: those are searched for more than that only.
  return wanted.length > 2 && plain(`${item.definition} ${item.cluster}`).includes(wanted) ? 1 : 0;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

export class Palette {
  readonly element: HTMLDialogElement;
  private readonly input: HTMLInputElement;
  private readonly list = make("ul", { class: "palette__list", id: "palette-list", role: "listbox", "aria-label": "Codes" });
  private readonly rules = make("div", { class: "palette__rules" });
  private readonly words = make("p", { class: "palette__words said" });
  private found: Item[] = [];
  private active = 0;

  constructor(
    private readonly items: Item[],
    private readonly choose: (item: Item) => void,
  ) {
    this.input = make("input", {
      class: "govuk-input",
      id: "palette-input",
      role: "combobox",
      "aria-expanded": "true",
      "aria-controls": "palette-list",
      "aria-autocomplete": "list",
      autocomplete: "off",
      input: () => this.find(),
      keydown: (event: KeyboardEvent) => this.press(event),
    });
    this.element = make(
      "dialog",
      { class: "palette", "aria-labelledby": "palette-title" },
      make("h2", { id: "palette-title" }, "Code these words"),
      this.words,
      make("label", { class: "govuk-label", for: "palette-input" }, "Name of the code"),
      this.input,
      make("div", { class: "palette__body" }, this.list, this.rules),
      make("form", { method: "dialog", class: "palette__close" }, make("button", { class: "button button--plain" }, "Close")),
    );
  }

  open(words: string): void {
    this.words.textContent = words;
    this.input.value = "";
    this.find();
    this.element.showModal();
    this.input.focus();
  }

  private find(): void {
    this.found = fitting(this.items, this.input.value);
    const options = this.found.map((item, index) => this.option(item, index));
    const none = make("li", { class: "soft", role: "option", "aria-disabled": "true" }, "No code has that name.");
    this.list.replaceChildren(...(options.length ? options : [none]));
    this.activate(0);
  }

  private option(item: Item, index: number): HTMLElement {
    return make(
      "li",
      {
        id: `palette-${index}`,
        role: "option",
        class: "palette__option",
        mousemove: () => this.active !== index && this.activate(index),
        click: () => this.take(item),
      },
      shape(clusterName(item.cluster)),
      make("span", {}, item.label),
      make("span", { class: "soft" }, CLUSTERS[item.cluster] ?? ""),
    );
  }

  private activate(index: number): void {
    this.active = index;
    const options = [...this.list.querySelectorAll<HTMLElement>(".palette__option")];
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const chosen = options[index];
    const item = this.found[index];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
    this.rules.replaceChildren(...(item ? [make("h3", {}, item.label), rulesList(item)] : []));
  }

  private press(event: KeyboardEvent): void {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && this.found.length > 0) {
      event.preventDefault();
      this.activate((this.active + move + this.found.length) % this.found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const item = this.found[this.active];
      if (item) this.take(item);
    }
  }

  private take(item: Item): void {
    this.element.close();
    this.choose(item);
  }
}
