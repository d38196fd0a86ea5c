// What a device is called in the list of those that can lead: its browser and its system, and no more.

/** For example "Firefox, Android"; `agent`: as the browser calls itself. */
export function deviceLabel(agent = navigator.userAgent): string {
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? "";
  const system = /Android|iPhone|iPad|Windows|Mac|Linux/.exec(agent)?.[0] ?? "";
  return [browser.replace("Edg", "Edge").replace("OPR", "Opera"), system].filter(Boolean).join(", ").slice(0, 60);
}
