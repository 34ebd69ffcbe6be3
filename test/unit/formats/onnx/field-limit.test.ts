import { describe, expect, jest, test } from '@jest/globals';
import * as limits from '../../../../src/limits.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { message, numberField } from '../../../support/onnx-builder.ts';

const FEW = 10;

jest.unstable_mockModule('../../../../src/limits.ts', () => ({ ...limits, MAX_ONNX_FIELDS: FEW }));
const { WireReader } = await import('../../../../src/formats/onnx/wire-reader.ts');

async function countFields(fields: number): Promise<number> {
  const bytes = message(...Array.from({ length: fields }, () => numberField(1, 1)));
  let count = 0;
  for await (const _ of new WireReader(memorySource(bytes)).fields(0, bytes.length)) count++;
  return count;
}

describe('fields without end', () => {
  test('are refused, and as many as a file may have are not', async () => {
    expect(await countFields(FEW)).toBe(FEW);
    await expect(countFields(FEW + 1)).rejects.toMatchObject({ code: 'TOO_MANY_FIELDS' });
  });
});
