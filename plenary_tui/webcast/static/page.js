// Shows what the server tells: all of it from one event, in which now and next stand together.
// Names are put in as text, never as markup. Nothing here can change the conference.
"use strict";

const LOST_AFTER = 3500; // milliseconds without a sign of life
const asked = new URLSearchParams(location.search);
const passed = new URLSearchParams();
for (const name of ["lang", "token"]) if (asked.has(name)) passed.set(name, asked.get(name));
const keepsCaption = asked.get("stale") === "keep";

let live = null; // the last state, and when it was told
let beat = null; // the last sign of life
let heardAt = performance.now();
let clockAt = 0; // when live.clock.elapsed was so
let speed = 1; // how fast the podium's time goes; a rehearsal's may be faster
let alertUntil = 0;
let nextShown = "";

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
  element.parentElement.classList.toggle("long", name.text.length > 60);
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

// What is wrong with what is shown; "" for nothing.
function trouble() {
  const silent = performance.now() - heardAt;
  if (silent > LOST_AFTER) {
    return `STALE: no contact with the podium's machine for ${say(silent / 1000)}.`;
  }
  if (live && live.trouble) return `STALE: ${live.trouble}`;
  if (beat && beat.stale) return `STALE: ${beat.notice}`;
  return "";
}

function tick() {
  const stale = trouble();
  document.body.dataset.stale = stale ? "yes" : "no";
  const quiet = beat && beat.notice && !document.body.classList.contains("caption");
  put("notice", stale || (quiet ? beat.notice : ""));
  show("notice", Boolean(find("notice")?.textContent));
  show("alert", performance.now() < alertUntil);
  if (!live || live.trouble) {
    show("caption", false);
    return;
  }
  const empty = !live.caption.line1.text && !live.caption.line2;
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
  const list = find("next");
  const told = JSON.stringify(upcoming);
  if (!list || told === nextShown) return;
  nextShown = told;
  list.replaceChildren(
    ...upcoming.map((one) => {
      const row = document.createElement("li");
      const name = document.createElement("p");
      name.className = "name";
      const text = document.createElement("bdi");
      name.append(text);
      putName(text, one.name);
      row.append(name);
      const about = [one.when, one.details].filter(Boolean).join(" · ");
      for (const words of [about, one.delivery].filter(Boolean)) {
        const line = document.createElement("p");
        line.lang = "en";
        line.dir = "auto";
        line.textContent = words;
        row.append(line);
      }
      return row;
    }),
  );
}

function showLines(now) {
  const list = find("lines");
  if (!list) return;
  const lines = [...now.lines, now.language, now.delivery].filter(Boolean);
  list.replaceChildren(
    ...lines.map((words) => {
      const row = document.createElement("li");
      row.dir = "auto";
      row.textContent = words;
      return row;
    }),
  );
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
  put("line2", told.caption.line2);
  putName(find("now"), told.now.name);
  showLines(told.now);
  showNext(told.next);
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
follow();
setInterval(tick, 200);
