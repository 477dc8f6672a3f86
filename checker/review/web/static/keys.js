// Keys of the review page. Each has a button that does the same.
import { all, choose, current } from "./cards.js";
import { send } from "./act.js";
import { show, undo } from "./undo.js";
import { say } from "./api.js";

const settled = (card) => ["decided", "agreed", "overruled", "waiting"].includes(card.dataset.standing);
const section = () => document.getElementById("findings");

function go(to) {
  if (to) {
    location.assign(to);
    return true;
  }
  return false;
}

function step(by) {
  const cards = all();
  const at = cards.indexOf(current());
  const next = cards[at < 0 ? 0 : at + by];
  if (next) {
    choose(next);
  } else if (!go(by > 0 ? section().dataset.nextPage : section().dataset.previousPage)) {
    say(by > 0 ? "That was the last finding." : "That was the first finding.");
  }
}

function nextOpen() {
  const cards = all();
  const at = cards.indexOf(current());
  const next = cards.slice(at + 1).find((c) => !settled(c));
  if (next) {
    choose(next);
    return;
  }
  const after = cards.length > 0 ? cards[cards.length - 1].dataset.ordinal : "-1";
  go(`${section().dataset.nextOpen}?after=${after}`);
}

function decide(key) {
  const card = current() || all()[0];
  const button = card?.querySelector(`button[data-outcome="${key}"]`);
  if (!button) {
    say("There is no finding to decide on.");
    return;
  }
  if (!card.classList.contains("current")) {
    choose(card);
  }
  send(button.form, button);
}

function edit() {
  const card = current() || all()[0];
  const sides = card?.querySelector("details.sides");
  if (sides) {
    choose(card);
    sides.open = true;
    sides.querySelector("select").focus();
  }
}

function help() {
  document.getElementById("keys").showModal();
}

export function press(key) {
  const act = { j: () => step(1), k: () => step(-1), n: nextOpen, u: undo, e: edit, "?": help }[key];
  if (act) {
    act();
    return true;
  }
  if (/^[1-6]$/.test(key)) {
    decide(key);
    return true;
  }
  return false;
}

const typing = (t) => t instanceof HTMLElement && (t.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(t.tagName) && t.type !== "checkbox");

export function startKeys() {
  document.getElementById("toolbar").hidden = false;
  document.getElementById("toolbar").addEventListener("click", (e) => {
    const b = e.target.closest("button[data-key]");
    if (b) {
      press(b.dataset.key);
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && typing(e.target)) {
      e.target.closest("article.review")?.focus();
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || document.getElementById("keys").open) {
      return;
    }
    if (press(e.key)) {
      e.preventDefault();
    }
  });
  document.addEventListener("focusin", (e) => {
    const card = e.target.closest("article.review");
    if (card && !card.classList.contains("current")) {
      document.querySelectorAll("article.review.current").forEach((c) => c.classList.remove("current"));
      card.classList.add("current");
    }
  });
  show();
  const named = document.getElementById(location.hash.slice(1));
  if (named?.matches("article.review")) {
    choose(named);
  }
}
