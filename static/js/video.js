// Starts a video by the bar under its poster; without this the site's own videos show the browser's controls, and the
// link to another company's video opens it there.
for (const box of document.querySelectorAll("[data-embed]")) {
  const [button, link] = box.querySelectorAll(".facade__b, [data-start]");
  if (!box.dataset.embed) continue;
  link.hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = box.dataset.embed;
    frame.title = box.dataset.title;
    frame.className = "player";
    frame.allow = "autoplay; encrypted-media; picture-in-picture; fullscreen";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    // Where words stand beside the poster they stay; only the poster and the button go.
    (box.querySelector("[data-spot]") ?? box).replaceWith(frame);
    button.remove();
    frame.focus();
  });
}

for (const box of document.querySelectorAll("[data-player]")) {
  const video = box.querySelector("video");
  video.controls = false;
  // A copy could not be called back when the person withdraws.
  video.controlsList?.add("nodownload");
  box.querySelector("[data-play]").addEventListener("click", (event) => {
    event.currentTarget.remove();
    video.controls = true;
    video.focus();
    video.play();
  });
  // An address in a bucket holds for a minute only; asking the site again goes on where the video stopped.
  let asked = 0;
  video.querySelector("source").addEventListener("error", () => video.dispatchEvent(new Event("error")));
  video.addEventListener("error", () => {
    const place = video.currentTime;
    if (!place || asked++ > 3) return;
    video.load();
    video.currentTime = place;
    video.play();
  });
}
