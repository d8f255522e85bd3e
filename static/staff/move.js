/* Moves a block on the structure board by keyboard: a button on each block opens the places that it can go to.
   The server names the places (astr_site/blocks/moving.py); the CMS redraws the board as after a drag. */
(() => {
  const menu = document.createElement("div");
  menu.className = "block-moves";
  menu.popover = "auto";
  menu.setAttribute("role", "menu");
  // The CMS has shortcuts on single keys; what is pressed here is meant for the menu.
  menu.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items = [...menu.children];
    items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  });

  const say = (message) => CMS.API.Messages.open({ message, error: true });
  const key = (block) => block.className.match(/cms-draggable-(\d+)/)[1];

  async function open(block, address) {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok) return say(await answer.text());
    const { name, choices } = await answer.json();
    menu.setAttribute("aria-label", name);
    menu.replaceChildren(...choices.map(({ where, label }) => {
      const item = document.createElement("button");
      item.type = "button";
      item.setAttribute("role", "menuitem");
      item.textContent = label;
      item.addEventListener("click", () => move(key(block), address, where));
      return item;
    }));
    document.body.append(menu);
    menu.showPopover();
    menu.firstElementChild?.focus();
  }

  async function move(plugin, address, where) {
    menu.hidePopover();
    const body = new URLSearchParams({ where, csrfmiddlewaretoken: CMS.config.csrf });
    const answer = await fetch(`${address}?cms_path=${encodeURIComponent(location.pathname)}`, { method: "POST", body });
    if (!answer.ok) return say(await answer.text());
    sessionStorage.setItem("moved", plugin);
    location.reload();
  }

  // The CMS folds the board only once the page has loaded.
  const afterLoading = (step) => {
    if (document.readyState === "complete") setTimeout(step, 100);
    else addEventListener("load", () => setTimeout(step, 100));
  };

  function reveal(block) {
    for (let outer = block.parentElement; outer; outer = outer.parentElement) {
      if (!outer.matches(".cms-collapsable-container")) continue;
      outer.classList.remove("cms-hidden");
      outer.previousElementSibling?.classList.add("cms-dragitem-expanded");
    }
  }

  function equip(item) {
    const link = item.querySelector(":scope a[data-rel=move]");
    if (!link || item.querySelector(":scope > .block-move")) return;
    const block = item.closest(".cms-draggable");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "block-move";
    button.textContent = "⇅";
    button.title = link.textContent;
    button.setAttribute("aria-label", `${link.textContent} ${item.querySelector(".cms-dragitem-text").textContent.trim()}`);
    for (const kind of ["keydown", "keyup", "pointerdown"]) button.addEventListener(kind, (event) => event.stopPropagation());
    for (const part of [button, link]) {
      part.addEventListener("click", (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        open(block, link.href);
      }, true);
    }
    item.querySelector(".cms-submenu-settings").after(button);
    if (sessionStorage.getItem("moved") === key(block)) {
      sessionStorage.removeItem("moved");
      afterLoading(() => {
        reveal(block);
        button.focus();
      });
    }
  }

  const look = () => document.querySelectorAll(".cms-structure .cms-dragitem").forEach(equip);
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
})();
