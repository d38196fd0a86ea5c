import { expect, test } from "vitest";
import { closeDevice, openDevice, saved, writing } from "./kept.ts";
import { caughtUp, ownSeat, screenPass } from "./seat.ts";

test("the same link comes back to the same seat, also in a tab that only reads", async () => {
  await openDevice("one", true);
  writing.value = false;
  ownSeat.value = { seat: "s", token: "t", role: "participant", name: "Ana" };
  screenPass.value = { token: "screen" };
  caughtUp.value = true;
  await saved();
  closeDevice();
  writing.value = true;
  expect(ownSeat.value).toBeNull();
  await openDevice("one", true);
  expect(ownSeat.value?.name).toBe("Ana");
  expect(screenPass.value?.token).toBe("screen");
  expect(caughtUp.value).toBe(false);
  closeDevice();
});
