// Shows how far an upload is, and stops one that is too large before it starts; without this the form is sent as any other.
const form = document.querySelector("[data-video-limit]")?.closest("form");

function answer(request) {
  history.replaceState(null, "", request.responseURL);
  document.open();
  document.write(request.responseText);
  document.close();
}

function send(submitter) {
  const request = new XMLHttpRequest();
  const place = form.querySelector("[data-upload]");
  const bar = place.querySelector("progress");
  place.hidden = false;
  place.scrollIntoView({ block: "center" });
  request.upload.addEventListener("progress", (event) => {
    bar.max = event.total;
    bar.value = event.loaded;
    place.querySelector("output").textContent = `${Math.round((100 * event.loaded) / event.total)} %`;
  });
  request.addEventListener("load", () => answer(request));
  // The line broke: everything is still in the form, so that it can be sent again.
  request.addEventListener("error", () => {
    place.querySelector("output").textContent = place.dataset.failed;
    bar.removeAttribute("value");
  });
  request.open("POST", form.action);
  request.send(new FormData(form, submitter));
}

form?.addEventListener("submit", (event) => {
  const file = form.querySelector("#id_video")?.files?.[0];
  if (!file) return;
  event.preventDefault();
  const limit = form.querySelector("[data-video-limit]");
  if (file.size > Number(limit.dataset.videoLimit)) {
    limit.hidden = false;
    limit.focus();
    limit.scrollIntoView({ block: "center" });
    return;
  }
  send(event.submitter);
});
