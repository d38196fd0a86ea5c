import { expect, test, vi } from "vitest";
import { vector } from "../../testing/signer.ts";
import { web } from "./blinding-web.ts";

/** The device's randomness gives these, in turn. */
function drawing(...values: Uint8Array[]): void {
  vi.spyOn(crypto, "getRandomValues").mockImplementation((into) => {
    (into as unknown as Uint8Array).set(values.shift() ?? []);
    return into;
  });
}

test("it blinds and unblinds as RFC 9474 does, appendix A", async () => {
  const { bytes, key, mask } = await vector();
  drawing(bytes("msg_prefix"), bytes("salt"), mask);
  const prepared = web.prepare(bytes("msg"));
  expect(prepared).toEqual(bytes("input_msg"));
  const { request, inverse } = await web.blind(key, prepared);
  expect(request).toEqual(bytes("blinded_msg"));
  expect(inverse).toEqual(bytes("inv"));
  expect(await web.finish(key, prepared, bytes("blind_sig"), inverse)).toEqual(bytes("sig"));
});

test("an answer that is no signature is not taken", async () => {
  const { bytes, key } = await vector();
  const wrong = bytes("blind_sig");
  wrong[9] = (wrong[9] ?? 0) ^ 1;
  for (const answer of [wrong, new Uint8Array(512), bytes("blind_sig").subarray(1)]) {
    await expect(web.finish(key, bytes("input_msg"), answer, bytes("inv"))).rejects.toThrow();
  }
});
