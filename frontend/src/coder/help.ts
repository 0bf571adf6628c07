// All keys on one page.

import { make } from "./elements";
import { KEYS } from "./words";

export function makeHelp(): HTMLDialogElement {
  const rows = KEYS.flatMap(([keys, words]) => [
    make("dt", {}, ...keys.map((key) => (key === "–" ? "–" : make("kbd", {}, key)))),
    make("dd", {}, words),
  ]);
  return make(
    "dialog",
    { class: "palette", "aria-labelledby": "help-title" },
    make("h2", { id: "help-title", tabindex: -1, autofocus: true }, "Keys while reading"),
    make("p", { class: "soft" }, "They work while the text has the focus. With a screen reader, switch to focus mode."),
    make("dl", { class: "coder-keys" }, ...rows),
    make("form", { method: "dialog", class: "palette__close" }, make("button", { class: "button button--quiet" }, "Close")),
  );
}
