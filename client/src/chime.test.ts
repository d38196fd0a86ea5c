import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("two notes are played one after the other, softly", async () => {
  const starts: number[] = [];
  const loud: number[] = [];
  const ramp = (to: number) => loud.push(to);
  const gain = { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp };
  const node = { connect: (to: unknown) => to };
  class Sound {
    currentTime = 5;
    destination = {};
    resume = async () => {};
    createGain = () => ({ ...node, gain });
    createOscillator = () => ({ ...node, frequency: {}, start: (at: number) => starts.push(at), stop: () => {} });
  }
  vi.stubGlobal("AudioContext", Sound);
  const { chime } = await import("./chime.ts");
  chime();
  expect(starts).toHaveLength(2);
  expect(starts[1]).toBeGreaterThan(starts[0] as number);
  expect(Math.max(...loud)).toBeLessThan(0.2);
});

test("where a browser has no sound nothing goes wrong", async () => {
  vi.stubGlobal("AudioContext", undefined);
  const { chime } = await import("./chime.ts");
  expect(chime()).toBeUndefined();
});
