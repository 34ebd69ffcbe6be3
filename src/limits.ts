/**
 * Every limit on what a file or a server may ask of us, each with its reason. A value read from outside is
 * compared with its limit before memory is allocated or a loop is entered for it.
 */

const KIB = 1024;
const MIB = 1024 * KIB;

/** The safetensors format allows 100 MB of header; the largest published ones are near 1 MB. */
export const MAX_SAFETENSORS_HEADER_BYTES = 100_000_000;

/** An index of 100,000 tensors with long names takes 15 MB. */
export const MAX_INDEX_BYTES = 64 * MIB;

/** An adapter's configuration has about 50 keys; one with a pattern for each of 10,000 modules takes 1 MB. */
export const MAX_ADAPTER_CONFIG_BYTES = 4 * MIB;

/** Modules inside modules that an adapter's patterns are compared with; the deepest real models have about 20. */
export const MAX_MODULE_DEPTH = 64;

/** A report of 10,000 layers takes 12 MB. */
export const MAX_REPORT_BYTES = 256 * MIB;

/** A report that a run of somebody else has made; one of 50,000 layers takes 60 MB. */
export const MAX_UNTRUSTED_REPORT_BYTES = 64 * MIB;

/** A history of 200 runs of a model of 3,000 layers takes 24 MB. */
export const MAX_HISTORY_BYTES = 64 * MIB;

/** Runs in one history, of all its models: 50 models with 200 runs each. */
export const MAX_HISTORY_RUNS = 10_000;

/** Runs of one model that a history keeps at most: a plot of more has no room for them. */
export const MAX_RUNS_OF_MODEL = 200;

/** The numbers of one layer as the cache keeps them: 2 kB, and up to 30 kB with the curves of its plots. */
export const MAX_CACHED_LAYER_BYTES = 256 * KIB;

/** Layers in a cache: a large model with many experts has some 20,000. */
export const MAX_CACHED_LAYERS = 50_000;

/** Bytes of a cache: such a model three times. GitHub keeps 10 GB for all caches of a repository, one for each run. */
export const MAX_CACHE_BYTES = 128 * MIB;

/** Models in one list of reports; a comment names no more than a few hundred. */
export const MAX_REPORTED_MODELS = 1000;

/** Layers of a model in a report that is taken over; the largest published models have a few hundred thousand tensors. */
export const MAX_REPORTED_LAYERS = 1_000_000;

/** Runs that a model is divided among: GitHub starts no more jobs from one matrix. */
export const MAX_SHARDS = 256;

/** Items that a model is divided into on AWS Lambda: an account runs 1,000 functions at once, unless it asks for more. */
export const MAX_PLAN_ITEMS = 1000;

/** One item of a plan as JSON: states of AWS Step Functions pass on 256 KiB. */
export const MAX_PLAN_ITEM_BYTES = 128 * KIB;

/** JSON deeper than this is an attack on the parser's stack; safetensors headers are 3 levels deep. */
export const MAX_JSON_DEPTH = 32;

/** The largest published models have a few hundred thousand tensors (experts × layers). */
export const MAX_TENSORS = 1_000_000;

/** No framework makes tensors with more dimensions (NumPy stops at 64, PyTorch at 64). */
export const MAX_DIMENSIONS = 64;

/** A state dict's pickle holds names and shapes, not weights: 1,000,000 tensors take about 200 MB. */
export const MAX_PICKLE_BYTES = 256 * MIB;

/**
 * Memory that what a pickle says may take, as counted while it is read: hostile ones would grow a hundredfold.
 * A tensor of a state dict is counted with 1.8 kB (measured), so that 300,000 in one file fit.
 */
export const MAX_PICKLE_HEAP_BYTES = 512 * MIB;

/** The longest integer in a pickle; random number generators' states, the longest real ones, have 32. */
export const MAX_PICKLE_INTEGER_BYTES = 1024;

/** Containers inside containers in a pickle; real checkpoints stay below 20. */
export const MAX_PICKLE_DEPTH = 500;

/**
 * Entries of containers looked at while listing a pickle's tensors. Each is looked at a few times, so that a pickle
 * within the limits above stays below; hostile ones have millions of objects share one container of millions.
 */
export const MAX_PICKLE_STEPS = 50_000_000;

/** Names of layers are paths of modules, a few hundred characters at most. */
export const MAX_TENSOR_NAME_LENGTH = 4096;

/**
 * How many bytes a view may stand for beyond those that it covers in its file: a view with stride 0 repeats
 * them at no cost to the file. Real checkpoints repeat masks and biases, a few megabytes.
 */
export const MAX_EXPANDED_VIEW_BYTES = 256 * MIB;

/** Records in a zip archive; one for each tensor and a few more. */
export const MAX_ZIP_ENTRIES = 1_000_000;

/** Bytes of a zip's central directory: 1,000,000 entries of about 100 bytes. */
export const MAX_ZIP_DIRECTORY_BYTES = 256 * MIB;

/** A GGUF header holds the model's vocabulary: 256,000 tokens with merges and scores take about 15 MB. */
export const MAX_GGUF_HEADER_BYTES = 128 * MIB;

