// What others do, as it happens.
import { all, complain, dirty, refresh, strip } from "./cards.js";
import { say } from "./api.js";

const reader = () => document.body.dataset.reader;

// seen shows an event of somebody. A card in which this reader is typing is left
// as it is, and says what happened.
async function seen(event) {
  document.body.dataset.seq = event.seq;
  if (event.kind === "run" || event.kind === "signed off" || event.kind === "opened again") {
    if (document.getElementById("findings") && event.person !== reader()) {
      notice(event);
    }
    return;
  }
  const card = all().find((c) => Number(c.dataset.case) === event.case);
  if (card && !card.classList.contains("saving") && event.person !== reader()) {
    if (dirty(card)) {
      complain(card, `${event.person}: ${event.kind}, while you were typing. What you typed is kept; sending it tells you more.`);
    } else {
      await refresh(card);
    }
    say(`${event.person}: ${event.kind}.`);
  }
  later();
}

function notice(event) {
  const what = { run: "a new run is there", "signed off": "the story is signed off", "opened again": "the story is open again" }[event.kind];
  const p = document.createElement("p");
  p.className = "panel";
  const a = document.createElement("a");
  a.href = location.pathname;
  a.textContent = "Load the page again";
  p.append(`${event.person}: ${what}. `, a);
  document.getElementById("findings").prepend(p);
  say(`${event.person}: ${what}.`);
}

// later asks for the strip once for many events.
let timer = 0;
function later() {
  clearTimeout(timer);
  timer = setTimeout(strip, 150);
}

function run(job) {
  const text = document.getElementById("job");
  const bar = document.getElementById("job-progress");
  if (!text) {
    return;
  }
  const was = text.dataset.running === "yes" || !bar.hidden;
  text.hidden = false;
  text.textContent = job.message;
  text.classList.toggle("problem", job.failed);
  bar.hidden = !job.running;
  bar.max = Math.max(job.total, 1);
  bar.value = job.done;
  text.dataset.running = job.running ? "yes" : "no";
  if (was && !job.running) {
    location.reload();
  }
}

// watch follows a story; the browser connects again by itself.
export function watch(story, seq) {
  const source = new EventSource(`/api/v1/stories/${story}/events?after=${seq}`);
  source.addEventListener("change", (e) => seen(JSON.parse(e.data)));
  source.addEventListener("run", (e) => run(JSON.parse(e.data)));
  source.addEventListener("open", () => { document.body.dataset.live = "yes"; });
  source.addEventListener("error", () => { document.body.dataset.live = "no"; });
  window.addEventListener("pagehide", () => source.close());
}
