import { render } from "preact";
import { App } from "./app.tsx";
import { followHistory } from "./routes.ts";
import "./style/index.css";
import "./screens/screens.css";

const place = document.getElementById("app");
if (place !== null) {
  followHistory();
  render(<App />, place);
}
