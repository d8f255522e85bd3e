/* Gives the rich-text editor the name of its field, which it does not take over by itself. */
(() => {
  const name = () => {
    for (const editor of document.querySelectorAll("[role=textbox]:not([aria-label])")) {
      const label = editor.closest(".form-row")?.querySelector("label, .cms-label");
      if (label) editor.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
    }
  };
  new MutationObserver(name).observe(document, { childList: true, subtree: true });
  name();
})();
