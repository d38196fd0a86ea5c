import { beforeAll, expect, test, vi } from "vitest";
import { aSigner } from "../../testing/signer.ts";
import { BrokenAnswer, blinded, finished } from "./blinding.ts";

let signer: Awaited<ReturnType<typeof aSigner>>;
beforeAll(async () => {
  signer = await aSigner();
});

/** A page that came over plain http: its browser keeps its cryptography back. */
function withoutEncryption(): void {
  vi.spyOn(crypto, "subtle", "get").mockReturnValue(undefined as unknown as SubtleCrypto);
}

for (const way of ["encrypted", "plain"] as const) {
  test(`on a page that came ${way}, the server signs what it cannot know again`, async () => {
    const subtle = crypto.subtle;
    if (way === "plain") withoutEncryption();
    const one = await blinded(signer.pem, "message");
    const other = await blinded(signer.pem, "message");
    expect(one.request).toMatch(/^[0-9a-f]{512}$/);
    expect(one.prefix).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([one.request, other.request, one.inverse, other.inverse, one.prefix, other.prefix]).size).toBe(6);
    const sig = await finished(signer.pem, "message", one.prefix, one.inverse, signer.sign(one.request));
    expect(sig).toMatch(/^[\w-]{342}$/);
    vi.restoreAllMocks();
    expect(crypto.subtle).toBe(subtle);
    expect(await signer.holds(one.prefix, "message", sig)).toBe(true);
    expect(await signer.holds(one.prefix, "another", sig)).toBe(false);
  });

  test(`on a page that came ${way}, a wrong answer is told from a right one`, async () => {
    if (way === "plain") withoutEncryption();
    const { prefix, request, inverse } = await blinded(signer.pem, "message");
    for (const wrong of [request, signer.sign(request.replace(/.$/, "7").replace(/^./, "1")), "00", ""]) {
      await expect(finished(signer.pem, "message", prefix, inverse, wrong)).rejects.toThrow(BrokenAnswer);
    }
  });
}
