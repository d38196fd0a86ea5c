// Watches a page: when each frame was due, and what the camera was; and how long each key took.
// `frames`: [when it was due, when its callbacks ran, camera]. `keys`: milliseconds from the key to the paint after it.
// What a frame cost stands in the browser's own trace.
(() => {
  const watch = { on: false, frames: [], keys: [], camera: () => "" };
  window.watch = watch;
  const loop = (due) => {
    if (watch.on) {
      watch.frames.push([due, performance.now(), watch.camera()]);
    }
    requestAnimationFrame(loop);
  };
  requestAnimationFrame(loop);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.name === "keydown") watch.keys.push(one.duration);
  }).observe({ type: "event", durationThreshold: 16 });
})();
