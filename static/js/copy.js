// Copies the text of the field that the button names and says so; without it the field can be selected by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
    }
    button.nextElementSibling.textContent = button.dataset.done;
  });
}
