// Small improvements to pages that already work: focus goes to the list of errors, and a table
// frame takes part in the tab order only where it scrolls.
import "../styles/app.scss";
import { keepFramesReachable } from "./tables";
import { focusErrorSummary } from "./errors";

function improve(root: ParentNode): void {
  keepFramesReachable(root);
  focusErrorSummary(root);
}

improve(document);
document.addEventListener("htmx:load", (event) => improve(event.target as Element));
