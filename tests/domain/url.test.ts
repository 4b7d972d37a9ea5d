import { describe, expect, test } from '@jest/globals';
import { pathBelow, withoutSlash } from '../../lib/domain/url.ts';

test.each([
  ['https://a.example', 'https://a.example'],
  ['https://a.example/', 'https://a.example'],
  ['https://a.example/b//', 'https://a.example/b'],
  ['/', ''],
])('%s without the slash at its end is %s', (url, without) => expect(withoutSlash(url)).toBe(without));

describe('the path of a link', () => {
  test.each([
    ['https://a.example', 'https://a.example/b/c?d=/e#/f', '/b/c'],
    ['https://a.example/', 'https://a.example/b', '/b'],
    ['https://a.example/', 'https://a.example/', '/'],
    ['https://a.example/wekan', 'https://a.example/wekan/b/c', '/b/c'],
    ['https://a.example/wekan/', 'https://a.example/wekan/b', '/b'],
    ['https://A.example:443/', 'https://a.example/b', '/b'],
  ])('below %s of %s is %s', (base, link, path) => expect(pathBelow(base, link)).toBe(path));

  test.each([
    ['https://a.example/', 'https://b.example/c'],
    ['https://a.example/', 'http://a.example/c'],
    ['https://a.example/', 'https://a.example:8443/c'],
    ['https://a.example/', 'https://a.example@b.example/c'],
    ['https://a.example/wekan', 'https://a.example/wekan'],
    ['https://a.example/wekan', 'https://a.example/wekanda/b'],
    ['https://a.example/wekan', 'https://a.example/wekan/../b'],
    ['https://a.example/', '/b'],
    ['https://a.example/', 'the pump is loud'],
    ['https://a.example/', ''],
  ])('below %s is none of %s', (base, link) => expect(pathBelow(base, link)).toBeUndefined());
});
