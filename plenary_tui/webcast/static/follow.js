// Brings what the server tells to a page: through the one stream that all pages of a browser share,
// else through one of its own; and while none is heard, by asking.
"use strict";

const SPEAKS_WITHIN = 2000; // milliseconds in which a stream is heard
const ASKS_EVERY = 1000; // milliseconds between questions while none is
const ANSWERS_WITHIN = 3000; // milliseconds for an answer
const OWN_STREAMS = 3; // of one browser in which pages can share none: it has six connections
const SETTLES_WITHIN = 300; // milliseconds in which pages tell each other of their streams
const SHARED = 1; // goes up when what pages and shared.js tell each other changes

// Calls hear(kind, told, age) with "live" or "beat", and how many milliseconds ago it was told.
// `asked` holds the language and the token, if there is one.
function follow(asked, hear) {
  let heardAt = -Infinity;
  let asking = false;
  const heard = (kind, told, age) => {
    heardAt = performance.now() - age;
    hear(kind, told, age);
  };
  const alone = () => streamOfItsOwn(asked, heard);
  try {
    share(asked, heard, alone);
  } catch {
    alone(); // it knows no shared workers
  }

  async function ask() {
    const since = performance.now();
    if (asking || since - heardAt < SPEAKS_WITHIN) return;
    asking = true;
    const patience = new AbortController();
    const limit = setTimeout(() => patience.abort(), ANSWERS_WITHIN);
    try {
      const answer = await fetch(`/api/poll?${asked}`, { signal: patience.signal });
      const { live, beat } = await answer.json();
      if (heardAt < since) {
        hear("live", live, 0);
        hear("beat", beat, 0);
      }
    } catch {
      // What was heard last grows old, which the page tells.
    } finally {
      clearTimeout(limit);
      asking = false;
    }
  }

  setTimeout(() => setInterval(ask, ASKS_EVERY), SPEAKS_WITHIN - ASKS_EVERY);
}

function share(asked, heard, alone) {
  const name = `plenary ${SHARED} ${asked.get("token") ?? ""}`;
  const worker = new SharedWorker("/static/shared.js", { name });
  const join = () => worker.port.postMessage({ language: asked.get("lang") });
  worker.addEventListener("error", alone, { once: true });
  worker.port.onmessage = ({ data }) => heard(data.kind, data.told, data.age);
  join();
  addEventListener("pagehide", () => worker.port.postMessage({ language: "" }));
  addEventListener("pageshow", (event) => event.persisted && join());
}

// Where pages cannot share a stream a few have their own, and the others ask: were there six, no
// further page would load.
function streamOfItsOwn(asked, heard) {
  if (!self.BroadcastChannel) return;
  const channel = new BroadcastChannel("plenary streams");
  const mine = Math.random();
  let others = 0;
  let asks = false;
  channel.onmessage = ({ data }) => {
    if (data.who && !asks) channel.postMessage({ have: data.who });
    if (data.have === mine) others += 1;
  };
  channel.postMessage({ who: mine });
  setTimeout(() => {
    asks = others >= OWN_STREAMS;
    if (!asks) stream(asked, heard);
  }, SETTLES_WITHIN);
}

function stream(asked, heard) {
  const source = new EventSource(`/api/events?${asked}`);
  for (const kind of ["live", "beat"]) {
    source.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data), 0));
  }
  source.addEventListener("error", () => {
    // A browser tries again by itself, unless it was answered with a refusal.
    if (source.readyState === EventSource.CLOSED) setTimeout(stream, 2000, asked, heard);
  });
}
