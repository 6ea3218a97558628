// The chart of a schedule, loaded on its page only: frappe-gantt draws scale, grid and bars, and
// HouseGantt draws what it lacks (days off, today by the house's clock, arrows of each kind, the
// baseline, milestones). Its names and lanes are HTML beside the chart, worked by keys.
import Gantt from "frappe-gantt";
import "./gantt.css";

const DAY = 86400000;
const BAR = 16;
const GAP = 16;
const ROW = BAR + GAP;
const HEADER = [26, 24];
const SVG = "http://www.w3.org/2000/svg";
const at = (iso) => new Date(`${iso}T00:00:00`);
const days = (from, to) => Math.round((to - from) / DAY);
const month = (date) => `Tháng ${date.getMonth() + 1}/${date.getFullYear()}`;
const newMonth = (date, last) => (!last || date.getMonth() !== last.getMonth() ? month(date) : "");
const SCALES = {
  day: { name: "day", step: "1d", column_width: 30, lower_text: (d) => `${d.getDate()}`, upper_text: newMonth, thick_line: (d) => d.getDay() === 1 },
  week: { name: "week", step: "7d", column_width: 56, lower_text: (d) => `${d.getDate()}/${d.getMonth() + 1}`, upper_text: newMonth, thick_line: (d) => d.getDate() <= 7 },
  month: { name: "month", step: "7d", column_width: 18, lower_text: () => "", upper_text: newMonth, thick_line: (d) => d.getDate() <= 7 },
};

function draw(tag, about, into) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(about)) made.setAttribute(name, value);
  into.append(made);
  return made;
}

class HouseGantt extends Gantt {
  /** Where a day begins; every scale is a whole number of days. */
  x(iso, more = 0) {
    return ((days(this.gantt_start, at(iso)) + more) / this.config.step) * this.config.column_width;
  }

  y(row) {
    return this.config.header_height + GAP / 2 + row * ROW;
  }

  /** Days off and today: the library would take both from the browser, and style them in a way our policy forbids. */
  make_grid_highlights() {
    const height = this.grid_height - this.config.header_height;
    if (this.options.view_mode !== "month") {
      for (const day of this.options.off) {
        draw("rect", { class: "dd-off", x: this.x(day), y: this.config.header_height, width: this.x(day, 1) - this.x(day), height }, this.layers.grid);
      }
    }
    this.config.ignored_positions = [];
  }

  make_bars() {
    this.hatch();
    const base = draw("g", { class: "dd-base" }, this.layers.grid);
    for (const [n, row] of this.options.rows.entries()) {
      if (!row.base) continue;
      const [start, finish] = row.base;
      draw("rect", { x: this.x(start), y: this.y(n) + BAR + 2, width: Math.max(4, this.x(finish, 1) - this.x(start)), height: 5, rx: 2 }, base);
    }
    super.make_bars();
    for (const one of this.$svg.querySelectorAll("animate")) one.remove();
    for (const [n, row] of this.options.rows.entries()) {
      if (row.kind === "task") this.finish_bar(this.bars[n], row, n);
    }
    const now = this.x(this.options.today);
    draw("line", { class: "dd-today", x1: now, x2: now, y1: this.config.header_height, y2: this.grid_height }, this.$svg);
  }

