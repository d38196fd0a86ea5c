/** Whose page this is, and the way to the start. */
export function Brand() {
  return (
    <a class="brand" href="/">
      <img src="/static/icon.svg" alt="" width="28" height="28" />
      Folkmoot
    </a>
  );
}
