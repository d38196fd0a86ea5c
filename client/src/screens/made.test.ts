import { expect, test } from "vitest";
import { made } from "./made.ts";

test("the keys of a new workshop are held by the page only, and by nothing that outlives it", () => {
  const recovery_code = "7QX2-MK4D-0RTA-93PE";
  made.value = { workshop: "1", facilitator_link: "/f/1#key", link: "/w/1", join_code: "K7QM-3XRD", recovery_code };
  const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]);
  expect(made.value.recovery_code).toBe(recovery_code);
  expect(kept).not.toContain(recovery_code);
});
