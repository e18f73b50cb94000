// Saves a draft while it is typed. Without this script the button does.
'use strict';

for (const form of document.querySelectorAll('form[data-autosave]')) {
  const said = form.querySelector('[data-saved]');
  const revision = form.elements.Revision;
  let [timer, saving, stopped] = [0, null, false];

  // Not while a pause between words lasts, and not longer than four seconds of typing without one.
  let since = 0;
  form.addEventListener('input', event => {
    if (stopped || event.target.type === 'file') return;
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(1500, since + 4000 - Date.now())));
  });
  // What is being saved is waited for: the form would meet its own words as somebody else's.
  form.addEventListener('submit', event => {
    stopped = true;
    clearTimeout(timer);
    if (!saving) return;
    event.preventDefault();
    saving.then(() => form.requestSubmit(event.submitter));
  });
  // A page that comes back from the browser's memory after the form was sent.
  addEventListener('pageshow', event => { if (event.persisted) stopped = false; });

  function save() {
    if (saving) {
      timer = setTimeout(save, 500);
      return;
    }
    since = 0;
    saving = send().finally(() => { saving = null; });
  }

  async function send() {
    const values = new FormData(form);
    values.delete('Upload');
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: values, redirect: 'error', signal: AbortSignal.timeout(5000) });
      if (!answer.ok) throw new Error(answer.statusText);
      const kept = await answer.json();
      said.textContent = kept.said;
      if (kept.revision === null) stopped = true;
      else revision.value = kept.revision;
      if (kept.address) history.replaceState(null, '', kept.address);
    } catch {
      if (!stopped) said.textContent = form.dataset.failed;
    }
  }
}
