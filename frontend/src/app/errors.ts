/** Moves the focus to the list of what is wrong, so that nobody has to look for it. */
export function focusErrorSummary(root: ParentNode): void {
  const summary = root.querySelector<HTMLElement>('[data-module="govuk-error-summary"]');
  if (summary === null) return;
  summary.tabIndex = -1;
  summary.focus();
}
