import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { workspacePath } from '../../../src/entry/action/workspace-path.ts';

describe('a path into the workspace', () => {
  test.each<[string, string, string | undefined]>([
    ['models/a.pt', '/home/runner/work/repo', 'models/a.pt'],
    ['/home/runner/work/repo/models/*.pt', '/home/runner/work/repo', 'models/*.pt'],
    ['./..models/a.pt', '/home/runner/work/repo', '..models/a.pt'],
    ['/home/runner/work/repo', '/home/runner/work/repo', undefined],
    ['/home/runner/work/repository/a.pt', '/home/runner/work/repo', undefined],
    ['../a.pt', '/home/runner/work/repo', undefined],
    ['/etc/passwd', '/home/runner/work/repo', undefined],
  ])('of Linux and macOS: %s', (file, workspace, expected) => {
    expect(workspacePath(file, workspace, path.posix)).toBe(expected);
  });

  test.each<[string, string, string | undefined]>([
    ['models\\a.pt', 'D:\\a\\repo', 'models/a.pt'],
    ['models/a.pt', 'D:\\a\\repo', 'models/a.pt'],
    ['d:\\A\\repo\\models\\*.pt', 'D:\\a\\repo', 'models/*.pt'],
    ['D:/a/repo/models/a.pt', 'D:\\a\\repo', 'models/a.pt'],
    ['..\\a.pt', 'D:\\a\\repo', undefined],
    ['C:\\a\\repo\\a.pt', 'D:\\a\\repo', undefined],
    ['\\\\server\\share\\a.pt', 'D:\\a\\repo', undefined],
  ])('of Windows: %s', (file, workspace, expected) => {
    expect(workspacePath(file, workspace, path.win32)).toBe(expected);
  });
});
