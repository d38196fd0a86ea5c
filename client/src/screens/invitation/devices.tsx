import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { TwoStep } from "../../parts/two-step.tsx";
import type { Device } from "../../protocol.gen.ts";
import { session } from "../../workshop.ts";
import { Problem, useActing } from "../desk/acting.tsx";
import { t } from "../desk/words.ts";

/** The devices that hold the right to lead; each can be signed out. */
export function Devices() {
  const { act, busy, problem } = useActing();
  const [devices, setDevices] = useState<readonly Device[] | null>(null);

  // A co-facilitator does not sign out the person who opened the workshop.
  const may = (device: Device) => device.cofacilitator || !session.value?.cofacilitator;

  async function look() {
    const answer = await act(ask("ListDevices", {}));
    if (answer.status === "ok") setDevices(answer.data?.devices as readonly Device[]);
  }

  async function signOut(device: string) {
    const answer = await act(ask("SignOut", { device }));
    if (answer.status === "ok") await look();
  }

  return (
    <section class="panel stack no-print" aria-labelledby="devices-title">
      <h2 id="devices-title">{t("invite.devices")}</h2>
      {devices === null && (
        <div class="row">
          <Button disabled={busy} onClick={() => void look()}>
            {t("invite.devicesLook")}
          </Button>
        </div>
      )}
      {devices !== null && (
        <ul class="plain-list people">
          {devices.map((device) => (
            <li key={device.id}>
              <span class="person">{device.label || t("invite.noLabel")}</span>
              {device.this && <span class="tag">{t("invite.thisDevice")}</span>}
              {device.here && !device.this && <span class="tag">{t("invite.open")}</span>}
              {!device.this && may(device) && (
                <TwoStep
                  kind="quiet"
                  label={t("invite.signOut")}
                  confirm={t("invite.signOutYes")}
                  cancel={t("invite.signOutNo")}
                  onConfirm={() => void signOut(device.id)}
                >
                  <p>{t("invite.signOutSure")}</p>
                </TwoStep>
              )}
            </li>
          ))}
        </ul>
      )}
      <Problem say={problem} />
    </section>
  );
}
