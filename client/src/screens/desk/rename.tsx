import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { TextArea } from "../../parts/field.tsx";
import { LIMITS } from "../../protocol.gen.ts";
import { workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { t } from "./words.ts";

/** The workshop's question, to be put better. */
export function Rename() {
  const { act, busy, problem } = useActing();
  const saved = workshop.value?.title ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? saved;

  async function save() {
    const version = workshop.peek()?.title_version ?? 0;
    const answer = await act(ask("RenameWorkshop", { title: title.trim(), version }));
    if (answer.status === "ok") setTyped(null);
  }

  return (
    <div class="stack stack-s">
      <TextArea
        label={t("desk.rename")}
        value={title}
        maxLength={LIMITS.RenameWorkshop.title.most}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {title.trim() !== saved && (
        <Button disabled={busy || title.trim() === ""} onClick={() => void save()}>
          {t("desk.renameSave")}
        </Button>
      )}
      <Problem say={problem} />
    </div>
  );
}
