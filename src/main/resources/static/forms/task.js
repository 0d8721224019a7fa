/**
 * The one form of all staff tasks in Tasklist. What it asks comes as an HTML fragment from the application; what is
 * entered goes back as transient variables of the task's completion, so it never becomes a process variable.
 *
 * The fragment may use: [data-claim-hint], [data-required] (on a group), [data-required-if="name=A,B"] and
 * [data-required-message] (on a field, a group or the whole).
 */
export function show(camForm, $scope) {
  const form = camForm.formElement[0];
  const service = name => camForm.formElement.injector().get(name); // of Tasklist
  const fields = form.querySelector('.gp-fields');
  const hint = form.querySelector('.gp-hint');
  const alert = form.querySelector('.gp-alert');

  const say = text => { alert.textContent = text || ''; };

  const lock = locked => {
    fields.disabled = locked;
    hint.textContent = fields.querySelector('[data-claim-hint]')?.dataset.claimHint ?? '';
    hint.hidden = !locked || !hint.textContent;
  };

  fetch(`/office/tasks/${encodeURIComponent(camForm.taskId)}/form`, { headers: { Accept: 'text/html' }, redirect: 'manual' })
    .then(response => response.ok ? response.text() : Promise.reject(response.status))
    .then(html => {
      if ($scope.$$destroyed || !$scope.gpForm) { return; } // another task was opened meanwhile
      fields.innerHTML = html;
      fields.removeAttribute('aria-busy');
      fields.querySelectorAll('a[href]').forEach(link => { link.target = '_blank'; link.rel = 'noopener'; });
      applyConditions(fields);
      $scope.$apply(() => {
        $scope.gpForm.$setValidity('loaded', true);
        $scope.$watch('options.disableForm', lock);
      });
      listenToKeys($scope, fields);
    })
    .catch(status => $scope.$$destroyed || $scope.$apply(() => {
      $scope.tasklistForm.$error = { message: status === 404 ? 'TASK_NOT_EXIST' : 'PAGES_MSG_SERVER_ERROR' };
    }));

  const onward = $scope.$root.$on('shortcut:nextTask', openTheNext);
  $scope.$on('$destroy', onward);

  fields.addEventListener('input', () => {
    say();
    fields.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
    applyConditions(fields);
  });

  // Tasklist would keep a copy of the entries in the browser's storage.
  camForm.on('store', () => { camForm.storePrevented = true; });

  camForm.on('submit', () => {
    service('Notifications').clearAll();
    const problem = firstProblem(fields);
    camForm.submitPrevented = Boolean(problem);
    say(problem?.message);
    problem?.field.setAttribute('aria-invalid', 'true');
    problem?.field.focus();
  });

  // Not submit-form: at full history the engine keeps every text of a submitted form, transient or not.
  camForm.submitVariables = done =>
    camForm.client.resource('task').complete({ id: camForm.taskId, variables: variables(fields) }, done);

  // Tasklist would show an empty half: the next task of the list opens by itself.
  camForm.on('submit-success', () => {
    const next = nextCard();
    setTimeout(() => open(next), 0);
  });

  camForm.on('submit-failed', (_, [error]) => {
    if (error.status === 422) {
      say(error.message);
      error.message = 'submission prevented'; // Tasklist shows no notice of its own for this text
    } else if (error.status >= 500 && !/task is null|is suspended/.test(error.message)) { // those two Tasklist explains itself
      error.message = service('$translate').instant('PAGES_MSG_SERVER_ERROR');
    }
  });
}

/** The card after the open one, or the first before it, that no colleague holds. */
function nextCard() {
  const cards = [...document.querySelectorAll('[cam-tasks] li.task')];
  const at = cards.findIndex(card => card.classList.contains('active'));
  return [...cards.slice(at + 1), ...cards.slice(0, Math.max(at, 0))]
    .find(card => !card.hasAttribute('data-of-another'))
    ?.querySelector('h4.task a')?.getAttribute('href');
}

/** The list may be drawn anew meanwhile, so the card is looked for again. */
function open(address) {
  if (!address) return;
  [...document.querySelectorAll('[cam-tasks] h4.task a')]
    .find(link => link.getAttribute('href') === address)?.click();
}

function openTheNext() {
  const next = nextCard();
  setTimeout(() => open(next), 0);
}

