// Puts the parts of the coder together: text, caret, colours, margin, codes, panel, bar.

import { Bar } from "./bar";
import { Caret, type Selected } from "./caret";
import { Deeds } from "./deeds";
import { make } from "./elements";
import { makeHelp } from "./help";
import { History } from "./history";
import { commandOf, undoOf, type Command } from "./keys";
import { Margin } from "./margin";
import { Outbox, type Standing } from "./outbox";
import { Painter } from "./paint";
import { Palette } from "./palette";
import { Panel } from "./panel";
import type { Server } from "./server";
import { fromWire, type Coding, type Item, type Source, type Span } from "./shapes";
import { Codings } from "./store";
import type { Transcript } from "./transcript";
import { Tree } from "./tree";
import { codingsWords, countWords, many, shortened, standingWords } from "./words";

export class Desk {
  private readonly codings = new Codings();
  private readonly painter: Painter;
  private readonly caret: Caret;
  private readonly margin: Margin;
  private readonly history: History;
  private readonly outbox: Outbox;
  private readonly deeds: Deeds;
  private readonly bar: Bar;
  private readonly tree: Tree;
  private readonly panel: Panel;
  private readonly palette: Palette;
  private readonly help = makeHelp();
  private readonly live = make("p", { class: "govuk-visually-hidden", role: "status", "aria-live": "polite" });
  private readonly mayCode: boolean;
  private readonly ending = new AbortController();
  private touched = false;
  private trouble = "";
  private due = false;
  private stale = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly transcript: Transcript,
    server: Server,
    private readonly source: Source,
    place: string,
  ) {
    const version = Number(transcript.root.dataset["textVersion"]);
    const shelf = `coder:${place}:${version}`;
    this.mayCode = (source.may_code ?? true) && source.text_version === version;
    this.history = new History(sessionStorage, `${shelf}:history`);
    this.outbox = new Outbox(server, version, sessionStorage, shelf, {
      done: (errand, wire) => this.deeds.arrived(errand, wire),
      refused: (errand, refusal) => this.deeds.refused(errand, refusal),
      stands: (standing) => this.stand(standing),
    });
    this.deeds = new Deeds(this.codings, this.history, this.outbox, (words) => this.say(words));
    this.painter = new Painter(transcript);
    this.caret = new Caret(transcript);
    this.margin = new Margin(transcript, this.codings, (coding) => this.goTo(coding));
    this.bar = this.makeBar();
    this.tree = new Tree(source.items, this.mayCode, (item) => this.codeBy(item));
    this.panel = this.makePanel();
    this.palette = new Palette(source.items, (item) => this.codeBy(item));
    this.assemble();
    this.listen();
    this.fill();
    this.openAt(location.hash);
    if (source.text_version !== version) this.bar.says("This text has a newer version. Reload the page to code it");
  }

  close(): void {
    this.ending.abort();
    this.caret.stop();
    this.margin.stop();
    this.painter.clear();
  }

  private makeBar(): Bar {
    const does = {
      undo: () => this.deeds.undo(),
      redo: () => this.deeds.redo(),
      next: () => this.toPassage(1),
      previous: () => this.toPassage(-1),
      again: () => this.outbox.again(),
      help: () => this.help.showModal(),
    };
    return new Bar(does, this.mayCode);
  }

  private makePanel(): Panel {
    const does = {
      add: () => this.openPalette(),
      remove: (coding: Coding) => this.remove(coding),
      select: (coding: Coding) => this.goTo(coding),
      hover: (coding: Coding | null) => this.painter.focus(coding),
    };
    return new Panel(does, this.mayCode);
  }

  private assemble(): void {
    const { root } = this.transcript;
    root.tabIndex = 0;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Text to code. Press question mark for the keys");
    // The codes stand beside the part of the page that holds the text, the bar right over the text.
    let part: Element = root;
    while (part.parentElement !== this.element) part = part.parentElement!;
    part.before(this.tree.element);
    root.before(this.bar.element);
    this.element.append(this.panel.element, this.live, this.palette.element, this.help);
    this.element.classList.add("coder");
    this.element.classList.toggle("coder--paints", "highlights" in CSS);
  }

  private listen(): void {
    const { signal } = this.ending;
    this.caret.onMove((selected, by) => this.moved(selected, by));
    this.codings.onChange(() => this.refreshSoon());
    this.transcript.root.addEventListener("keydown", (event) => this.press(event), { signal });
    this.transcript.root.addEventListener("focus", () => this.focused(), { signal });
    this.element.addEventListener("keydown", (event) => this.pressAnywhere(event), { signal });
    addEventListener("online", () => this.outbox.again(), { signal });
    addEventListener("beforeunload", (event) => this.outbox.waiting.length > 0 && event.preventDefault(), { signal });
  }

  private fill(): void {
    const refs = this.outbox.refsById();
    this.codings.fill(this.source.codings.map((wire) => fromWire(wire, refs.get(wire.id) ?? String(wire.id))));
    this.deeds.replay(this.outbox.waiting);
    if (this.outbox.waiting.length > 0) this.outbox.again();
    else this.stand({ state: "saved" });
  }

  /** Goes to the passage that the address names (`#p7`), as the link beneath a count does. */
  private openAt(hash: string): void {
    const named = this.source.codings.find((coding) => `#p${coding.passage_id}` === hash);
    if (named) requestAnimationFrame(() => this.goTo(named));
  }

  private stand(standing: Standing): void {
    this.bar.stands(standing);
    // Saving is quiet; trouble and its end are said aloud.
    const trouble = standing.state === "retrying" || standing.state === "stopped";
    const words = standingWords(standing);
    if (trouble && words !== this.trouble) this.say(`${words}.`);
    if (standing.state === "saved" && this.trouble !== "") this.say("Saved.");
    if (trouble || standing.state === "saved") this.trouble = trouble ? words : "";
    this.refreshSoon();
  }

  /** Draws once a frame, however much changed; a move alone leaves the codings as they are. */
  private refreshSoon(codingsChanged = true): void {
    this.stale ||= codingsChanged;
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      if (this.stale) this.refreshCodings();
      this.stale = false;
      this.painter.choose(this.caret.selected);
      this.showPanel();
    });
  }

  private refreshCodings(): void {
    const all = this.codings.all();
    this.painter.paint(all);
    this.tree.count(all);
    this.bar.can(this.history.canUndo, this.history.canRedo);
    this.bar.counts(this.tally(all));
  }

  private tally(all: Coding[]): string {
    const turns = new Set(all.map((coding) => this.transcript.turnAt(coding.start)));
    return `${turns.size} of ${many(this.transcript.turns.length, "turn")} coded, ${many(all.length, "coding")}`;
  }

  private showPanel(): void {
    if (!this.touched) return this.panel.show(null);
    const span = this.caret.selected;
    const codings = this.codings.at(span);
    const waiting = new Set(this.outbox.waiting.map((errand) => errand.ref));
    const had = this.panel.element.contains(document.activeElement);
    this.panel.show({
      span,
      words: this.transcript.words(span),
      speaker: this.transcript.turnAt(span.start)?.speaker ?? "",
      codings,
      isSaved: (coding) => !waiting.has(coding.ref),
      wordsOf: (coding) => this.transcript.words(coding),
    });
    const rulesOf = codings[0]?.itemKey;
    if (rulesOf) this.tree.show(this.source.items.find((item) => item.key === rulesOf));
    if (had && !this.panel.element.contains(document.activeElement)) this.transcript.root.focus({ preventScroll: true });
  }

  private moved(selected: Selected, by: "pointer" | "keyboard"): void {
    this.touched = true;
    this.painter.focus(null);
    if (by === "keyboard") this.say(this.wordsOfMove(selected));
    this.refreshSoon(false);
  }

  private wordsOfMove({ start, end, focus }: Selected): string {
    const here = codingsWords(this.codings.at({ start, end }));
    const coded = here === "" ? "" : ` Coded: ${here}.`;
    if (start === end) {
      const word = this.transcript.words(this.caret.mover.around(Math.max(focus - 1, 0), "word"));
      return `${word}.${coded}`;
    }
    const words = this.transcript.words({ start, end });
    return `Selected ${many(countWords(words), "word")}: ${shortened(words, 100)}.${coded}`;
  }

  private focused(): void {
    if (this.transcript.root.matches(":focus-visible")) this.caret.show();
  }

  private press(event: KeyboardEvent): void {
    const command = event.target === this.transcript.root ? commandOf(event) : null;
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.obey(command);
  }

  private pressAnywhere(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || this.element.querySelector("dialog[open]")) return;
    const command = undoOf(event);
    if (command) {
      event.preventDefault();
      this.obey(command);
    } else if (event.key === "Escape") this.transcript.root.focus({ preventScroll: true });
  }

  private obey(command: Command): void {
    switch (command.do) {
      case "step":
        return this.caret.step(command.step, command.direction, command.extend);
      case "turn-edge": {
        const turn = this.caret.mover.around(this.caret.focus, "turn");
        return this.caret.go(command.direction > 0 ? turn.end : turn.start, command.extend);
      }
      case "text-edge":
        return this.caret.go(command.direction > 0 ? this.transcript.end : this.transcript.start, command.extend);
      case "select":
        return this.caret.selectAround(command.step);
      case "passage":
        return this.toPassage(command.direction);
      case "list":
        if (!this.panel.focus()) this.say("No codes here.");
        return;
      case "help":
        return this.help.showModal();
      case "let-go":
        return this.caret.go(this.caret.focus);
      default:
        return this.change(command);
    }
  }

  /** Commands that change codings; they need leave to code. */
  private change(command: Command): void {
    if (!this.mayCode) return this.say("You may read this text, but not code it.");
    switch (command.do) {
      case "shortcut":
        return this.codeByKey(command.key);
      case "palette":
        return this.openPalette();
      case "remove":
        return this.removeHere();
      case "undo":
        return this.deeds.undo();
      case "redo":
        return this.deeds.redo();
    }
  }

  private codeByKey(key: string): void {
    const item = this.source.items.find((each) => each.shortcut === key);
    if (item) this.codeBy(item);
    else this.say(`No code has the key ${key}.`);
  }

  private codeBy(item: Item): void {
    this.tree.show(item);
    const span = this.transcript.trimmed(this.caret.selected);
    if (span.end <= span.start) return this.say("Select words first, then choose a code.");
    this.deeds.code(span, item);
  }

  private openPalette(): void {
    const span = this.transcript.trimmed(this.caret.selected);
    if (span.end <= span.start) return this.say("Select words first: hold Shift and move with the arrows.");
    this.palette.open(shortened(this.transcript.words(span), 160));
  }

  private removeHere(): void {
    const own = this.codings.at(this.caret.selected).filter((coding) => coding.removable);
    if (own.length === 1) return this.remove(own[0]!);
    if (own.length > 1 && this.panel.focus()) return this.say("More than one of your codes is here: choose which to take out.");
    this.say("None of your codes is here.");
  }

  private remove(coding: Coding): void {
    this.painter.focus(null);
    this.deeds.remove(coding);
  }

  private toPassage(direction: 1 | -1): void {
    const { start, end } = this.caret.selected;
    const from: Span = this.touched ? { start, end } : { start: -1, end: -1 };
    const coding = this.codings.neighbour(from, direction);
    if (coding) this.goTo(coding);
    else this.say(direction > 0 ? "No coded passage after this one." : "No coded passage before this one.");
  }

  private goTo(span: Span): void {
    this.transcript.root.focus({ preventScroll: true });
    this.caret.select(span);
  }

  /** Says something to those who listen; the same words twice are said twice. */
  private say(words: string): void {
    this.live.textContent = this.live.textContent === words ? `${words}\u00a0` : words;
  }
}
