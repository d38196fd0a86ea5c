import { useState } from "preact/hooks";
import type { Reply } from "../../asking.ts";
import { Notice } from "../../parts/notice.tsx";

interface Acting {
  /** True from the press until the answer. */
  busy: boolean;
  /** Waits for the answer and keeps its sentence when it was no. */
  act: (answer: Promise<Reply>) => Promise<Reply>;
  /** The sentence, where there is one. */
  problem: string;
}

/** Asking for something from a button: one at a time, and a refusal is said where it was asked. */
export function useActing(): Acting {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  async function act(answer: Promise<Reply>): Promise<Reply> {
    setBusy(true);
    setProblem("");
    const said = await answer;
    setBusy(false);
    if (said.status !== "ok") setProblem(said.say);
    return said;
  }
  return { busy, act, problem };
}

/** The sentence of the last refusal. */
export function Problem({ say }: { say: string }) {
  return say === "" ? null : <Notice kind="warn">{say}</Notice>;
}
