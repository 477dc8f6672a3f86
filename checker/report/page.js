"use strict";
(function () {
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var quiet = document.querySelector("details.quiet");
  var all = Array.prototype.slice.call(document.querySelectorAll("article.finding"));
  function matches(f, want) {
    return (!want.verdict || f.dataset.verdict === want.verdict) &&
      (!want.severity || f.dataset.severity === want.severity) &&
      (!want.kind || f.dataset.kind === want.kind) &&
      (!want.reference || f.dataset.reference === want.reference) &&
      (!want.outlet || f.dataset.outlets.split("\n").indexOf(want.outlet) >= 0) &&
      (!want.text || f.textContent.toLowerCase().indexOf(want.text.toLowerCase()) >= 0);
  }
  function apply() {
    var want = {}, any = false, n = 0, inQuiet = false;
    ["verdict", "severity", "kind", "outlet", "reference", "text"].forEach(function (name) {
      var field = form.elements[name];
      want[name] = field ? field.value : "";
      any = any || want[name] !== "";
    });
    all.forEach(function (f) {
      var ok = matches(f, want);
      f.hidden = !ok;
      if (ok) { n++; inQuiet = inQuiet || (quiet && quiet.contains(f)); }
    });
    if (quiet && any) { quiet.open = inQuiet; }
    shown.textContent = any ? n + " of " + all.length + " shown" : "";
  }
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    target.hidden = false;
    for (var e = target; e; e = e.parentElement) { if (e.tagName === "DETAILS") { e.open = true; } }
    target.scrollIntoView();
    if (target.tabIndex === -1) { target.focus({preventScroll: true}); }
  }
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  form.addEventListener("submit", function (e) { e.preventDefault(); });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  });
  reveal();
})();
