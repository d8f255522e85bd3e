/* Asks before a form with unsaved words is left. Windows of the CMS ask by themselves. */
(() => {
  let unsaved = false;
  const note = ({ target }) => {
    if (target.form?.method === "post" && !target.closest(".actions")) unsaved = true;
  };
  addEventListener("input", note);
  addEventListener("change", note);
  // The CMS announces some submissions by an event that does not bubble.
  addEventListener("submit", () => { unsaved = false; }, true);
  addEventListener("beforeunload", (event) => {
    if (unsaved && !document.body.classList.contains("cms-admin-modal")) event.preventDefault();
  });
})();
