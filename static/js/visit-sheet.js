// Saves, keeps and erases a visit sheet, on the reader's own device alone: nothing here can send anything.
const KEY = "visit-sheet";

for (const sheet of document.querySelectorAll("[data-visit-sheet]")) {
  const boxes = [...sheet.querySelectorAll("input[type=checkbox]")];
  const own = sheet.querySelector("textarea");
  const question = (box) => box.closest("label").innerText.trim();
  const ticked = () => boxes.filter((box) => box.checked).map(question);

  const fill = (kept) => {
    for (const box of boxes) box.checked = kept.ticked.includes(question(box));
    own.value = kept.own;
  };

  // Where a browser forbids storage, or holds something that is not ours, the sheet works without.
  const stored = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      return null;
    }
  };

  const acts = {
    save() {
      const lines = [...ticked(), ...own.value.split("\n")].map((line) => line.trim()).filter(Boolean);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([lines.join("\n\n") + "\n"], { type: "text/plain" }));
      link.download = `${document.querySelector("h1").innerText}.txt`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    keep: () => stored((store) => store.setItem(KEY, JSON.stringify({ ticked: ticked(), own: own.value }))),
    erase() {
      stored((store) => store.removeItem(KEY));
      fill({ ticked: [], own: "" });
    },
  };

  for (const button of sheet.querySelectorAll("[data-sheet]")) {
    button.addEventListener("click", () => {
      const failed = acts[button.dataset.sheet]() === null;
      sheet.querySelector("output").textContent = (failed ? button.dataset.failed : button.dataset.said) ?? "";
    });
  }
  sheet.querySelector("[data-scripted]").hidden = false;
  const kept = stored((store) => JSON.parse(store.getItem(KEY)));
  if (kept) fill(kept);
}
