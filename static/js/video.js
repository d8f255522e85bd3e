// Plays another company's video in the page after the labelled click; without this the link opens the video there.
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
