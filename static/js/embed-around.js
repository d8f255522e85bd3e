// For a page that shows our stories: gives each frame the height that its story asks for, and does nothing else.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${home}/`));
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== home || data?.astr !== "height" || !(data.height > 0)) return;
    for (const frame of frames()) {
      if (frame.contentWindow === source) frame.height = Math.min(data.height, 10_000);
    }
  });
  for (const frame of frames()) frame.contentWindow?.postMessage({ astr: "ask" }, home);
})();
