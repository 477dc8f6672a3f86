// Forms of cards, sent without leaving the page. Where the server refuses, all
// that was typed stays where it is.
import { post, say } from "./api.js";
import { complain, replace, strip } from "./cards.js";
import { remember } from "./undo.js";

// bodyOf is a form as the API wants it.
export function bodyOf(form, button) {
  const data = new FormData(form);
  const body = {};
  for (const [name, value] of data) {
    if (name === "csrf" || name === "next" || name === "case" || name.startsWith("checked_")) {
      continue;
    }
    body[name] = name === "version" ? Number(value) : value;
  }
  if (button?.name) {
    body[button.name] = button.value;
  }
  if (body.right?.startsWith("outlet:")) {
    body.right_outlet = body.right.slice("outlet:".length);
    body.right = "outlet";
  }
  const sources = data.getAll("checked_source");
  if (sources.length > 0) {
    const [kinds, places, dates] = ["kind", "place", "date"].map((n) => data.getAll("checked_" + n));
    body.checked = sources
      .map((source, i) => ({ source, kind: kinds[i], place: places[i], date: dates[i] }))
      .filter((c) => c.source || c.place || c.date);
  }
  return body;
}

// needsReason asks for the reason before the server would.
function needsReason(form, button) {
  const reason = form.querySelector("textarea[name=reason]");
  const outcome = button?.name === "outcome" ? button.value : "";
  if (!form.classList.contains("decide") || !outcome || outcome === "stands" || reason.value.trim()) {
    return false;
  }
  for (const b of form.querySelectorAll("button[name=outcome]")) {
    b.classList.toggle("tried", b === button);
  }
  reason.focus();
  say("Type the reason, then press Ctrl and Enter.");
  return true;
}

// send sends a form of a card.
export async function send(form, button) {
  const card = form.closest("article.review");
  if (needsReason(form, button) || form.dataset.busy) {
    return;
  }
  form.dataset.busy = "yes";
  card.classList.add("saving");
  if (button?.name === "outcome") {
    for (const b of form.querySelectorAll("button[name=outcome]")) {
      b.setAttribute("aria-pressed", String(b === button));
    }
  }
  // As attributes: a form whose button is called "action" has that as its action.
  const path = button?.getAttribute("formaction") || form.getAttribute("action");
  try {
    const done = await post(path + "?card=html", bodyOf(form, button));
    remember(done.batch);
    replace(card, done.html);
    say(`${done.cases[0].finding}: written down.`);
    strip();
  } catch (failure) {
    delete form.dataset.busy;
    card.classList.remove("saving");
    for (const b of form.querySelectorAll("button[aria-pressed]")) {
      b.removeAttribute("aria-pressed");
    }
    refused(card, failure);
  }
}

// refused says why. After a conflict the form is about what the other wrote, so
// that sending it again is a decision that knows of it.
function refused(card, failure) {
  let text = failure.message;
  if (failure.conflict) {
    for (const v of card.querySelectorAll("input[name=version]")) {
      v.value = failure.conflict.version;
    }
    text += ". Press again to decide all the same, or load the finding anew to see it.";
  }
  complain(card, text);
  say(text);
}

export function startActing() {
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.matches("article.review form.act") && !form.matches(".undo")) {
      e.preventDefault();
      send(form, e.submitter);
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey) || !(e.target instanceof HTMLTextAreaElement)) {
      return;
    }
    const form = e.target.form;
    if (!form) {
      return;
    }
    e.preventDefault();
    const button = form.querySelector("button.tried") || form.querySelector("button[aria-pressed=true]") || form.querySelector("button:not(.plain)");
    form.requestSubmit(form.classList.contains("decide") && !button.matches(".tried, [aria-pressed=true]") ? undefined : button);
  });
}
