// The codes beside the text, by cluster, each with its number key, its count here and its rules.

import { make, shape, unseen } from "./elements";
import { clusterName } from "./paint";
import type { Coding, Item } from "./shapes";
import { CLUSTERS, rulesOf } from "./words";

export interface Group {
  title: string;
  cluster: string;
  items: Item[];
}

/** Returns the codes under the name of their cluster or their parent, in the order they came. */
export function grouped(items: Item[]): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const title = CLUSTERS[item.cluster] ?? "Codes";
    const group = groups.get(title) ?? { title, cluster: item.cluster, items: [] };
    group.items.push(item);
    groups.set(title, group);
  }
  return [...groups.values()];
}

export class Tree {
  readonly element: HTMLElement;
  private readonly counts = new Map<string, HTMLElement>();
  private readonly rules = make("div", { class: "coder-rules", id: "coder-rules" });

  constructor(
    private readonly items: Item[],
    mayCode: boolean,
    code: (item: Item) => void,
  ) {
    const lists = grouped(items).flatMap((group) => [
      make("h3", { class: "coder-tree__cluster" }, group.title),
      make("ul", { class: "coder-tree" }, ...group.items.map((item) => this.row(item, mayCode, code))),
    ]);
    const codes = make(
      "details",
      { class: "coder-codes", open: matchMedia("(min-width: 64rem)").matches },
      make("summary", {}, make("h2", {}, "Codes")),
      ...lists,
      this.rules,
    );
    this.element = make("aside", { class: "coder-side coder-side--codes", "aria-label": "Codes" }, codes);
    this.show(items[0]);
  }

  /** Shows the rules of a code. */
  show(item: Item | undefined): void {
    if (item) this.rules.replaceChildren(make("h3", {}, shape(clusterName(item.cluster)), item.label), rulesList(item));
  }

  count(codings: Coding[]): void {
    const counted = new Map<string, number>();
    for (const { itemKey } of codings) counted.set(itemKey, (counted.get(itemKey) ?? 0) + 1);
    for (const item of this.items) {
      const count = counted.get(item.key) ?? 0;
      this.counts.get(item.key)!.replaceChildren(...(count ? [String(count), unseen(" here")] : []));
    }
  }

  private row(item: Item, mayCode: boolean, code: (item: Item) => void): HTMLElement {
    const count = make("span", { class: "coder-tree__count" });
    this.counts.set(item.key, count);
    const does = {
      mouseenter: () => this.show(item),
      focus: () => this.show(item),
      click: () => (mayCode ? code(item) : this.show(item)),
    };
    return make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "coder-tree__code", ...does },
        shape(clusterName(item.cluster)),
        make("span", { class: "coder-tree__label" }, item.label),
        count,
        item.shortcut !== "" && mayCode && make("kbd", {}, unseen("key "), item.shortcut),
      ),
    );
  }
}

export function rulesList(item: Item): HTMLElement {
  const rules = rulesOf(item);
  if (rules.length === 0) return make("p", { class: "soft" }, "No rules are written for this code yet.");
  return make("dl", {}, ...rules.flatMap(([name, words]) => [make("dt", {}, name), make("dd", {}, words)]));
}
