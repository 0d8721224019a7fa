// Keeps the server's countdown fresh while the page stays open.
const countdown = document.querySelector('[data-countdown]');
if (countdown) {
  const show = () => {
    const hours = Math.floor((Number(countdown.dataset.closes) - Date.now()) / 3600000);
    if (hours < 0) { location.reload(); return; }
    countdown.textContent = hours === 0
      ? countdown.dataset.last
      : countdown.dataset.text.replace('%d', Math.floor(hours / 24)).replace('%h', hours % 24);
  };
  setInterval(show, 60000);
}
