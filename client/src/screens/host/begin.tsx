// Starting a workshop inside a meeting: the same questions as on the first page.
import { meeting, start } from "../../hosts/meeting.ts";
import { NewWorkshop } from "../start/new-workshop.tsx";
import "../../style/start.css";

export default function Begin() {
  const now = meeting.value;
  return <NewWorkshop make={start} free={now.kind === "waiting" && now.admitted.may_start} />;
}
