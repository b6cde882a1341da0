// One stream of events for all pages of a browser, which has six connections to a server and no
// more. It carries every language that a page asked for.
"use strict";

const TRY_AGAIN = 2000; // milliseconds until a stream that was refused is asked for again
const token = self.name.split(" ")[2] ?? "";
const pages = new Map(); // the port of each page, and its language
const states = new Map(); // the last state in each language, and when it was told
let beat = null; // the last sign of life, and when it was given
let source = null; // the stream that is heard
let coming = null; // one in more languages, until it is heard
let waiting = 0;

const age = (kept) => performance.now() - kept.at;

function tell(kind, kept, language) {
  for (const [port, its] of pages) {
    if (!language || its === language) port.postMessage({ kind, told: kept.told, age: age(kept) });
  }
}

function languages() {
  return [...new Set(pages.values())].sort().join(",");
}

function open() {
  clearTimeout(waiting);
  coming?.close();
  const asked = new URLSearchParams({ lang: languages() });
  if (token) asked.set("token", token);
  const stream = new EventSource(`/api/events?${asked}`);
  coming = stream;
  const hear = (event) => {
    if (coming === stream) {
      source?.close();
      source = stream;
      coming = null;
    }
    return { told: JSON.parse(event.data), at: performance.now() };
  };
  stream.addEventListener("live", (event) => {
    const kept = hear(event);
    states.set(kept.told.language, kept);
    tell("live", kept, kept.told.language);
  });
  stream.addEventListener("beat", (event) => {
    beat = hear(event);
    tell("beat", beat);
  });
  stream.addEventListener("error", () => {
    // A browser tries again by itself, unless it was answered with a refusal.
    if (stream.readyState === EventSource.CLOSED) waiting = setTimeout(open, TRY_AGAIN);
  });
}

function join(port, language) {
  const before = languages();
  pages.set(port, language);
  const kept = states.get(language);
  if (kept) port.postMessage({ kind: "live", told: kept.told, age: age(kept) });
  if (kept && beat) port.postMessage({ kind: "beat", told: beat.told, age: age(beat) });
  if (!before.split(",").includes(language)) open();
}

addEventListener("connect", (event) => {
  const [port] = event.ports;
  port.onmessage = ({ data }) => {
    if (data.language) join(port, data.language);
    else pages.delete(port);
  };
});
