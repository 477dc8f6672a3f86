// Calls of the API. Nothing else of the page asks the server for anything.

const token = document.querySelector("meta[name=concord-token]").content;

// Failure is an answer that is not the one hoped for.
export class Failure extends Error {
  constructor(status, body) {
    super(body.error || "the server does not answer; nothing was written down");
    this.status = status;
    this.field = body.field;
    this.conflict = body.conflict;
  }
}

async function call(method, path, body) {
  const headers = { Accept: "application/json" };
  const options = { method, headers, credentials: "same-origin" };
  if (method !== "GET") {
    headers["X-Concord-Token"] = token;
    headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body || {});
  }
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Failure(0, { error: "the server cannot be reached; nothing was written down, and what you typed is kept" });
  }
  const text = await answer.text();
  let parsed = {};
  try {
    parsed = text ? JSON.parse(text) : {};
  } catch {
    parsed = { error: "the server's answer cannot be read" };
  }
  if (!answer.ok) {
    throw new Failure(answer.status, parsed);
  }
  return parsed;
}

export const get = (path) => call("GET", path);
export const post = (path, body) => call("POST", path, body);

// The server's own markup is the only one that is put into the page.
const policy = window.trustedTypes ? window.trustedTypes.createPolicy("concord", { createHTML: (s) => s }) : { createHTML: (s) => s };

// element makes the element that the server's markup describes.
export function element(html) {
  const t = document.createElement("template");
  t.innerHTML = policy.createHTML(html);
  return t.content.firstElementChild;
}

// say tells what happened, also to who does not see the page, for long enough to
// be read; what matters stands in the card too.
let spoken = 0;
export function say(text) {
  const live = document.getElementById("live");
  live.textContent = text;
  clearTimeout(spoken);
  spoken = setTimeout(() => { live.textContent = ""; }, 8000);
}
