// The reader's language, as on all other pages of staff; what the browser says where that fails.
const spoken = /^en/i.test(navigator.languages?.[0] ?? navigator.language ?? '') ? 'en' : 'zh';
const { language } = await fetch('/brand/webapp.json', { headers: { Accept: 'application/json' } })
  .then(response => response.json())
  .catch(() => ({ language: spoken }));

document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';

export default {
  customScripts: ['scripts/gradphoto-1/index'],
  locales: { availableLocales: [language], fallbackLocale: language },
  disableWelcomeMessage: true,
};
