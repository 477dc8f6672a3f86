// What this reader did on this page, the last first, so that it can be undone.
import { post, say, get } from "./api.js";
import { all, choose, replace, strip } from "./cards.js";

const key = () => `concord-undo-${document.body.dataset.story}-${document.body.dataset.reader}`;
const read = () => {
  try {
    return JSON.parse(sessionStorage.getItem(key())) || [];
  } catch {
    return [];
  }
};

function write(list) {
  try {
    sessionStorage.setItem(key(), JSON.stringify(list.slice(-100)));
  } catch {
    // Without storage undo reaches back to the last load of the page at most.
  }
  show();
}

export function show() {
  const b = document.querySelector("#toolbar [data-key=u]");
  if (b) {
    b.disabled = read().length === 0;
  }
}

export function remember(batch) {
  write([...read(), batch]);
}

export async function undo() {
  const list = read();
  const batch = list.pop();
  if (!batch) {
    say("There is nothing of yours to undo.");
    return;
  }
  try {
    const done = await post(`/api/v1/stories/${document.body.dataset.story}/undo`, { batch });
    write(list);
    for (const c of done.cases) {
      const card = all().find((x) => Number(x.dataset.case) === c.case);
      if (card) {
        const answer = await get(card.dataset.path + "?card=html");
        choose(replace(card, answer.html));
      }
    }
    const names = done.cases.map((c) => c.finding).join(", ");
    const left = done.refused.map((c) => `${c.finding}: ${c.why}`).join(" ");
    say([names && `Undone: ${names}.`, left].filter(Boolean).join(" "));
    strip();
  } catch (failure) {
    if (failure.status !== 0 && failure.status < 500) {
      write(list); // it can never be undone
    }
    say(failure.message);
  }
}
