const seen = new WeakSet<Element>();

/** Lets the keyboard scroll a table that is wider than its frame, and pass by one that is not. */
export function keepFramesReachable(root: ParentNode): void {
  const frames = new ResizeObserver((entries) => entries.forEach(({ target }) => setReach(target)));
  for (const frame of root.querySelectorAll(".table-frame")) {
    if (seen.has(frame)) continue;
    seen.add(frame);
    frames.observe(frame);
  }
}

function setReach(frame: Element): void {
  if (frame.scrollWidth > frame.clientWidth) frame.setAttribute("tabindex", "0");
  else frame.removeAttribute("tabindex");
}
