// Tasklist's own language choice: the browser's first language, otherwise Chinese.
const english = /^en/i.test(navigator.languages?.[0] ?? navigator.language ?? '');

// Tasklist draws before its texts are there, and what it drew with their keys stays so: fetch them ahead of it.
const version = document.querySelector('script[src*="bust="]')?.src.split('?')[1] ?? '';
fetch(new URL(`../locales/${english ? 'en' : 'zh'}.json?${version}`, import.meta.url)).catch(() => {});

export default {
  app: english ? { vendor: 'Graduate photos', name: 'tasks' } : { vendor: '毕业生图像采集', name: '任务' },
  // Only one is loaded: the dates of a page are in the language that came last.
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: english ? 'en' : 'zh' },
  customScripts: ['scripts/gradphoto-card-1'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: english ? 'claim the selected task' : '认领所选任务' },
    focusFilter: { key: 'ctrl+shift+f', description: english ? 'go to the first filter' : '转到第一个任务分类' },
    focusList: { key: 'ctrl+alt+l', description: english ? 'go to the first task' : '转到第一个任务' },
    focusForm: { key: 'ctrl+alt+f', description: english ? 'go to the form' : '转到表单' },
  },
};