/** ggml keeps all experts of a layer in one tensor; the largest published models have about 2,000. */
export const MAX_GGUF_TENSORS = 65_536;

/** ggml's own limit, `GGML_MAX_DIMS`. */
export const MAX_GGUF_DIMENSIONS = 4;

/** Arrays inside arrays of GGUF metadata; published files have none. */
export const MAX_GGUF_ARRAY_DEPTH = 8;

/**
 * What compressed bytes may grow to. A user can allow more, because sound models can meet these limits; no sound
 * model meets the others here.
 */
export interface ExpansionLimits {
  /** How often they may grow. */
  readonly inflation: number;
  /** What an archive's expanded files may take of memory at a time, in bytes. */
  readonly expandedBytes: number;
}

export const EXPANSION_LIMITS: ExpansionLimits = {
  // Weights shrink to a tenth at most where most of them are zero; deflate itself stops at 1,032.
  inflation: 100,
  // What is compressed cannot be read in part. Runners have 7 GB; a larger model belongs into an archive without compression.
  expandedBytes: 2048 * MIB,
};

/** Whatever grows to no more than this may grow as it likes: a bias of zeros, a small file of text. */
export const MAX_UNCHECKED_INFLATION_BYTES = 64 * MIB;

/** A long name or the extended header of one file in a tar archive; paths end at 4,096 bytes. */
export const MAX_TAR_EXTENSION_BYTES = 1 * MIB;

/** Version 1 of the .npy format allows no longer header; only arrays of records need version 2. */
export const MAX_NPY_HEADER_BYTES = 65_535;

/** Literals inside literals in a .npy header; arrays of records of records have 4. */
export const MAX_NPY_HEADER_DEPTH = 16;

/**
 * Graphs inside nodes of graphs in an ONNX model: bodies of loops and branches, nested a few deep in real ones. The
 * protobuf runtimes of ONNX's own tools stop at 100 messages inside each other, three for each graph.
 */
export const MAX_ONNX_GRAPH_DEPTH = 32;

/** Fields walked of an ONNX model: 100,000 nodes have 3,000,000. This many take about ten seconds. */
export const MAX_ONNX_FIELDS = 20_000_000;

/**
 * Memory that the description of an ONNX model may take beyond the size of its file: enough for 80,000 tensors and
 * their nodes where the data lie in another file, and for more the larger the description is.
 */
export const MAX_ONNX_KEPT_BYTES = 64 * MIB;

/**
 * Bytes decoded to read the matrices of a stack one by one, where its elements are numbers of one to ten bytes: each
 * needs all that come before it. About ten seconds of work; the directions of a recurrent layer take a few megabytes.
 */
export const MAX_ONNX_DECODED_BYTES = 1024 * MIB;

/** What ONNX says of a tensor's external data: location, offset, length, checksum, and what a tool may add. */
export const MAX_ONNX_EXTERNAL_ENTRIES = 16;

/** Files in which an ONNX model keeps its tensors: one for each, where an exporter was told so. All stay open. */
export const MAX_ONNX_EXTERNAL_FILES = 1000;

/** Maps inside maps of a tree of Flax parameters: modules inside modules, about 20 deep in real ones. */
export const MAX_MSGPACK_DEPTH = 64;

/** Values of a Flax file: a model of 100,000 arrays has about 1,000,000. This many take a few seconds. */
export const MAX_MSGPACK_VALUES = 10_000_000;

/** The graph of a large TensorFlow.js model takes some 20 MB of JSON. */
export const MAX_TFJS_MODEL_BYTES = 128 * MIB;

/** Files in which a TensorFlow.js model keeps its weights: the converter cuts at 4 MB. All stay open. */
export const MAX_TFJS_SHARDS = 1000;

/**
 * What reading the structure of a file may cost, where small pieces refer to each other: so many times the size of
 * the file, and so many bytes more. Real files need less than their size; hostile ones have a million pieces share one.
 */
export const MAX_STRUCTURE_RATIO = 8;
export const MAX_UNCHECKED_STRUCTURE_BYTES = 256 * MIB;

/** Groups and arrays of an HDF5 file: a model of 10,000 layers with its optimizer's state has about 100,000. */
export const MAX_HDF5_OBJECTS = 1_000_000;

/** Groups inside groups of an HDF5 file: models inside models, about 15 deep in real ones. */
export const MAX_HDF5_DEPTH = 64;

/** Messages in the header of one HDF5 object: a dozen, and one for each attribute and each link. */
export const MAX_HDF5_MESSAGES = 100_000;

/** Bytes of one HDF5 message or heap of names; the format's own limit for the first is 65,535. */
export const MAX_HDF5_BLOCK_BYTES = 64 * MIB;

/** Levels of a tree that finds names or chunks: each multiplies what it can hold by 32 or more. */
export const MAX_HDF5_TREE_DEPTH = 32;

/** Chunks of one HDF5 array. h5py makes them some 16 kB to 1 MB large. */
export const MAX_HDF5_CHUNKS = 1_000_000;

