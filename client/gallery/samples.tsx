// What stands on the page of parts: by file of `src/parts/`, each state with believable words.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Bars } from "../src/parts/bars.tsx";
import { Brand } from "../src/parts/brand.tsx";
import { Button, IconButton, LinkButton } from "../src/parts/button.tsx";
import { CardView } from "../src/parts/card.tsx";
import { Choice, Choices } from "../src/parts/choice.tsx";
import { ClockFace } from "../src/parts/clock-face.tsx";
import { CopyField } from "../src/parts/copy.tsx";
import { Dialog } from "../src/parts/dialog.tsx";
import { Disclosure } from "../src/parts/disclosure.tsx";
import { EmptyState } from "../src/parts/empty.tsx";
import { Field, TextArea } from "../src/parts/field.tsx";
import { HatBadge } from "../src/parts/hat.tsx";
import {
  Chevron,
  Copy,
  Cross,
  HAT_DRAWINGS,
  type HatName,
  Info,
  Pause,
  People,
  Play,
  Stop,
  Tick,
  Warning,
} from "../src/parts/icons.tsx";
import { LanguageChoice } from "../src/parts/language.tsx";
import { Notice } from "../src/parts/notice.tsx";
import { OutlineSection } from "../src/parts/outline.tsx";
import { Qr } from "../src/parts/qr.tsx";
import { QrDrawn } from "../src/parts/qr-drawn.tsx";
import { RunSheet, type Step } from "../src/parts/run-sheet.tsx";
import { Timer } from "../src/parts/timer.tsx";
import { TwoStep } from "../src/parts/two-step.tsx";

const nothing = () => {};
const DRAWINGS = { Chevron, Copy, Cross, Info, Pause, People, Play, Stop, Tick, Warning };

function OpenDialog() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Move to…</Button>
      <Dialog open={open} title="Move to…" onClose={() => setOpen(false)}>
        <Button wide>Ways to get about</Button>
      </Dialog>
    </>
  );
}

const LONG =
  "A lunch club in the old ticket hall, twice a week, with lifts from the estate for those who cannot walk so far";
const HATS = Object.keys(HAT_DRAWINGS) as HatName[];

const STEPS: readonly Step[] = [
  { title: "Hello", hat: "blue", minutes: "4 min", state: "done", say: "done" },
  { title: "Ideas", hat: "green", note: "Write on your own", minutes: "8 min", state: "now", say: "now" },
  { title: "What worries us", hat: "black", minutes: "7 min", state: "next", say: "to come" },
];

const ROWS = [
  { id: "1", label: LONG, say: "9 dots from 5 people", share: 1, tag: "on the short list" },
  { id: "2", label: "Benches with a view", say: "4 dots from 3 people", share: 0.44 },
  { id: "3", label: "Tea", say: "no dots", share: 0 },
];

