import { useEffect } from "preact/hooks";
import { t } from "../words/words.ts";

/** Gives the page its title: what it shows, then the product. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? t("app.title") : `${title} – ${t("app.title")}`;
  }, [title]);
}
