// The menu of small screens closes on Escape and when focus leaves it; without this it opens and closes as any disclosure.
const menu = document.querySelector("[data-menu]");

menu?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

menu?.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
