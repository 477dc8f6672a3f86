// One decision for several findings.
import { post, say } from "./api.js";
import { all, refresh, strip } from "./cards.js";
import { remember } from "./undo.js";
import { bodyOf } from "./act.js";

const chosen = () => Array.from(document.querySelectorAll("input[name=case]:checked"));

function count() {
  const n = chosen().length;
  document.getElementById("chosen").textContent = n === 0 ? "" : `${n} chosen.`;
}

async function decide(form) {
  const problem = form.querySelector(".problem");
  problem.hidden = true;
  const cases = chosen().map((box) => {
    const [number, version] = box.value.split(":").map(Number);
    return { case: number, version };
  });
  try {
    const done = await post(form.getAttribute("action"), { ...bodyOf(form), cases });
    remember(done.batch);
    const touched = new Set([...done.cases.map((c) => c.case), ...done.refused.map((c) => c.case)]);
    chosen().forEach((box) => { box.checked = false; });
    form.reset();
    await Promise.all(all().filter((c) => touched.has(Number(c.dataset.case))).map(refresh));
    const left = done.refused.map((c) => `${c.finding}: ${c.why}`).join(" ");
    say(`${done.cases.length} decided.${left ? " Left alone: " + left : ""}`);
    if (left) {
      problem.textContent = "Left alone: " + left;
      problem.hidden = false;
    }
    strip();
  } catch (failure) {
    problem.textContent = failure.message;
    problem.hidden = false;
  }
  count();
}

export function startBulk() {
  const form = document.getElementById("bulk");
  if (!form) {
    return;
  }
  document.addEventListener("change", (e) => {
    if (e.target.matches("input[name=case]")) {
      count();
    }
  });
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    decide(form);
  });
}
