// Shows what the server tells: all of it from one event, in which now and next stand together.
// Names are put in as text, never as markup. Nothing here can change the conference.
"use strict";

const LONG = 60; // letters of a name from which on it is set smaller
const SMALLEST = 0.3; // of the size that letters have in the style sheet
const FINELY = 0.02;
const SIGN_WIDE = 0.72; // of a figure's height, in a wide bold font
const COLON_WIDE = 0.42;
const MOST_OF_PICTURE = 0.5; // that a caption may cover, of its height
const NOBODY = { text: "", lang: "en", dir: "ltr" };
const LOST_AFTER = 3500; // milliseconds without a sign of life
const asked = new URLSearchParams(location.search);
const passed = new URLSearchParams({ lang: document.documentElement.lang });
const says = JSON.parse(document.body.dataset.says); // the words of this page, in its language
if (asked.has("token")) passed.set("token", asked.get("token"));
const goesOut = document.body.classList.contains("caption");
const keepsCaption = asked.get("stale") === "keep";

let live = null; // the last state, and when it was told
let beat = null; // the last sign of life
let heardAt = performance.now();
let clockAt = 0; // when live.clock.elapsed was so
let speed = 1; // how fast the podium's time goes; a rehearsal's may be faster
let alertUntil = 0;
let showing = ""; // what takes room: notice, alert, caption, and how much the clock says

const find = (id) => document.getElementById(id);
const seen = () =>
  [
    ...["notice", "alert", "caption"].map((id) => find(id)?.hidden),
    find("digits")?.textContent.length,
    find("word")?.textContent,
  ].join();

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
}

