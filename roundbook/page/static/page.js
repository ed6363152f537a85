// What the page cannot do without a script: taking files that are dropped, watching a run, and answering by single keys.
"use strict";

// Dropped files fill the ordinary form, so that there is one way in.
const drop = document.getElementById("drop");
if (drop) {
  const input = drop.querySelector("input[type=file]");
  const said = document.getElementById("drop-said");
  const isFolder = item => item.webkitGetAsEntry && item.webkitGetAsEntry()?.isDirectory;
  drop.addEventListener("dragover", event => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", event => {
    event.preventDefault();
    drop.classList.remove("over");
    const items = [...event.dataTransfer.items].filter(item => item.kind === "file");
    if (items.some(isFolder)) {
      said.textContent = "A folder cannot be dropped. Open it, and drop the files in it.";
    } else if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      drop.requestSubmit();
    }
  });
  // A file dropped beside the form would replace the page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, event => event.preventDefault());
}

// A second key pressed before the next row is there would answer the first row once more.
let isSent = false;
document.addEventListener("submit", event => {
  if (isSent) event.preventDefault();
  isSent = true;
  const said = event.target.querySelector("[role=status]");
  if (said) said.textContent = event.target.dataset.busy;
});
window.addEventListener("pageshow", () => { isSent = false; });

const progress = document.getElementById("progress");
if (progress) {
  const events = new EventSource(progress.dataset.events);
  events.addEventListener("message", event => { progress.innerHTML = event.data; });
  events.addEventListener("finished", () => { events.close(); location.replace(progress.dataset.then); });
}

// Single keys can be switched off, for those who speak to their computer (WCAG 2.2, 2.1.4).
const keys = document.getElementById("keys");
if (keys) {
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
  document.addEventListener("keydown", event => {
    const isWriting = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (!keys.checked || isSent || isWriting || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const found = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!found) return;
    event.preventDefault();
    found.click();
    if (found.matches("summary")) document.getElementById("q").focus();
  });
  // The name given with an answer is the same whichever form the answer comes from.
  const who = document.getElementById("who");
  const copy = document.querySelector("#by-id [name=who]");
  who.addEventListener("input", () => { copy.value = who.value; });
}
