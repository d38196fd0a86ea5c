// One line on what it means when this device keeps things for a short time only.

import { keeping } from "../own/kept.ts";
import { Notice } from "../parts/notice.tsx";
import { t } from "../words/words.ts";

/** Says it when storage is refused or only the tab keeps things; otherwise nothing. */
export function Storage() {
  if (keeping.value === "device") return null;
  return <Notice kind={keeping.value === "page" ? "warn" : "quiet"}>{t(`storage.${keeping.value}`)}</Notice>;
}
