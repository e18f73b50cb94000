// Draws the numbers of a table. The table is the source and stays one click away; without this script nothing is lost.
const style = getComputedStyle(document.documentElement);
const colour = name => style.getPropertyValue(name).trim();
// Colour is never alone: each line has its own dashes and points, each area its own pattern.
const looks = [
  { colour: "--accent", dash: [], point: "circle" },
  { colour: "--warm", dash: [8, 4], point: "triangle" },
  { colour: "--good", dash: [2, 3], point: "rect" },
  { colour: "--danger", dash: [10, 3, 2, 3], point: "rectRot" },
];
const language = document.documentElement.lang;
const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const written = { share: percent, movement: percent };
Chart.defaults.color = colour("--ink");
Chart.defaults.borderColor = colour("--line");
Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

function pattern(n) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 10;
  const pen = tile.getContext("2d");
  pen.fillStyle = colour(looks[n % looks.length].colour);
  pen.fillRect(0, 0, 10, 10);
  pen.strokeStyle = pen.fillStyle = colour("--paper");
  pen.lineWidth = 2;
  pen.beginPath();
  const turn = n % 8;
  if (turn === 1 || turn === 6) { pen.moveTo(0, 10); pen.lineTo(10, 0); }
  if (turn === 2 || turn === 6) { pen.moveTo(0, 0); pen.lineTo(10, 10); }
  if (turn === 3 || turn === 7) { pen.moveTo(0, 5); pen.lineTo(10, 5); }
  if (turn === 4 || turn === 7) { pen.moveTo(5, 0); pen.lineTo(5, 10); }
  pen.stroke();
  if (turn === 5) { pen.beginPath(); pen.arc(5, 5, 2, 0, 7); pen.fill(); }
  return pen.createPattern(tile, "repeat");
}

// The name beside each bubble, so that the picture can be read without pointing at it: a little away and tied by a line where bubbles stand
// close; those that find no room stay in the table.
const names = {
  id: "names",
  afterDatasetsDraw(chart) {
    const { ctx: pen, chartArea: area } = chart;
    const bubbles = chart.getDatasetMeta(0).data.map((bubble, i) => ({ x: bubble.x, y: bubble.y, r: bubble.options.radius, text: chart.data.labels[i] }));
    const taken = bubbles.map(({ x, y, r }) => ({ x: x - 0.8 * r, y: y - 0.8 * r, width: 1.6 * r, height: 1.6 * r }));
    const free = box => box.x >= area.left && box.x + box.width <= area.right && box.y >= area.top - 24 && box.y + box.height <= area.bottom
      && !taken.some(t => box.x < t.x + t.width && t.x < box.x + box.width && box.y < t.y + t.height && t.y < box.y + box.height);
    pen.font = `12px ${Chart.defaults.font.family}`;
    pen.fillStyle = colour("--ink");
    pen.strokeStyle = colour("--ink-soft");
    pen.lineWidth = 1;
    for (const { x, y, r, text } of bubbles) {
      const width = pen.measureText(text).width;
      for (const [away, turn] of [3, 18, 36, 54, 72, 96, 120].flatMap(away => [0, 4, 2, 6, 1, 3, 5, 7].map(turn => [away, turn]))) {
        const [across, down] = [Math.cos(turn * Math.PI / 4), Math.sin(turn * Math.PI / 4)];
        const [endX, endY] = [x + across * (r + away), y + down * (r + away)];
        const box = { x: endX - width * (across < -0.1 ? 1 : across > 0.1 ? 0 : 0.5), y: endY - (down < -0.1 ? 15 : down > 0.1 ? 1 : 8), width, height: 16 };
        if (!free(box)) continue;
        taken.push(box);
        pen.fillText(text, box.x, box.y + 12);
        if (away > 3) {
          pen.beginPath();
          pen.moveTo(x + across * r, y + down * r);
          pen.lineTo(x + across * (r + away - 2), y + down * (r + away - 2));
          pen.stroke();
        }
        break;
      }
    }
  },
};

const narrow = innerWidth < 640;
// A long name takes two lines, and ends where these end.
const longest = narrow ? 18 : 32;
function short(at) {
  const text = this.getLabelForValue(at);
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(" ", longest);
  const [first, rest] = end > 0 ? [text.slice(0, end), text.slice(end + 1)] : [text.slice(0, longest), text.slice(longest)];
  return [first, rest.length > longest ? `${rest.slice(0, longest - 1)}…` : rest];
}
const value = cell => cell.dataset.value === undefined || cell.dataset.value === "" ? null : Number(cell.dataset.value);
const say = column => (written[column.format] ?? number).format;

