// The passage coder: `<passage-coder>` around a transcript that the server wrote. See README.md
// for what it needs from the page and from the server.

import { Desk } from "./desk";
import { Server, Unreachable } from "./server";
import type { Source } from "./shapes";
import { Transcript } from "./transcript";

const AGAIN_AFTER = 3000;
const ANSWERED = "coder: answered";

export class PassageCoder extends HTMLElement {
  private desk: Desk | null = null;

  connectedCallback(): void {
    const root = this.querySelector<HTMLElement>(".transcript");
    const { sourceUrl, codingsUrl } = this.dataset;
    if (!root || !sourceUrl || !codingsUrl) throw new Error("passage-coder: a transcript and two addresses are needed");
    this.hidePlainWay();
    void this.open(new Transcript(root), new Server(sourceUrl, codingsUrl), sourceUrl);
  }

  disconnectedCallback(): void {
    this.desk?.close();
    this.desk = null;
  }

  /** Waits for the codings; the words are there to be read meanwhile. */
  private async open(transcript: Transcript, server: Server, place: string): Promise<void> {
    const source = await this.untilAnswered(server);
    if (!this.isConnected) return;
    this.querySelector(".coder-opening")?.remove();
    performance.mark(ANSWERED);
    this.desk = new Desk(this, transcript, server, source, place);
    this.dataset["ready"] = "";
    // How long it took until the colours were on the screen, for whoever measures.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.measure("coder: opened", ANSWERED)));
  }

  private async untilAnswered(server: Server): Promise<Source> {
    for (;;) {
      try {
        return await server.source();
      } catch (error) {
        if (!(error instanceof Unreachable)) {
          this.tell("The codings could not be opened. Reload the page, or sign in again.");
          throw error;
        }
        this.tell("The codings could not be opened: trying again.");
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
      }
    }
  }

  private tell(words: string): void {
    let note = this.querySelector<HTMLElement>(".coder-opening");
    if (!note) {
      note = document.createElement("p");
      note.className = "coder-opening notice notice--warning";
      note.setAttribute("role", "status");
      this.prepend(note);
    }
    note.textContent = words;
  }

  /** The form that codes without this script is not needed now. */
  private hidePlainWay(): void {
    for (const each of this.querySelectorAll<HTMLElement>("[data-without-coder]")) each.hidden = true;
  }
}

customElements.define("passage-coder", PassageCoder);