  hatch() {
    const pattern = draw("pattern", { id: "dd-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, draw("defs", {}, this.$svg));
    draw("rect", { class: "dd-hatch-ground", width: 6, height: 6 }, pattern);
    draw("rect", { class: "dd-hatch-line", width: 2, height: 6 }, pattern);
  }

  finish_bar(bar, row, n) {
    let end = this.x(row.finish, 1);
    if (row.milestone) {
      bar.$bar.setAttribute("visibility", "hidden");
      const middle = this.y(n) + BAR / 2;
      draw("path", { class: "bar dd-diamond", d: `M ${end} ${middle - 9} l 9 9 l -9 9 l -9 -9 z` }, bar.bar_group);
      end += 9;
    }
    const words = row.late ? `${row.words} · sau hạn ${row.late} ngày` : row.words;
    draw("text", { class: "dd-bar-words", x: end + 6, y: this.y(n) + BAR / 2 + 4 }, bar.group).textContent = words;
  }

  /** From the end that is waited for to the end that waits: FS, SS, FF. */
  make_arrows() {
    this.arrows = [];
    const place = new Map(this.options.rows.map((row, n) => [row.kind === "task" ? row.id : `lane ${row.id}`, n]));
    const tip = draw("marker", { id: "dd-tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, draw("defs", {}, this.$svg));
    draw("path", { d: "M0 0 L8 4 L0 8 z", class: "dd-tip" }, tip);
    for (const [earlier, later, kind] of this.options.links) {
      const [from, to] = [place.get(earlier), place.get(later)];
      const [a, b] = [this.options.rows[from], this.options.rows[to]];
      const x1 = kind === "SS" ? this.x(a.start) : this.x(a.finish, 1);
      const x2 = kind === "FF" || b.milestone ? this.x(b.finish, 1) + (b.milestone ? -9 : 0) : this.x(b.start);
      const [y1, y2] = [this.y(from) + BAR / 2, this.y(to) + BAR / 2];
      const out = x1 + (kind === "SS" ? -8 : 8);
      const entry = kind === "FF" && !b.milestone ? Math.max(out, x2 + 10) : x2 - 10;
      const between = y1 + Math.sign(y2 - y1) * (BAR / 2 + 3);
      const path = kind === "FF" && !b.milestone ? `M ${x1} ${y1} H ${entry} V ${y2} H ${x2}`
        : entry >= out ? `M ${x1} ${y1} H ${out} V ${y2} H ${x2}`
        : `M ${x1} ${y1} H ${out} V ${between} H ${entry} V ${y2} H ${x2}`;
      draw("path", { d: path, class: a.critical && b.critical ? "dd-arrow is-critical" : "dd-arrow", "marker-end": "url(#dd-tip)" }, this.layers.arrow);
    }
  }

  set_scroll_position() {
    this.$container.scrollLeft = Math.max(0, this.x(this.options.today) - 160);
  }
}

function bar(row) {
  return { id: row.kind === "lane" ? `lane-${row.id}` : `task-${row.id}`, name: "", start: row.start, end: row.finish };
}

function look(row) {
  if (row.kind === "lane") return ["dd-lane"];
  return row.doneLate ? ["is-done-late"] : row.done ? ["is-done"] : row.critical ? ["is-critical"] : [];
}

class Chart {
  constructor(box) {
    this.box = box;
    this.names = box.querySelector(".dd-gantt-names");
    this.place = box.querySelector(".dd-gantt-chart");
    this.scale = "week";
    this.lanes = null;
    box.addEventListener("click", (event) => this.press(event));
    this.load();
  }

  async load(focus) {
    const query = this.lanes ? `?lanes=${[...this.lanes].join(",")}` : "";
    const answer = await fetch(this.box.dataset.chart + query, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    this.data = await answer.json();
    this.lanes = new Set(this.data.rows.filter((row) => row.kind === "lane" && row.open).map((row) => row.id));
    this.show();
    if (focus !== undefined) this.names.querySelector(`[data-lane="${focus}"]`)?.focus();
  }

  show() {
    const { rows, links, today, off } = this.data;
    const left = this.place.querySelector(".gantt-container")?.scrollLeft;
    this.place.replaceChildren();
    this.names.replaceChildren(...rows.map((row) => (row.kind === "lane" ? this.lane(row) : this.task(row))));
    if (!rows.length) return;
    this.gantt = new HouseGantt(this.place, rows.map(bar), {
      rows, links, today, off, view_modes: [{ ...SCALES[this.scale], padding: "21d", date_format: "YYYY-MM-DD" }],
      bar_height: BAR, padding: GAP, upper_header_height: HEADER[0], lower_header_height: HEADER[1], bar_corner_radius: 3,
      readonly: true, popup: false, infinite_padding: false, today_button: false, holidays: {}, language: "vi",
      lines: "vertical", move_dependencies: false,
    });
    this.place.querySelector("svg").setAttribute("aria-hidden", "true"); // the names beside it and the table below say all of it
    const [first, second] = this.place.querySelectorAll(".upper-text");
    if (second && second.offsetLeft - first.offsetLeft < 90) first.classList.add("is-near");
    const scrolled = this.place.querySelector(".gantt-container");
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", this.box.dataset.says]]) scrolled.setAttribute(name, value);
    for (const [n, row] of rows.entries()) {
      const group = this.gantt.bars[n].group;
      group.classList.add(...look(row));
      group.dataset.row = n;
    }
    if (left !== undefined && this.kept === this.scale) this.place.querySelector(".gantt-container").scrollLeft = left;
    this.kept = this.scale;
  }

  lane(row) {
    const made = document.createElement("div");
    made.className = "dd-gantt-lane";
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: row.name });
    button.dataset.lane = row.id;
    button.setAttribute("aria-expanded", row.open);
    const note = document.createElement("small");
    note.textContent = `${row.count} việc${row.critical && row.id ? `, ${row.critical} găng` : ""}${row.more ? ` · còn ${row.more} việc xem trong bảng` : ""}`;
    made.append(button, note);
    return made;
  }

  task(row) {
    const made = document.createElement("div");
    made.className = `dd-gantt-task${row.critical && !row.done ? " is-critical" : ""}`;
    const name = document.createElement(row.page ? "a" : "span");
    if (row.page) name.href = row.page;
    name.textContent = row.name;
    name.title = [row.code, row.name, row.unit, row.words].filter(Boolean).join(" · ");
    made.append(name);
    return made;
  }

  press(event) {
    const scale = event.target.closest("[data-scale]");
    const lane = event.target.closest("[data-lane]");
    const drawn = event.target.closest(".bar-wrapper");
    if (scale) {
      this.scale = scale.dataset.scale;
      for (const one of this.box.querySelectorAll("[data-scale]")) one.setAttribute("aria-pressed", one === scale);
      this.show();
    } else if (event.target.closest("[data-to-today]")) {
      this.gantt?.set_scroll_position();
    } else if (lane || drawn?.classList.contains("dd-lane")) {
      this.toggle(lane ? Number(lane.dataset.lane) : this.data.rows[drawn.dataset.row].id);
    } else if (drawn) {
      slip(this.data.rows[drawn.dataset.row].code);
    }
  }

  toggle(id) {
    if (!this.lanes.delete(id)) this.lanes.add(id);
    this.load(id);
  }
}

/** Asks what would become of the others if this task slipped. */
function slip(code) {
  const form = document.getElementById("slip-form");
  if (!form || !code) return;
  form.elements.task.value = code;
  form.requestSubmit();
  document.getElementById("slip-panel").scrollIntoView({ block: "start" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-slip]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById("slip-form")) return;
  event.preventDefault();
  slip(link.dataset.slip);
});

const box = document.getElementById("gantt");
if (box && matchMedia("(min-width: 768px)").matches) new Chart(box);
