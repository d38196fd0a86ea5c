import { render } from "preact";
import { App } from "./app.tsx";
import { layDown } from "./fetched.ts";
import { followLanguage } from "./own/language.ts";
import { followHistory } from "./routes.ts";
import "./style/index.css";
import "./screens/screens.css";

layDown();
const place = document.getElementById("app");
if (place !== null) {
  followHistory();
  // Nobody is shown a page in one language that turns into another.
  void followLanguage().then(() => render(<App />, place));
}