const REASON_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map(digit => 'Digit' + digit)
  .concat(['Q', 'W', 'E', 'T', 'Y'].map(letter => 'Key' + letter));

/** The keys of a review; the list of them is Tasklist's own help. */
function listenToKeys($scope, fields) {
  const option = value => fields.querySelector(`input[name=decision][value=${value}]`);
  const reasons = fields.querySelector('.gp-reasons');
  if (!reasons || !option('APPROVED')) return;
  // Tasklist's keys are silent in fields of text alone.
  fields.querySelectorAll('input').forEach(input => input.classList.add('mousetrap'));

  const unlocked = () => new Promise((resolve, reject) => {
    if (!fields.disabled) return resolve();
    const claim = document.querySelector('button.claim');
    if (!claim) return reject();
    const watch = new MutationObserver(() => { if (!fields.disabled) { watch.disconnect(); resolve(); } });
    watch.observe(fields, { attributes: true, attributeFilter: ['disabled'] });
    claim.click();
  });

  const change = (input, checked) => {
    input.checked = checked;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const choose = value => unlocked().then(() => {
    if (!option(value)) return;
    change(option(value), true);
    // Angular unlocks the button in the turn after this one.
    setTimeout(() => document.querySelector('.form-actions .btn-primary')?.click(), 0);
  }, () => {});

  const chooseReason = event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])')) return;
    const box = reasons.querySelectorAll('[name=reasons]')[REASON_KEYS.indexOf(event.code.replace('Numpad', 'Digit'))];
    if (!box) return;
    event.preventDefault();
    unlocked().then(() => {
      change(box, !box.checked);
      if (box.value === 'OTHER' && box.checked) fields.querySelector('[name=comment]').focus();
    }, () => {});
  };

  document.addEventListener('keydown', chooseReason);
  const ends = [
    $scope.$root.$on('shortcut:approvePhoto', () => choose('APPROVED')),
    $scope.$root.$on('shortcut:rejectPhoto', () => choose('REJECTED')),
    $scope.$root.$on('shortcut:askSecondOpinion', () => choose('SECOND_OPINION')),
    () => document.removeEventListener('keydown', chooseReason),
  ];
  $scope.$on('$destroy', () => ends.forEach(end => end()));
}

const controls = within => [...within.querySelectorAll('input[name], select[name], textarea[name]')];

/** The chosen or entered values of one control. */
function valuesOf(control) {
  if (control.type === 'checkbox' || control.type === 'radio') return control.checked ? [control.value] : [];
  if (control.tagName === 'SELECT') return [...control.selectedOptions].map(option => option.value);
  return [control.value];
}

/** All fields by name, several values of one name joined by commas; nothing chosen is an empty text. */
function entries(within) {
  const byName = {};
  for (const control of controls(within)) (byName[control.name] ??= []).push(...valuesOf(control));
  return Object.fromEntries(Object.entries(byName).map(([name, values]) => [name, values.join(',')]));
}

function variables(within) {
  return Object.fromEntries(Object.entries(entries(within)).map(([name, value]) =>
    [name, { value, type: 'String', valueInfo: { transient: true } }]));
}

/** Turns data-required-if into required (a control) or data-required (a group of controls). */
function applyConditions(fields) {
  const values = entries(fields);
  for (const element of fields.querySelectorAll('[data-required-if]')) {
    const [name, wanted] = element.dataset.requiredIf.split('=');
    const required = (values[name] ?? '').split(',').some(value => wanted.split(',').includes(value));
    if ('required' in element) element.required = required;
    else element.toggleAttribute('data-required', required);
  }
}

/** The first field that must be corrected, and the sentence for it; undefined if there is none. */
function firstProblem(fields) {
  const problem = (field, element) => ({
    field,
    message: element.closest('[data-required-message]')?.dataset.requiredMessage || field.validationMessage,
  });
  for (const element of fields.querySelectorAll('[data-required], input, select, textarea')) {
    if (element.matches('[data-required]')) {
      const inside = controls(element);
      if (inside.length && !inside.some(control => valuesOf(control).join('').trim())) return problem(inside[0], element);
    } else if (element.required && element.type !== 'radio' && !valuesOf(element).join('').trim()) {
      return problem(element, element);
    } else if (!element.checkValidity()) {
      return element.validity.valueMissing
        ? problem(element, element)
        : { field: element, message: element.title || element.validationMessage };
    }
  }
}
