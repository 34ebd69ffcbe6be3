/** The models whose files are here, and what to analyse of each. */
export const MODELS: Readonly<Record<string, string>> = {
  'mlp3-healthy': 'examples/demo/mlp3-healthy.safetensors',
  'mlp3-overtrained': 'examples/demo/mlp3-overtrained.safetensors',
  'minilm-l0-bf16-f16': 'test/golden/models/minilm-l0-bf16-f16/files/model.safetensors',
  'minilm-l0-sharded': 'test/golden/models/minilm-l0-sharded/files',
  'minilm-lora': 'test/golden/models/minilm-lora/files',
  'minilm-l0-torch-zip': 'test/golden/models/minilm-l0-torch-zip/files/pytorch_model.bin',
  'minilm-l0-torch-views': 'test/golden/models/minilm-l0-torch-views/files/checkpoint.pt',
  'minilm-l0-torchscript': 'test/golden/models/minilm-l0-torchscript/files/attention_qk.pt',
};
