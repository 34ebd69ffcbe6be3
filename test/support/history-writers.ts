import { changeDocument } from '../../src/publish/change-document.ts';
import { parseHistory, renderHistory, withRuns } from '../../src/report/history/history.ts';

/** Lets several writers add a run each to the history of one model at the same time. */
export async function writeAtOnce(
  reference: string,
  writers: number,
  options: { readonly endpoint: string; readonly region?: string },
): Promise<void> {
  await Promise.all(
    Array.from({ length: writers }, (_, writer) =>
      changeDocument(
        reference,
        (text) => {
          const run = {
            time: new Date(0).toISOString(),
            commit: null,
            model: 'model.pt',
            identity: `sha256:${writer}`,
            verdict: 'pass' as const,
            layers: [['fc1', writer] as [string, number]],
          };
          return renderHistory(withRuns(text === undefined ? [] : parseHistory(text, reference), [run], 100));
        },
        { cwd: '/', ...options },
      ),
    ),
  );
}