/** A chunk is expanded in memory. The cache of the HDF5 library itself holds chunks of 1 MB; a few weigh some hundred. */
export const MAX_HDF5_CHUNK_BYTES = 512 * MIB;

/** Filters that a chunk passes one after another; the format's own limit. */
export const MAX_HDF5_FILTERS = 32;

/** What a `.keras` file says of its layers: a few hundred bytes each. */
export const MAX_KERAS_CONFIG_BYTES = 64 * MIB;

/** The index of a TensorFlow checkpoint: about 100 bytes for each tensor. */
export const MAX_TF_INDEX_BYTES = 256 * MIB;

/** One block of that index. TensorFlow ends them at 256 kB; a single long entry may make one longer. */
export const MAX_TF_BLOCK_BYTES = 16 * MIB;

/** The objects that a TensorFlow 2 checkpoint was made of: some 200 bytes for each variable. */
export const MAX_TF_OBJECT_GRAPH_BYTES = 64 * MIB;

/** Files in which a TensorFlow checkpoint keeps its tensors: one for each host that wrote it. All stay open. */
export const MAX_TF_SHARDS = 1000;

/** Pieces read of a TensorFlow Lite model's description: some 30 for each tensor. This many take about ten seconds. */
export const MAX_TFLITE_ITEMS = 10_000_000;

/** What Orbax says of one array: its shape, its chunks, how they are compressed. A few hundred bytes. */
export const MAX_ZARR_METADATA_BYTES = 1 * MIB;

/** Files in which one array of Orbax lies: one for each device that wrote it. All stay open. */
export const MAX_ZARR_CHUNKS = 1000;

/** A chunk of an array of Orbax is held in memory; what one device holds of an array stays below. */
export const MAX_ZARR_CHUNK_BYTES = 2048 * MIB;

/** A matrix formed of several layers (`stacked`, `intra`) in float64; one of 16,384×16,384, more than SVDs are made of. */
export const MAX_FORMED_BYTES = 2048 * MIB;

/** Files below one directory or prefix; more is most likely the wrong directory. */
export const MAX_FILES = 100_000;

/** A configuration file is written by people. */
export const MAX_CONFIG_BYTES = 1 * MIB;

/** A git-LFS pointer is at most 1,024 bytes (git-lfs specification, "The pointer"). */
export const MAX_LFS_POINTER_BYTES = 1024;

/** Paths on Linux end at 4,096 bytes; a glob with alternatives may be longer. */
export const MAX_REFERENCE_LENGTH = 8192;

/** S3 stores no longer keys (Amazon S3 user guide, "Naming Amazon S3 objects"). */
export const MAX_S3_KEY_BYTES = 1024;

/** Pages of a listing, each of up to 1,000 keys; a server whose listing never ends must not keep us for ever. */
export const MAX_LIST_PAGES = 10_000;

/**
 * A local file up to this size is identified by its hash, about a second of work; a larger one by its size and time
 * of change, because reading it once more could double the time of an analysis.
 */
export const MAX_HASHED_BYTES = 1024 * MIB;

/** The runner's answer with an OIDC token; tokens have about 2 kB. */
export const MAX_OIDC_REPLY_BYTES = 64 * KIB;

/** One page of a hub's list of files, 1,000 of about 300 bytes, or its description of a repository with all files. */
export const MAX_HUB_REPLY_BYTES = 64 * MIB;

/** A run of a workflow may leave 500 artifacts for each job (GitHub documentation, "Actions limits"). */
export const MAX_ARTIFACTS = 10_000;

/** Artifacts that one reference stands for, each of which costs requests of its own. */
export const MAX_LOCATED_ARTIFACTS = 100;

/** Runs of one commit that are looked through for an artifact: one page of GitHub's answer. */
export const MAX_RUNS_OF_COMMIT = 100;

/** Steps from an address to its file; browsers follow 20, and a file that moved has one to three. */
export const MAX_REDIRECTS = 5;

/**
 * What is held in memory of a file whose server cannot send parts of it. Reports and small models fit; nobody is to
 * wait for, or pay for, the download of a large one that is then read in part.
 */
export const MAX_WHOLE_DOWNLOAD_BYTES = 64 * MIB;

/** Smaller side of a matrix whose eigenvectors are computed: three matrices of this order take 1.6 GB, and time its cube. */
export const MAX_VECTOR_ORDER = 8192;

/** Points of a plotted curve; a plot is some 400 pixels wide. */
export const MAX_CURVE_POINTS = 200;

/** A template is written by people, and ours of the comment has 4 kB. Reading a hostile one of this size takes a second. */
export const MAX_TEMPLATE_CHARACTERS = 32 * KIB;

/** Blocks inside blocks of a template; our own has 5, a chain of `else if` counts each. */
export const MAX_TEMPLATE_DEPTH = 64;

/** Passes through the loops of a template: one over 10,000 layers has as many, and one inside it a hundred million. */
export const MAX_TEMPLATE_STEPS = 200_000;

/** Characters that the loops of a template write; a report of 10,000 layers has 1,000,000. */
export const MAX_TEMPLATE_OUTPUT = 16 * MIB;
