// Two soft notes at the end of a step, for those who want to hear it; made here, so nothing is loaded.

const NOTES = [659.25, 523.25]; // E5, C5: falling, as something that ends
const NOTE_S = 0.45;
const LOUD = 0.12;

let context: AudioContext | null = null;

/** Plays the two notes. Browsers only allow it once somebody has touched the page: until then it stays silent. */
export function chime(): void {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  const on = context;
  void on.resume();
  NOTES.forEach((pitch, place) => {
    const start = on.currentTime + place * NOTE_S * 0.7;
    const volume = on.createGain();
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUD, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + NOTE_S);
    const note = on.createOscillator();
    note.frequency.value = pitch;
    note.connect(volume).connect(on.destination);
    note.start(start);
    note.stop(start + NOTE_S);
  });
}
