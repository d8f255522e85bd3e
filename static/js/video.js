// Starts a video by the bar under its poster; without this the site's own videos show the browser's controls, and the
// link to another company's video opens it there.
function player(address) {
  const url = new URL(address);
  const youtube = url.hostname.endsWith("youtu.be") ? url.pathname.slice(1) : url.searchParams.get("v");
  if (youtube) return `https://www.youtube-nocookie.com/embed/${encodeURIComponent(youtube)}?cc_load_policy=1`;
  const vimeo = url.pathname.match(/\d+/);
  return vimeo ? `https://player.vimeo.com/video/${vimeo[0]}?dnt=1` : null;
}

for (const link of document.querySelectorAll("[data-video]")) {
  link.addEventListener("click", (event) => {
    const source = player(link.href);
    if (!source) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = source;
    frame.title = link.dataset.title;
    frame.className = "player";
    frame.allow = "encrypted-media; picture-in-picture; fullscreen";
    link.replaceWith(frame);
    frame.focus();
  });
}

for (const box of document.querySelectorAll("[data-player]")) {
  const video = box.querySelector("video");
  video.controls = false;
  box.querySelector("[data-play]").addEventListener("click", (event) => {
    event.currentTarget.remove();
    video.controls = true;
    video.focus();
    video.play();
  });
}
