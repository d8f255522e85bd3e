// In a story on another website: tells the page round it how tall it is, and lets go of a story that may not be shown
// any more, also while it is on the screen.
const tell = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ astr: "height", height }, "*");
};
new ResizeObserver(tell).observe(document.body);
addEventListener("message", ({ data }) => data?.astr === "ask" && tell());

const ask = async () => {
  try {
    const { status } = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if (status === 410) location.reload();
  } catch {
    // Without a connection there is nothing to learn.
  }
};
if (document.querySelector(".embed")) {
  setInterval(ask, 60_000);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  for (const video of document.querySelectorAll("video")) {
    video.addEventListener("play", ask);
    video.addEventListener("error", ask, true);
  }
}