for (const canvas of document.querySelectorAll("canvas[data-table]")) {
  const table = document.getElementById(canvas.dataset.table);
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells]
    .map((cell, index) => ({ name: cell.textContent.trim(), index, axis: cell.dataset.axis, format: cell.dataset.format }));
  const of = axis => heads.find(head => head.axis === axis);
  const label = row => row.cells[0].textContent.trim();
  const kind = canvas.dataset.chart ?? "lines";
  // A table that names no series is drawn by all its numbers, as shares.
  const plain = !heads.some(head => head.axis);
  const series = heads.filter(head => plain ? rows[0]?.cells[head.index].dataset.value !== undefined : head.axis === "series")
    .map(head => plain ? { ...head, format: "share" } : head);
  const data = series.map((head, n) => ({
    label: head.name,
    data: rows.map(row => value(row.cells[head.index])),
    borderColor: colour(looks[n].colour),
    backgroundColor: kind === "lines" ? colour(looks[n].colour) : pattern(n),
    borderDash: looks[n].dash,
    pointStyle: looks[n].point,
    pointRadius: 4,
    borderWidth: 2,
    spanGaps: true,
  }));
  const go = (event, found) => {
    const link = found.length && rows[found[0].index].cells[0].querySelector("a");
    if (link) location.href = link.href;
  };
  const common = { onClick: go, onHover: (event, found) => { canvas.style.cursor = found.length ? "pointer" : ""; } };
  const legend = { display: series.length > 1, labels: { usePointStyle: kind === "lines" } };
  const tooltip = { callbacks: { label: item => `${item.dataset.label} : ${say(series[item.datasetIndex])(item.raw)}` } };
  const shape = {
    lines: () => ({
      type: "line",
      data: { labels: rows.map(label), datasets: data },
      options: {
        ...common,
        interaction: { mode: "index", intersect: false },
        scales: { y: { min: 0, max: plain ? 1 : undefined, ticks: { precision: plain ? undefined : 0, callback: say(series[0]) } } },
        plugins: { legend, tooltip },
      },
    }),
    bars: () => ({
      type: "bar",
      data: { labels: rows.map(label), datasets: data },
      options: { ...common, indexAxis: "y", scales: { x: { ticks: { precision: 0, callback: say(series[0]) } }, y: { ticks: { callback: short } } }, plugins: { legend, tooltip } },
    }),
    doughnut: () => ({
      type: "doughnut",
      data: { labels: rows.map(row => `${label(row)} (${row.cells[series[0].index].textContent.trim()})`), datasets: [{ ...data[0], backgroundColor: rows.map((_, n) => pattern(n)), borderColor: colour("--paper"), borderDash: [] }] },
      options: { ...common, cutout: "55%", plugins: { legend: { position: narrow ? "bottom" : "right" }, tooltip: { callbacks: { label: item => item.label } } } },
    }),
    bubbles: () => {
      const [x, y, size] = [of("x"), of("y"), of("size")];
      const most = Math.max(...rows.map(row => value(row.cells[size.index])));
      // What is new has no growth to stand at: it is in the table alone.
      const shown = rows.filter(row => value(row.cells[x.index]) !== null && value(row.cells[y.index]) !== null);
      const lowest = Math.min(...shown.map(row => value(row.cells[y.index])));
      const widest = narrow ? 12 : 20;
      const text = (row, head) => row.cells[head.index].textContent.trim();
      return {
        type: "bubble",
        data: {
          labels: shown.map(label),
          datasets: [{
            data: shown.map(row => ({ x: value(row.cells[x.index]), y: value(row.cells[y.index]), r: 4 + widest * Math.sqrt(value(row.cells[size.index]) / most) })),
            backgroundColor: colour("--accent-soft"),
            borderColor: colour("--accent"),
            borderWidth: 2,
          }],
        },
        options: {
          ...common,
          onClick: (event, found) => {
            const link = found.length && shown[found[0].index].cells[0].querySelector("a");
            if (link) location.href = link.href;
          },
          layout: { padding: { top: widest + 4, right: 12 } },
          scales: {
            x: { title: { display: true, text: x.name }, grace: x.format === "count" ? 0 : "8%", min: x.format === "count" ? 0 : undefined, ticks: { callback: say(x) } },
            // Shares end at the whole; where all of them are high, the axis begins below the lowest, or they would lie in one heap.
            y: { title: { display: true, text: y.name }, suggestedMin: lowest > 0.6 ? Math.floor(10 * lowest - 1) / 10 : 0, suggestedMax: 1, ticks: { callback: at => at > 1 ? "" : say(y)(at) } },
          },
          plugins: { legend: { display: false }, tooltip: { callbacks: { label: item => `${item.chart.data.labels[item.dataIndex]} : ${heads.slice(1).map(head => `${head.name} ${text(shown[item.dataIndex], head)}`).join(", ")}` } } },
        },
        plugins: [names],
      };
    },
  }[kind]();
  canvas.parentElement.hidden = false;
  new Chart(canvas, shape);
  // The picture is there: its table waits one click away.
  table.closest("details")?.removeAttribute("open");
}

// Paper has no click: the tables are printed beside their pictures.
addEventListener("beforeprint", () => document.querySelectorAll(".stat details").forEach(details => { details.open = true; }));
