/** The manual's table of the parameters of a deployment, from `infra/template.yaml`. */

import { readTemplate } from '../test/support/infra/template.ts';
import { code, table } from './markdown-table.ts';

const [BEGIN, END] = ['<!-- table:parameters -->', '<!-- /table:parameters -->'];

/** Puts the table into `docs/lambda.md`. */
export async function withParameters(text: string): Promise<string> {
  const { Parameters } = await readTemplate();
  const rows = Object.entries(Parameters).map(([name, { Default, Description, AllowedValues }]) => {
    const values = AllowedValues?.length ? ` One of ${AllowedValues.join(', ')}.` : '';
    return [code(name), shown(Default), `${Description ?? ''}${values}`];
  });
  const parameters = table(['Parameter', 'Default', ''], rows);
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from === -1 || to < from) throw new Error('docs/lambda.md has no place for the table of parameters');
  return `${text.slice(0, from + BEGIN.length)}\n${parameters}\n${text.slice(to)}`;
}

function shown(value: string | number | undefined): string {
  if (value === undefined) return 'required';
  return value === '' ? '' : code(String(value));
}