/** Every part of `src/parts/` by the name of its file, and its states. */
export const SAMPLES: Readonly<Record<string, Readonly<Record<string, ComponentChildren>>>> = {
  bars: { "a result": <Bars rows={ROWS} label="Dots for each idea" /> },
  brand: { "the way to the start": <Brand /> },
  button: {
    kinds: (
      <div class="row">
        <Button>Pause</Button>
        <Button kind="main">Add an idea</Button>
        <Button kind="quiet">Undo</Button>
        <Button kind="danger">Delete now</Button>
        <LinkButton href="#top">Go to the plan</LinkButton>
        <IconButton label="Close" onClick={nothing}>
          <Cross />
        </IconButton>
      </div>
    ),
    "not now": (
      <div class="row">
        <Button disabled>Pause</Button>
        <Button kind="main" disabled>
          Add an idea
        </Button>
        <Button aria-pressed={true}>✓ I'm done</Button>
      </div>
    ),
    "big and wide": (
      <Button kind="main" big wide>
        Join
      </Button>
    ),
  },
  card: {
    "each hat": (
      <div class="stack stack-s">
        {HATS.map((hat) => (
          <CardView key={hat} hat={hat} text={LONG} />
        ))}
      </div>
    ),
    "signed, later, hidden, new": (
      <div class="stack stack-s">
        <CardView hat="green" text="Benches with a view" tags={["signed: Ana", "round 2"]} />
        <CardView hat="green" text="Tea" tags={["later"]} fresh />
        <CardView hat="black" text="Hidden by the facilitator: it names a person." hidden />
        <CardView hat="yellow" text="With something to do">
          <Button kind="quiet">Change</Button>
        </CardView>
      </div>
    ),
  },
  choice: {
    "one of several": (
      <Choices legend="How long may it take?">
        <Choice type="radio" name="long" label="20 minutes" hint="Hello, ideas, a vote" checked onChange={nothing} />
        <Choice type="radio" name="long" label="An hour" checked={false} onChange={nothing} />
        <Choice type="radio" name="long" label="A day" checked={false} disabled onChange={nothing} />
      </Choices>
    ),
    "any of several": (
      <Choices legend="Which belong together?">
        <Choice type="checkbox" name="card" label={LONG} checked onChange={nothing} />
        <Choice type="checkbox" name="card" label="Tea" checked={false} onChange={nothing} />
      </Choices>
    ),
  },
  "clock-face": { "as it runs in a workshop": <ClockFace /> },
  copy: {
    "one line": <CopyField label="Link" value="https://board.example.org/w/7d3f" hint="Anybody with it can join." />,
    "several lines": <CopyField label="Invitation" long value={"Come to our workshop.\nWe begin at ten."} />,
  },
  dialog: { "one tap away": <OpenDialog /> },
  disclosure: {
    closed: <Disclosure summary="More about this step">Everybody writes on their own.</Disclosure>,
    open: (
      <Disclosure summary="More about this step" open>
        Everybody writes on their own.
      </Disclosure>
    ),
  },
  empty: {
    "nothing yet": (
      <EmptyState say="Nothing here yet." example="“Benches with a view, so that people stop and talk”">
        <Button kind="main">Add an idea</Button>
      </EmptyState>
    ),
  },
  field: {
    "one line": <Field label="Your name" hint="Only if you like." value="" onInput={nothing} />,
    "with an error": <Field label="Code" error="We found no workshop with this code." value="ABCD" onInput={nothing} />,
    "not now": <Field label="Your name" value="Ana" disabled onInput={nothing} />,
    "a date": <Field label="Until when" type="date" value="2026-12-01" onInput={nothing} />,
    "several lines": <TextArea label="Your idea" value={LONG} maxLength={120} onInput={nothing} />,
  },
  hat: {
    "each of them": (
      <div class="row">
        {HATS.map((hat) => (
          <HatBadge key={hat} hat={hat} label={hat} />
        ))}
      </div>
    ),
    big: <HatBadge hat="green" label="Ideas" size="big" />,
  },
  icons: {
    all: (
      <div class="row">
        {Object.entries(DRAWINGS).map(([name, Drawing]) => (
          <IconButton key={name} label={name} onClick={nothing}>
            <Drawing />
          </IconButton>
        ))}
      </div>
    ),
  },
  language: { "all languages, by the names that their speakers know": <LanguageChoice /> },
  notice: {
    "each kind": (
      <div class="stack stack-s">
        <Notice title="Your words are kept on this device." />
        <Notice kind="good" title="Saved." />
        <Notice kind="warn" title="Only three people are here">
          In small groups others may guess who wrote what.
        </Notice>
        <Notice kind="stop" title="Saving is paused">
          Nothing is lost. It goes on by itself.
        </Notice>
      </div>
    ),
  },
  outline: {
    "a heading and its list": (
      <OutlineSection title="Ideas" beside={<span class="muted small">2 ideas</span>}>
        <li>
          <CardView hat="green" text="Tea" />
        </li>
        <li>
          <CardView hat="green" text={LONG} />
        </li>
      </OutlineSection>
    ),
  },
  qr: { "a code to point a phone at": <Qr src="/static/icon.svg" label="Code for the link of this workshop" /> },
  "qr-drawn": { "drawn on the device": <QrDrawn text="https://board.example.org/move#k" label="Code to move here" /> },
  "run-sheet": { "done, now, to come": <RunSheet steps={STEPS} label="Steps" /> },
  timer: {
    running: <Timer seconds={245} of={480} say="4 minutes 5 seconds left" />,
    stopped: <Timer seconds={245} say="4 minutes 5 seconds left, stopped" mark="stopped" />,
    "time is up": <Timer seconds={0} of={480} say="Time is up" mark="time is up" size="big" />,
    huge: <Timer seconds={3720} of={4000} say="1 hour 2 minutes left" size="huge" />,
  },
  "two-step": {
    "before the first press": (
      <TwoStep label="Leave" confirm="Leave now" cancel="Stay" onConfirm={nothing} kind="danger">
        <p>Your place stays free.</p>
      </TwoStep>
    ),
  },
};
