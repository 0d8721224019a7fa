// The reader's language and the name at the top, as on all other pages of staff; what the browser says where that fails.
const spoken = /^en/i.test(navigator.languages?.[0] ?? navigator.language ?? '') ? 'en' : 'zh';
const { language, name } = await fetch('/brand/webapp.json', { headers: { Accept: 'application/json' } })
  .then(response => response.json())
  .catch(() => ({ language: spoken, name: '' }));
const english = language === 'en';
const say = (chinese, inEnglish) => english ? inEnglish : chinese;

// Tasklist draws before its texts are there, and what it drew with their keys stays so: fetch them ahead of it.
const version = document.querySelector('script[src*="bust="]')?.src.split('?')[1] ?? '';
fetch(new URL(`../locales/${language}.json?${version}`, import.meta.url)).catch(() => {});
document.documentElement.lang = say('zh-CN', 'en');

export default {
  app: { vendor: name || say('毕业生电子图像采集', 'Graduate photos'), name: say('任务列表', 'Tasks') },
  // Only one is loaded: the dates of a page are in the language that came last.
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: ['scripts/gradphoto-card-2'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: say('认领所选任务', 'claim the selected task') },
    focusFilter: { key: 'ctrl+shift+f', description: say('转到第一个任务分类', 'go to the first filter') },
    focusList: { key: 'ctrl+alt+l', description: say('转到第一个任务', 'go to the first task') },
    focusForm: { key: 'ctrl+alt+f', description: say('转到表单', 'go to the form') },
    nextTask: { key: 'n', description: say('打开下一个任务', 'open the next task') },
    approvePhoto: { key: 'a', description: say('审核照片：通过（未认领时先认领）', 'review: approve (claims it first)') },
    rejectPhoto: { key: 'r', description: say('审核照片：退回（先用数字键选原因）', 'review: send back (first choose reasons)') },
    askSecondOpinion: { key: 's', description: say('审核照片：转复审', 'review: ask for a second opinion') },
    // For the list of keys alone: the form itself listens to digits and letters, as many as there are reasons.
    chooseReason: { key: '1 … 9 0 q w e t y', description: say('审核照片：选退回原因', 'review: choose a reason') },
  },
};
