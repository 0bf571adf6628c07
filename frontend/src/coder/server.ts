// Speaks to the server. Knows addresses and tokens; knows nothing of retries.

import type { Source, WireCoding } from "./shapes";

export interface Words {
  text_version: number;
  start: number;
  end: number;
  item_key: string;
  request_key: string;
}

/** The server's own words about what was wrong. */
export interface Refusal {
  code: string;
  what: string;
  remedy: string;
}

/** The server answered, and its answer was no. `refusal` is null where it gave no reason. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal | null,
  ) {
    super(refusal?.what ?? `The server answered ${status}.`);
  }
}

/** Nobody answered, or the server was in trouble: worth trying again. */
export class Unreachable extends Error {}

const PATIENCE = 20_000;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

export class Server {
  constructor(
    private readonly sourceUrl: string,
    private readonly codingsUrl: string,
  ) {}

  source(): Promise<Source> {
    return this.ask<Source>("GET", this.sourceUrl);
  }

  code(words: Words): Promise<WireCoding> {
    return this.ask<WireCoding>("POST", this.codingsUrl, words);
  }

  async remove(id: number): Promise<void> {
    try {
      await this.ask("DELETE", `${this.codingsUrl}${id}`);
    } catch (error) {
      // Gone already is as good as taken out.
      if (!(error instanceof Refused) || ![404, 410].includes(error.status)) throw error;
    }
  }

  restore(id: number): Promise<WireCoding> {
    return this.ask<WireCoding>("POST", `${this.codingsUrl}${id}/restore`);
  }

  private async ask<T>(method: string, url: string, body?: unknown): Promise<T> {
    const response = await this.send(method, url, body);
    if (response.ok && isJson(response)) return (await response.json()) as T;
    if (response.ok && !response.redirected) return undefined as T;
    if (PASSING.has(response.status)) throw new Unreachable(`The server answered ${response.status}.`);
    // A page instead of an answer is the way to the sign-in page.
    throw new Refused(response.redirected ? 401 : response.status, await refusalOf(response));
  }

  private async send(method: string, url: string, body: unknown): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (method !== "GET") headers["X-CSRFToken"] = token();
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      return await fetch(url, {
        method,
        headers,
        credentials: "same-origin",
        signal: AbortSignal.timeout(PATIENCE),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new Unreachable(String(error));
    }
  }
}

function isJson(response: Response): boolean {
  return response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
}

async function refusalOf(response: Response): Promise<Refusal | null> {
  if (!isJson(response)) return null;
  const answer = (await response.json()) as { problems?: Refusal[] };
  return answer.problems?.[0] ?? null;
}

function token(): string {
  const cookie = /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  if (cookie) return decodeURIComponent(cookie);
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}