// A line in its parts: each runs its own way, and turns none of the others round.
function putParts(element, line, parts) {
  if (!element) return;
  putName(element, { ...line, text: element.textContent });
  const shown = JSON.stringify(parts);
  if (element.dataset.parts === shown) return;
  element.dataset.parts = shown;
  element.replaceChildren(
    ...parts.map((part) => {
      const text = document.createElement("bdi");
      putName(text, part);
      return text;
    }),
  );
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

const english = says.language === "en";

// A sentence with what is filled in.
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// How the podium does, as the server tells it in English; "" if there is nothing to say.
function notice() {
  if (english || !beat.notice) return beat.notice;
  if (beat.podium === "unknown") return filled(says.old, { what: says.unread });
  if (beat.podium === "closed") return says.closed;
  if (beat.gone_for === null) return says.silent;
  return filled(says.goneFor, { time: say(beat.gone_for) });
}

// What is wrong with what is shown; "" for nothing. A caption goes out: it tells nothing of files.
function trouble() {
  const silent = performance.now() - heardAt;
  if (silent > LOST_AFTER) {
    return filled(says.stale, { what: filled(says.lost, { time: say(silent / 1000) }) });
  }
  const unread = (live && live.trouble) || (beat && beat.podium === "unknown" && notice());
  if (unread) return filled(says.stale, { what: goesOut || !english ? says.unread : unread });
  if (beat && beat.stale) return filled(says.stale, { what: notice() });
  return "";
}

// Whether it is on air: the largest word, which nobody can tell once what is shown may be old.
function showState(stale) {
  const silent = performance.now() - heardAt > LOST_AFTER;
  const gone = beat && beat.podium === "gone";
  const unknown = silent ? says.noContact : gone ? says.gone : says.notKnown;
  put("state", stale ? unknown : live && !live.trouble ? live.shown.word : "");
  document.body.dataset.stateTone = stale || !live ? "quiet" : live.tone;
}

function tick() {
  const stale = trouble();
  document.body.dataset.stale = stale ? "yes" : "no";
  showState(stale);
  const quiet = beat && beat.notice && !goesOut;
  put("notice", stale || (quiet ? notice() : ""));
  show("notice", Boolean(find("notice")?.textContent));
  show("alert", performance.now() < alertUntil);
  const known = live && !live.trouble;
  const empty = !known || (!live.caption.line1.text && !live.caption.line2.text);
  show("caption", !empty && (!stale || keepsCaption));
  if (known) showClock(live.clock, live.shown, Boolean(stale));
  if (showing !== seen()) {
    showing = seen();
    fit();
  }
}

function showClock(clock, shown, stale) {
  let word = shown.clock;
  let { tone } = clock;
  let elapsed = clock.elapsed;
  if (clock.running) {
    elapsed += (speed * (performance.now() - clockAt)) / 1000;
    for (const [place, turn] of clock.turns.entries()) {
      if (elapsed >= turn.after) [word, tone] = [shown.turns[place], turn.tone];
    }
  }
  const held = clock.turns.length > 0; // somebody has the floor
  let digits = held ? say(elapsed) : "-:--";
  if (held && clock.limit !== null) {
    const left = clock.limit - elapsed;
    digits = left > 0 ? say(Math.ceil(left)) : `+${say(-left)}`;
  }
  put("digits", digits);
  const signs = digits.replaceAll(":", "").length;
  const wide = signs * SIGN_WIDE + (digits.length - signs) * COLON_WIDE;
  document.body.style.setProperty("--wide", wide);
  put("word", word);
  document.body.dataset.tone = stale ? "quiet" : tone;
}

// The line that a page says its own words in: it runs as the page does.
const ownLine = () => ({ lang: document.documentElement.lang, dir: document.documentElement.dir });

function showNext(upcoming, shown) {
  for (const [place, row] of (find("next")?.querySelectorAll("li") ?? []).entries()) {
    const one = upcoming[place];
    row.hidden = !one;
    const [name, when, details, delivery] = row.querySelectorAll(":scope > p > bdi");
    putName(name, one ? one.name : NOBODY);
    putParts(details, ownLine(), one ? one.parts : []);
    for (const [line, words] of [[when, shown.whens[place]], [delivery, shown.deliveries[place]]]) {
      if (line.textContent !== (words ?? "")) line.textContent = words ?? "";
    }
  }
}

function showLines(now, shown) {
  const words = [shown.spoken, shown.delivery].filter(Boolean);
  const spoken = words.map((text) => [{ ...ownLine(), text, lang: shown.language }]);
  const rows = find("lines");
  const lines = [...now.parts, ...spoken];
  while (rows && rows.children.length < lines.length) {
    const row = document.createElement("li");
    row.append(document.createElement("bdi"));
    rows.append(row);
  }
  for (const [place, row] of [...(rows?.children ?? [])].entries()) {
    if (place < lines.length) putParts(row.firstChild, ownLine(), lines[place]);
    else row.remove();
  }
}

// Whether all is in view with letters of that size: within main, and with no word torn in two.
function fits(scale) {
  document.body.style.setProperty("--fit", scale);
  const main = document.querySelector("main");
  const lines = document.querySelectorAll("body > header, header p, .clock, main :is(p, li)");
  const boxes = [main, ...lines];
  if (boxes.some((box) => box.scrollWidth > box.clientWidth + 1)) return false;
  const caption = find("caption")?.getBoundingClientRect();
  if (caption) {
    const { top, bottom, height } = caption;
    return top >= 0 && bottom <= innerHeight && height <= MOST_OF_PICTURE * innerHeight;
  }
  return main.scrollHeight <= main.clientHeight && document.body.scrollHeight <= innerHeight;
}

// Takes the largest letters with which all is in view; words are torn where nothing else helps.
function fit() {
  if (document.body.classList.contains("index")) return; // it scrolls
  const style = getComputedStyle(document.body);
  for (const whole of [true, false]) {
    document.body.classList.toggle("whole", whole);
    let small = SMALLEST;
    let large = Number(style.getPropertyValue("--largest")) || 1;
    if (fits(large)) return;
    if (!fits(small)) continue;
    while (large - small > FINELY) {
      const between = (small + large) / 2;
      if (fits(between)) small = between;
      else large = between;
    }
    fits(small);
    return;
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
  const main = find("script").parentElement;
  main.lang = script.lang;
  main.dir = script.dir;
  put("when", script.when);
  document.body.classList.toggle("later", Boolean(script.after));
  showSentences("script", script.lines, script.main);
  showSentences("otherwise", script.otherwise, -1);
}

function take(told, age) {
  live = told;
  document.body.dataset.generation = told.generation;
  if (told.trouble) return;
  clockAt = performance.now() - age;
  put("conference", told.conference);
  put("status", told.shown.status);
  put("item", told.shown.item);
  if (find("item")) find("item").lang = told.shown.item === told.item ? "en" : ownLine().lang;
  show("rehearsal", told.rehearsal);
  putName(find("line1"), told.caption.line1);
  find("line1")?.parentElement.classList.toggle("long", told.caption.line1.text.length > LONG);
  putParts(find("line2"), told.caption.line2, told.caption.parts);
  putName(find("now"), told.now.name);
  showLines(told.now, told.shown);
  showNext(told.next, told.shown);
  showScript(told.script);
  fit();
  if (told.alert) {
    put("alert", told.shown.alert);
    alertUntil = clockAt + 1000 * told.alert.seconds;
  }
}

function takeBeat(told, age) {
  beat = told;
  const at = performance.now() - age;
  if (beat.speed !== speed && live && live.clock && live.clock.running) {
    live.clock.elapsed += (speed * (at - clockAt)) / 1000;
    clockAt = at;
  }
  speed = beat.speed;
  if (live && live.clock && beat.elapsed !== null && beat.generation === live.generation) {
    live.clock.elapsed = beat.elapsed;
    clockAt = at;
  }
}

for (const link of document.querySelectorAll("a")) {
  const to = new URL(link.href);
  if (passed.has("token")) to.searchParams.set("token", passed.get("token"));
  if (asked.has("lang") && !link.hreflang) to.searchParams.set("lang", passed.get("lang"));
  link.href = to;
}
addEventListener("resize", fit);
follow(passed, (kind, told, age) => {
  heardAt = performance.now() - age;
  if (kind === "live") take(told, age);
  else takeBeat(told, age);
  tick();
});
setInterval(tick, 200);
