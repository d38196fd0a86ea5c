// The way to the page "Who can see what", wherever people write or vote.
import { t } from "../words/words.ts";

/** A link to the page; beside this one, so that nothing is left. In a frame of another site there is no beside. */
export function SeenLink() {
  const framed = window.top !== window.self;
  return (
    <p class="small">
      <a href="/who-can-see" target={framed ? undefined : "_blank"}>
        {t("seen.link")}
      </a>
    </p>
  );
}
