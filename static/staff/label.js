/* Names what the admin and the rich-text editor leave without a name of its own. */
(() => {
  const NAMELESS = "[role=textbox]:not([aria-label]), .datetime input:not([aria-label])";
  const label = (part) => part.closest(".form-row")?.querySelector("label, legend, .cms-label");
  const words = (node) => node?.textContent.trim().replace(/:$/, "") ?? "";

  const name = () => {
    for (const part of document.querySelectorAll(NAMELESS)) {
      if (!label(part)) continue;
      // A moment is a date and a time, each with a word of its own before it.
      const own = part.matches("input") ? words(part.previousSibling) : "";
      part.setAttribute("aria-label", `${words(label(part))} ${own}`.trim());
    }
    // What is looked up names itself by what was chosen, which is nothing at first.
    for (const part of document.querySelectorAll(".select2-selection:not([data-named])")) {
      if (!label(part)) continue;
      label(part).id ||= `label-of-${part.getAttribute("aria-labelledby")}`;
      part.dataset.named = "";
      part.setAttribute("aria-labelledby", `${label(part).id} ${part.getAttribute("aria-labelledby")}`);
    }
  };
  new MutationObserver(name).observe(document, { childList: true, subtree: true });
  name();
})();
