import * as z from 'zod';

/** What a name in a template stands for. */
export type Shape =
  /** Words of a model or its maker, which are escaped. */
  | { readonly kind: 'words' }
  /** A number, or Markdown of our own. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'verdict' }
  | { readonly kind: 'list'; readonly of: z.ZodType }
  | { readonly kind: 'group'; readonly fields: Readonly<Record<string, z.ZodType>> };

/** @param schema a part of the schema of the view. */
export function shapeOf(schema: z.ZodType): Shape {
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodNullable)
    return shapeOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return { kind: 'list', of: schema.element as z.ZodType };
  if (schema instanceof z.ZodObject) return { kind: 'group', fields: schema.shape };
  if (schema instanceof z.ZodEnum) return { kind: 'verdict' };
  if (schema instanceof z.ZodBoolean) return { kind: 'condition' };
  if (schema instanceof z.ZodNumber || schema.meta()?.['markdown'] === true) return { kind: 'plain' };
  return { kind: 'words' };
}
