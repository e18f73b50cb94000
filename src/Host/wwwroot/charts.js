// Draws the numbers of a table as lines. The table is the source and stays one click away; without this script nothing is lost.
const style = getComputedStyle(document.documentElement);
const colour = name => style.getPropertyValue(name).trim();
// Colour is never alone: each line has its own dashes and points.
const looks = [
  { colour: "--accent", dash: [], point: "circle" },
  { colour: "--warm", dash: [8, 4], point: "triangle" },
  { colour: "--good", dash: [2, 3], point: "rect" },
  { colour: "--danger", dash: [10, 3, 2, 3], point: "rectRot" },
];
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent", maximumFractionDigits: 1 });
Chart.defaults.color = colour("--ink");
Chart.defaults.borderColor = colour("--line");
Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;

for (const canvas of document.querySelectorAll("canvas[data-table]")) {
  const table = document.getElementById(canvas.dataset.table);
  const rows = [...table.tBodies[0].rows];
  const columns = [...table.tHead.rows[0].cells].map((cell, index) => ({ name: cell.textContent.trim(), index }))
    .filter(column => rows[0]?.cells[column.index].dataset.value !== undefined);
  canvas.parentElement.hidden = false;
  new Chart(canvas, {
    type: "line",
    data: {
      labels: rows.map(row => row.cells[0].textContent.trim()),
      datasets: columns.map((column, n) => ({
        label: column.name,
        data: rows.map(row => row.cells[column.index].dataset.value).map(value => value === "" ? null : Number(value)),
        borderColor: colour(looks[n].colour),
        backgroundColor: colour(looks[n].colour),
        borderDash: looks[n].dash,
        pointStyle: looks[n].point,
        pointRadius: 4,
        borderWidth: 2,
        spanGaps: true,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      scales: { y: { min: 0, max: 1, ticks: { callback: value => percent.format(value) } } },
      plugins: {
        legend: { display: columns.length > 1, labels: { usePointStyle: true } },
        tooltip: { callbacks: { label: item => `${item.dataset.label} : ${percent.format(item.parsed.y)}` } },
      },
    },
  });
}
