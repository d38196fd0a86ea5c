import { ask } from "../asking.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import type { GroupEntry } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { SharedField } from "./shared-field.tsx";

/** Naming a group, behind one tap; its name is shared by everybody. */
export function GroupName({ group }: { group: GroupEntry }) {
  return (
    <Disclosure summary={t("group.rename")}>
      <SharedField
        label={t("group.name")}
        hint={t("group.new_hint")}
        place={`group:${group.id}`}
        value={group.name}
        version={group.version}
        maxLength={200}
        required
        save={(name, version) => ask("RenameGroup", { id: group.id, name, version })}
      />
    </Disclosure>
  );
}
