// Asks the gateway with clients that were written for others: node clients.js http://127.0.0.1:8080
import assert from 'node:assert/strict';
import { EventSource } from 'eventsource';
import Parser from 'rss-parser';
import trending from '@huchenme/github-trending';

const gateway = process.argv[2];

async function githubTrending() {
  for (const params of [{}, { language: 'java', since: 'weekly' }, { language: 'c++', spokenLanguageCode: 'en' }]) {
    const repositories = await trending.fetchRepositories(params, gateway);
    assert.equal(repositories.length, 25);
    for (const repository of repositories) {
      assert.ok(repository.url.endsWith(`/${repository.author}/${repository.name}`));
      assert.ok(repository.avatar.endsWith(`/${repository.author}.png`));
      assert.equal(typeof repository.description, 'string');
      for (const figure of ['stars', 'forks', 'currentPeriodStars']) {
        assert.ok(Number.isInteger(repository[figure]), figure);
      }
      assert.ok(Array.isArray(repository.builtBy));
    }
  }
  const some = await trending.fetchRandomRepositories(3, { since: 'monthly' }, gateway);
  assert.equal(some.length, 3);
  await assert.rejects(trending.fetchRepositories({ since: 'yearly' }, gateway), /400/);
}

async function languages() {
  const known = await (await fetch(`${gateway}/languages`)).json();
  const ours = new Set(known.map((language) => language.name));
  // Renamed by GitHub since, or gone.
  const gone = trending.languages.filter((language) => !ours.has(language.name));
  assert.ok(gone.length < 30, gone.map((language) => language.name).join(', '));
}

async function feeds() {
  for (const path of ['/trending.atom', '/trending.rss']) {
    const feed = await new Parser().parseURL(`${gateway}${path}?language=java&window=weekly`);
    assert.equal(feed.title, 'Trending on GitHub: Java, weekly');
    assert.equal(feed.items.length, 25);
    for (const item of feed.items) {
      assert.ok(item.link.endsWith(`/${item.title}`));
      assert.ok(!Number.isNaN(Date.parse(item.isoDate)));
    }
  }
}

function stream() {
  return new Promise((resolve, reject) => {
    const source = new EventSource(`${gateway}/trending/stream?language=java&limit=3`);
    const tooLate = setTimeout(() => reject(new Error('The stream told nothing')), 30_000);
    source.onmessage = (event) => {
      clearTimeout(tooLate);
      source.close();
      assert.equal(JSON.parse(event.data).items.length, 3);
      assert.match(event.lastEventId, /^[0-9a-f]{32}$/);
      resolve();
    };
  });
}

for (const check of [githubTrending, languages, feeds, stream]) {
  await check();
  console.log(`${check.name}: ok`);
}
