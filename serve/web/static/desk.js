// What pages do beyond links and forms: all of it can be done without.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  // The finding that is open is shown in the text, too.
  function showOpen() {
    var panel = document.getElementById("panel");
    var id = panel && panel.dataset.finding;
    document.querySelectorAll(".on").forEach(function (e) { e.classList.remove("on"); });
    if (!id) return;
    document.querySelectorAll('[data-f~="' + id + '"]').forEach(function (e) { e.classList.add("on"); });
  }

  var opener = null;
  document.addEventListener("htmx:beforeRequest", function (e) {
    if (e.detail.target && e.detail.target.id === "panel" && !e.detail.elt.classList.contains("close")) opener = e.detail.elt;
  });
  document.addEventListener("htmx:afterSettle", function (e) {
    var panel = document.getElementById("panel");
    if (!panel || !e.detail.requestConfig || !e.detail.requestConfig.elt) return;
    showOpen();
    if (e.detail.target && e.detail.target.id !== "panel") return;
    if (panel.dataset.finding) {
      panel.scrollTop = 0;
      panel.focus({ preventScroll: matchMedia("(min-width: 64rem)").matches });
    } else if (opener && document.contains(opener)) {
      opener.focus();
    }
  });

  // An answer that is no page, such as one after the server was started anew, is
  // asked for again as a page.
  document.addEventListener("htmx:responseError", function (e) {
    if (e.detail.target && e.detail.target.id !== "fresh") location.reload();
  });

  function typing(e) {
    return e.target.closest("input, select, textarea, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey;
  }

  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape") {
      var close = document.querySelector("#panel .close");
      if (close) close.click();
      return;
    }
    if (typing(e)) return;
    if (e.key === "/") {
      var search = document.getElementById("q");
      if (search) { e.preventDefault(); search.focus(); search.select(); }
      return;
    }
    if (e.key !== "j" && e.key !== "k") return;
    var all = Array.prototype.slice.call(document.querySelectorAll("a.m, tbody a.row, ul.hits a"));
    if (!all.length) return;
    var at = all.indexOf(document.activeElement);
    at = e.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0);
    all[at].focus();
  });

  document.addEventListener("click", function (e) {
    if (e.target.closest("[data-print]")) window.print();
    var unfold = e.target.closest(".unfold");
    if (unfold) {
      var open = document.getElementById("filters").classList.toggle("unfolded");
      unfold.setAttribute("aria-expanded", String(open));
    }
    // A list of choices closes when something else is meant.
    document.querySelectorAll("details.choose[open]").forEach(function (d) {
      if (!d.contains(e.target)) d.open = false;
    });
  });

  // Details are closed on paper unless they are opened.
  var opened = [];
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.print:not([open])").forEach(function (d) { d.open = true; opened.push(d); });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });

  showOpen();
})();
