// Cards: which one is current, and putting a new one in place of an old one.
import { element, get } from "./api.js";

export const all = () => Array.from(document.querySelectorAll("article.review"));

export function current() {
  return document.activeElement?.closest("article.review") || document.querySelector("article.review.current");
}

// choose makes a card the current one and brings it into view.
export function choose(card) {
  for (const c of document.querySelectorAll("article.review.current")) {
    c.classList.remove("current");
  }
  card.classList.add("current");
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

// dirty reports whether somebody has typed into a card what is not written down.
export function dirty(card) {
  return Array.from(card.querySelectorAll("textarea, input:not([type=hidden]):not([type=checkbox]), select")).some((f) => {
    if (f.tagName === "SELECT") {
      const first = Array.from(f.options).findIndex((o) => o.defaultSelected);
      return f.selectedIndex !== Math.max(first, 0);
    }
    return f.value !== f.defaultValue;
  });
}

// replace puts the server's card in place of an older one, keeping what is open,
// ticked and current.
export function replace(old, html) {
  const card = element(html);
  const hadFocus = old.contains(document.activeElement);
  const ticked = old.querySelector("input[name=case]")?.checked;
  const open = Array.from(old.querySelectorAll("details")).map((d) => d.open);
  const details = Array.from(card.querySelectorAll("details"));
  if (open.length === details.length) {
    details.forEach((d, i) => { d.open = d.open || open[i] && d.className !== "sides"; });
  }
  const box = card.querySelector("input[name=case]");
  if (box && ticked) {
    box.checked = true;
  }
  const place = card.querySelector(".of");
  if (place && !place.textContent) {
    place.textContent = old.querySelector(".of")?.textContent || ""; // a card alone has no place in the list
  }
  card.classList.toggle("current", old.classList.contains("current"));
  old.replaceWith(card);
  if (hadFocus) {
    card.focus({ preventScroll: true });
  }
  return card;
}

// refresh asks for a card anew.
export async function refresh(card) {
  const answer = await get(card.dataset.path + "?card=html");
  return replace(card, answer.html);
}

// strip asks for the page's head anew.
export async function strip() {
  const old = document.getElementById("strip");
  if (old) {
    const answer = await get(`/api/v1/stories/${document.body.dataset.story}?strip=html`);
    old.replaceWith(element(answer.html));
  }
}

// complain shows why something was not written down, beside what was typed.
export function complain(card, text) {
  const p = card.querySelector(".decision > .problem, :scope > .problem");
  if (p) {
    p.textContent = text;
    p.hidden = false;
  }
}
