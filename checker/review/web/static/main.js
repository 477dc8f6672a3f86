// The review page without this is whole; with it decisions need no reload, keys
// work, and what others decide is seen at once.
import { watch } from "./live.js";
import { startActing } from "./act.js";
import { startKeys } from "./keys.js";
import { startBulk } from "./bulk.js";

startActing();
if (document.getElementById("findings")) {
  startKeys();
  startBulk();
}
if (document.body.dataset.story) {
  watch(document.body.dataset.story, Number(document.body.dataset.seq));
}
document.body.dataset.ready = "yes";
