import { say } from './texts.js';

export const PAGE = 25;

/** The engine's REST interface as Cockpit itself uses it, so under the rights of who is signed in. */
export function connect(api) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken };

  async function call(method, path, query, body) {
    const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
    const answer = await fetch(`${api.engineApi}${path}?${new URLSearchParams(given)}`,
      { method, headers, credentials: 'same-origin', body: body && JSON.stringify(body) });
    if (answer.ok) return answer.status === 204 ? null : answer.json();
    const { message = '' } = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(message || String(answer.status)), { status: answer.status });
  }

  return {
    get: (path, query) => call('GET', path, query),
    post: (path, body, query) => call('POST', path, query, body),
    /**
     * One page of a list, and how many there are in all.
     * @param sorting more than one order, which the engine takes in a body only
     */
    async page(path, query, number = 0, sorting = undefined) {
      const part = { firstResult: number * PAGE, maxResults: PAGE };
      const [rows, { count }] = await Promise.all([
        sorting ? call('POST', path, part, { ...query, sorting }) : call('GET', path, { ...query, ...part }),
        call('GET', `${path}/count`, { ...query, sortBy: undefined, sortOrder: undefined })]);
      return { rows, count, number };
    },
  };
}

export function failure(error) {
  if (error.status === 401) return say('error.signedOut');
  return error.status === 403 ? say('error.rights') : say('error.other', error.message);
}
