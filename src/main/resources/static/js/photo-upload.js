// Sends the photo with its progress in sight. Without this file the form sends itself, and the answer is the same page.
{
  const form = document.getElementById('photo-form');
  const busy = form.querySelector('.busy');
  const bar = document.getElementById('progress');
  const line = document.getElementById('busy-text');
  const text = name => document.querySelector(`#photo-texts [data-for=${name}]`).textContent;

  const again = () => {
    busy.hidden = true;
    form.querySelectorAll('button').forEach(button => { button.disabled = false; });
  };
  const alarm = box => {
    document.querySelectorAll('main > [role=alert], main > .tried').forEach(old => old.remove());
    form.before(box);
    box.scrollIntoView({block: 'center'});
  };
  const say = sentence => {
    const box = document.createElement('div');
    box.className = 'box bad';
    box.setAttribute('role', 'alert');
    box.textContent = sentence;
    return box;
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    bar.value = 0;
    bar.hidden = false;
    busy.classList.add('counted');
    line.textContent = text('sending');
    request.upload.onprogress = ({loaded, total}) => { bar.value = total ? loaded / total * 100 : 0; };
    request.upload.onload = () => {
      bar.hidden = true;
      busy.classList.remove('counted');
      line.textContent = text('measuring');
    };
    request.onerror = () => setTimeout(() => { again(); alarm(say(text('offline'))); }, 0);
    request.onload = () => {
      const page = request.response;
      const to = new URL(request.responseURL);
      if (request.status < 400 && to.pathname !== new URL(form.action).pathname) {
        location.assign(to);
      } else if ([422, 429, 503].includes(request.status) && page?.querySelector('main > [role=alert]')) {
        again(); // the picture and the frame are still here: one thing to mend or to wait for, and send again
        alarm(document.importNode(page.querySelector('main > [role=alert]'), true));
        const tried = page.querySelector('main > .tried');
        if (tried) { form.before(document.importNode(tried, true)); }
      } else if (page?.querySelector('main')) {
        document.querySelector('main').replaceWith(document.importNode(page.querySelector('main'), true));
        scrollTo(0, 0);
      } else {
        again();
        alarm(say(text('offline')));
      }
    };
    request.send(new FormData(form));
  });
}
