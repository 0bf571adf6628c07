// What goes over the wire (see README.md), and what the coder keeps of it.

/** A code in use with its rules. `shortcut` is a number key or empty. */
export interface Item {
  key: string;
  label: string;
  cluster: string;
  parent: string;
  definition: string;
  use_when: string;
  not_when: string;
  example: string;
  shortcut: string;
}

/** One coding as the server says it. Offsets are code points, the end is exclusive. */
export interface WireCoding {
  id: number;
  passage_id: number;
  start: number;
  end: number;
  item_key: string;
  label: string;
  cluster: string;
  coder: string;
  own: boolean;
  at: string;
  removable?: boolean;
  note?: string;
  removed?: boolean;
}

export interface Source {
  text_version: number;
  may_code?: boolean;
  codings: WireCoding[];
  items: Item[];
}

/**
 * One coding on the page. `ref` names it from the moment it is made: the request key of one made
 * here, the number of one that came from the server. `id` is null until the server has it.
 */
export interface Coding {
  ref: string;
  id: number | null;
  start: number;
  end: number;
  itemKey: string;
  label: string;
  cluster: string;
  coder: string;
  own: boolean;
  removable: boolean;
  note: string;
  at: string;
}

export function fromWire(wire: WireCoding, ref: string): Coding {
  return {
    ref,
    id: wire.id,
    start: wire.start,
    end: wire.end,
    itemKey: wire.item_key,
    label: wire.label,
    cluster: wire.cluster,
    coder: wire.coder,
    own: wire.own,
    removable: wire.removable ?? wire.own,
    note: wire.note ?? "",
    at: wire.at,
  };
}

export interface Span {
  start: number;
  end: number;
}
