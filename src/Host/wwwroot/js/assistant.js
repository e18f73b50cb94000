// Shows what the assistants say of an offer while it is typed. Without it, they speak each time the form is sent.
const box = document.querySelector('[data-assistant]');
const form = box?.closest('form');
const [status, says] = box ? [box.querySelector('[role=status]'), box.lastElementChild] : [];
let timer, request, told = says?.firstElementChild?.dataset.remarks;

async function ask() {
  request?.abort();
  request = new AbortController();
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value);
  try {
    const answer = await fetch(box.dataset.assistant, { method: 'POST', body: typed, signal: request.signal });
    // Whoever is on the button keeps it.
    if (!answer.ok || answer.redirected || says.contains(document.activeElement)) return;
    says.innerHTML = await answer.text();
    const remarks = says.firstElementChild?.dataset.remarks;
    if (remarks !== told) status.textContent = told = remarks;
  } catch { /* Offline, or overtaken by the next one. */ }
}

if (form) {
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 700);
  });
  box.addEventListener('click', event => {
    const title = event.target.closest('[data-title]')?.dataset.title;
    const field = form.elements['Input.Title'];
    if (!title || !field) return;
    event.preventDefault();
    field.value = title;
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
