interface QrProps {
  /** Where the server draws it. */
  src: string;
  /** What it leads to, for those who cannot see it. */
  label: string;
}

/** A code to point a phone at; dark on white in every colour scheme. */
export function Qr({ src, label }: QrProps) {
  return (
    <div class="qr">
      <img src={src} alt={label} width="200" height="200" />
    </div>
  );
}
