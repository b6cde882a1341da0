// Shows what the server tells: all of it from one event, in which now and next stand together.
// Names are put in as text, never as markup. Nothing here can change the conference.
"use strict";

const LONG = 60; // letters of a name from which on it is set smaller
const SMALLEST = 0.4; // of the size that letters have while there is room
const NOBODY = { text: "", lang: "en", dir: "ltr" };
const LOST_AFTER = 3500; // milliseconds without a sign of life
const asked = new URLSearchParams(location.search);
const passed = new URLSearchParams();
for (const name of ["lang", "token"]) if (asked.has(name)) passed.set(name, asked.get(name));
const goesOut = document.body.classList.contains("caption");
const keepsCaption = asked.get("stale") === "keep";

let live = null; // the last state, and when it was told
let beat = null; // the last sign of life
let heardAt = performance.now();
let clockAt = 0; // when live.clock.elapsed was so
let speed = 1; // how fast the podium's time goes; a rehearsal's may be faster
let alertUntil = 0;
let showing = ""; // whether there is a notice, and an alert

const seen = () => ["notice", "alert"].map((id) => find(id)?.hidden).join();
const find = (id) => document.getElementById(id);

function put(id, text) {
  const element = find(id);
  if (element && element.textContent !== text) element.textContent = text;
}

function show(id, shown) {
  const element = find(id);
  if (element && element.hidden === shown) element.hidden = !shown;
}

function putName(element, name) {
  if (!element) return;
  if (element.textContent !== name.text) element.textContent = name.text;
  element.lang = name.lang;
  element.dir = name.dir;
  element.parentElement.classList.toggle("long", name.text.length > LONG);
}

function say(seconds) {
  const whole = Math.max(0, Math.trunc(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

// What is wrong with what is shown; "" for nothing. A caption goes out: it tells nothing of files.
function trouble() {
  const silent = performance.now() - heardAt;
  if (silent > LOST_AFTER) {
    return `STALE: no contact with the podium's machine for ${say(silent / 1000)}.`;
  }
  const unread = (live && live.trouble) || (beat && beat.podium === "unknown" && beat.notice);
  if (unread) return `STALE: ${goesOut ? "the conference cannot be read." : unread}`;
  if (beat && beat.stale) return `STALE: ${beat.notice}`;
  return "";
}

function tick() {
  const stale = trouble();
  document.body.dataset.stale = stale ? "yes" : "no";
  const quiet = beat && beat.notice && !goesOut;
  put("notice", stale || (quiet ? beat.notice : ""));
  show("notice", Boolean(find("notice")?.textContent));
  show("alert", performance.now() < alertUntil);
  if (showing !== seen()) {
    showing = seen();
    fit(); // they take room, or give it back
  }
  if (!live || live.trouble) {
    show("caption", false);
    return;
  }
  const empty = !live.caption.line1.text && !live.caption.line2.text;
  show("caption", !empty && (!stale || keepsCaption));
  showClock(live.clock, Boolean(stale));
}

function showClock(clock, stale) {
  let { word, tone } = clock;
  let elapsed = clock.elapsed;
  if (clock.running) {
    elapsed += (speed * (performance.now() - clockAt)) / 1000;
    for (const turn of clock.turns) if (elapsed >= turn.after) ({ word, tone } = turn);
  }
  const held = clock.turns.length > 0; // somebody has the floor
  let digits = held ? say(elapsed) : "-:--";
  if (held && clock.limit !== null) {
    const left = clock.limit - elapsed;
    digits = left > 0 ? say(Math.ceil(left)) : `+${say(-left)}`;
  }
  put("digits", digits);
  put("word", word);
  document.body.dataset.tone = stale ? "quiet" : tone;
}

function showNext(upcoming) {
  for (const [place, row] of (find("next")?.querySelectorAll("li") ?? []).entries()) {
    const one = upcoming[place];
    row.hidden = !one;
    const [name, ...lines] = row.querySelectorAll("bdi");
    putName(name, one ? one.name : NOBODY);
    const words = one ? [one.when, one.details, one.delivery] : ["", "", ""];
    lines.forEach((line, number) => {
      if (line.textContent !== words[number]) line.textContent = words[number];
    });
  }
}

function showLines(now) {
  const lines = [...now.lines, now.language, now.delivery].filter(Boolean);
  find("lines")?.replaceChildren(
    ...lines.map((words) => {
      const row = document.createElement("li");
      const text = document.createElement("bdi");
      text.lang = "en";
      text.dir = "auto";
      text.textContent = words;
      row.append(text);
      return row;
    }),
  );
}

// Takes smaller letters as long as something would be out of view.
function fit() {
  const main = document.querySelector("main");
  for (let scale = 1; scale >= SMALLEST; scale -= 0.05) {
    document.body.style.setProperty("--fit", scale);
    if (main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth) return;
  }
}

// The sentences as rows of a list; the one that matters most stands out.
function showSentences(id, sentences, main) {
  const list = find(id);
  if (!list) return;
  const rows = sentences.map((words, place) => {
    const row = document.createElement("li");
    row.textContent = words;
    row.classList.toggle("main", place === main);
    return row;
  });
  if (list.textContent !== rows.map((row) => row.textContent).join("")) list.replaceChildren(...rows);
}

function showScript(script) {
  if (!find("script")) return;
  put("when", script.after ? `When ${script.after} has ended:` : "Now:");
  document.body.classList.toggle("later", Boolean(script.after));
  showSentences("script", script.lines, script.main);
  showSentences("otherwise", script.otherwise, -1);
}

function take(told) {
  live = told;
  document.body.dataset.generation = told.generation;
  if (told.trouble) return;
  clockAt = performance.now();
  put("conference", told.conference);
  put("state", told.word);
  put("status", told.status);
  put("item", told.item);
  document.body.dataset.stateTone = told.tone;
  show("rehearsal", told.rehearsal);
  putName(find("line1"), told.caption.line1);
  putName(find("line2"), told.caption.line2);
  putName(find("now"), told.now.name);
  showLines(told.now);
  showNext(told.next);
  showScript(told.script);
  fit();
  if (told.alert) {
    put("alert", told.alert.text);
    alertUntil = performance.now() + 1000 * told.alert.seconds;
  }
}

function follow() {
  const source = new EventSource(`/api/events?${passed}`);
  source.addEventListener("live", (event) => {
    heardAt = performance.now();
    take(JSON.parse(event.data));
    tick();
  });
  source.addEventListener("beat", (event) => {
    heardAt = performance.now();
    beat = JSON.parse(event.data);
    if (beat.speed !== speed && live && live.clock && live.clock.running) {
      live.clock.elapsed += (speed * (performance.now() - clockAt)) / 1000;
      clockAt = performance.now();
    }
    speed = beat.speed;
    if (live && live.clock && beat.elapsed !== null && beat.generation === live.generation) {
      live.clock.elapsed = beat.elapsed;
      clockAt = performance.now();
    }
    tick();
  });
  source.addEventListener("error", () => {
    // A browser tries again by itself, unless it was answered with a refusal.
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  });
}

for (const link of document.querySelectorAll("a")) {
  const token = passed.get("token");
  if (token) {
    const to = new URL(link.href);
    to.searchParams.set("token", token);
    link.href = to;
  }
}
addEventListener("resize", fit);
follow();
setInterval(tick, 200);
