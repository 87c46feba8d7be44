(function () {
  "use strict";
  var box = document.getElementById("find");
  var data = document.getElementById("find-data");
  if (!box || !data) return;
  var entries = JSON.parse(data.textContent);
  var list = document.getElementById("found");
  var status = document.getElementById("found-status");
  var input = box.querySelector("input");
  box.hidden = false;
  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }
  entries.forEach(function (entry) { entry.folded = fold(entry.title + " " + entry.text); });
  function show() {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    if (!words.length) { list.hidden = true; status.textContent = ""; return; }
    var hits = entries.filter(function (entry) {
      return words.every(function (word) { return entry.folded.indexOf(word) >= 0; });
    });
    hits.slice(0, 12).forEach(function (entry) {
      var row = document.createElement("li");
      var link = document.createElement("a");
      var where = document.createElement("span");
      var name = document.createElement("bdi");
      link.href = entry.href;
      name.textContent = entry.title;
      link.appendChild(name);
      where.textContent = entry.where;
      row.append(link, " ", where);
      list.appendChild(row);
    });
    list.hidden = !hits.length;
    status.textContent = hits.length ? hits.length + (hits.length === 1 ? " result" : " results") : "Nothing found";
  }
  input.addEventListener("input", show);
  input.addEventListener("keydown", function (event) { if (event.key === "Escape") { input.value = ""; show(); } });
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", function () {
      var text = document.getElementById(button.getAttribute("data-copy")).textContent;
      navigator.clipboard.writeText(text).then(function () { button.textContent = "Copied"; });
    });
  });
})();
