import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/verdict/diagnoses.ts
var DIAGNOSIS_NAMES = [
  "not-finite",
  "zero",
  "constant",
  "rank-collapse",
  "over-trained",
  "correlation-trap",
  "finger",
  "under-trained",
  "duplicate"
];
var HTSR = {
  what: "Martin, Mahoney. Implicit self-regularization in deep neural networks. Journal of Machine Learning Research 22 (2021)",
  url: "https://jmlr.org/papers/v22/20-410.html"
};
var TRENDS = {
  what: "Martin, Peng, Mahoney. Predicting trends in the quality of state-of-the-art neural networks without access to training or testing data. Nature Communications 12 (2021)",
  url: "https://www.nature.com/articles/s41467-021-24025-8"
};
var ANTI_GROKKING = {
  what: "Prakash, Martin. Late-stage generalization collapse in grokking: detecting anti-grokking with WeightWatcher (2026)",
  url: "https://arxiv.org/abs/2602.02859"
};
var DIAGNOSES = {
  "not-finite": {
    title: "Not finite",
    meaning: "Some weights are NaN or infinite, so that whatever passes through the layer is lost.",
    remedies: [
      "Go back to the last checkpoint before the loss diverged; clip gradients or lower the learning rate.",
      "In mixed precision, look at the loss scaling, and at the conversion that wrote the file."
    ],
    detection: "A weight is NaN or infinite. The only diagnosis that fails a layer by itself: no threshold makes such a model usable.",
    literature: [
      {
        what: "Pascanu, Mikolov, Bengio. On the difficulty of training recurrent neural networks. ICML (2013): exploding gradients, and clipping them",
        url: "https://arxiv.org/abs/1211.5063"
      }
    ]
  },
  zero: {
    title: "Zero",
    meaning: "Every weight is zero: the layer passes nothing on, and no gradient to what comes before it.",
    remedies: [
      "Check that the layer was trained and saved at all; a factor of a LoRA adapter begins as zero.",
      "A layer that has died in training calls for another initialisation, a lower learning rate, or an activation that does not saturate."
    ],
    detection: "The largest singular value is exactly 0.",
    literature: [
      {
        what: "Lu, Shin, Su, Karniadakis. Dying ReLU and initialization: theory and numerical examples. Communications in Computational Physics 28 (2020)",
        url: "https://arxiv.org/abs/1903.06733"
      }
    ]
  },
  constant: {
    title: "Constant",
    meaning: "All weights are one and the same number, so that all units of the layer compute the same.",
    remedies: [
      "Check that the layer was trained: this is a placeholder, or an initialisation that does not break the symmetry between units.",
      "If it is meant to be constant, as a mask or a smoothing filter is, leave it out with `exclude`."
    ],
    detection: "All elements are equal and not zero. They are compared where the rank is 1, as that of a constant matrix is.",
    literature: [
      {
        what: "Goodfellow, Bengio, Courville. Deep Learning (2016), section 8.4: initialisation has to break symmetry",
        url: "https://www.deeplearningbook.org/contents/optimization.html"
      }
    ]
  },
  "rank-collapse": {
    title: "Rank collapse",
    meaning: "Most of the directions that the layer could use are empty: its weights have a much lower rank than their size.",
    remedies: [
      "Lower weight decay and other regularisation, and look for units that died.",
      "If the rank is low on purpose, as in a factorised or merged layer, store its factors, or leave it out with `exclude`."
    ],
    detection: "Fewer than half of the singular values are more than rounding to the stored dtype makes of zeros (`numerical_rank` against `num_evals`; `matrix_rank` counts those that are not zero in 64 bits, which after rounding to 32 are all). Half, because the theory calls it a collapse when the mass of the spectrum is at 0. A low stable rank alone is none: one strong direction leaves the others in use.",
    literature: [
      { ...HTSR, what: `${HTSR.what}: the phase "Rank-Collapse"` },
      {
        what: "Zangrando, Deidda, Brugiapaglia, Guglielmi, Tudisco. Neural rank collapse: weight decay and small within-class variability yield low-rank bias (2024)",
        url: "https://arxiv.org/abs/2402.03991"
      }
    ]
  },
  "over-trained": {
    title: "Over-trained",
    meaning: "Its weights are so heavy-tailed that a few directions dominate, as in layers that have learned their training data by heart.",
    remedies: [
      "Compare the loss on data that were not trained on with the training loss; stop earlier, lower the learning rate, or make batches larger.",
      "Look for duplicated, leaked or wrongly labelled training data."
    ],
    detection: "alpha below 2 and below its threshold by more than `confidence` times its standard error, judged at all (not `inconclusive`), not the work of a finger, and not that of a spectrum that random order has too (trust `none`). 2 is where the theory sees the end of the phase of good generalisation; what it is worth is measured in [the calibration](calibration.md).",
    literature: [
      HTSR,
      {
        what: "Prakash, Martin. Grokking and generalization collapse: insights from HTSR theory (2025): alpha below 2 announces the collapse",
        url: "https://arxiv.org/abs/2506.04434"
      }
    ]
  },
  "correlation-trap": {
    title: "Correlation trap",
    meaning: "A few huge weights, or an offset common to all, make large eigenvalues by themselves: these survive any reordering of the weights and are no learned structure.",
    remedies: [
      "Look at the layer\u2019s largest weights: outliers come of a learning rate that is too high, of training for too long, or of folding a normalisation with a tiny variance into the layer.",
      "Clip or decay the weights and train on, and see whether the loss on new data follows."
    ],
    detection: "In every one of 5 seeded shuffles of the weights an eigenvalue lies above the edge of the Marchenko\u2013Pastur bulk, v\xB7(\u221AN + \u221AM)\xB2 with v the mean square of the weights, by at least a quarter and by at least 10 scales of the Tracy\u2013Widom law (Johnstone\u2019s constants). In layers of published models without huge weights the largest eigenvalue of a shuffle was at most 1.2 times that edge. Looked for in layers out of bounds only, because it takes the shuffles.",
    literature: [
      ANTI_GROKKING,
      {
        what: "Prakash, Martin. Detecting overfitting in neural networks during long-horizon grokking using random matrix theory (2026): traps may be benign, or harm",
        url: "https://arxiv.org/abs/2605.12394"
      },
      {
        what: "Johnstone. On the distribution of the largest eigenvalue in principal components analysis. Annals of Statistics 29 (2001)",
        url: "https://doi.org/10.1214/aos/1009210544"
      }
    ]
  },
  finger: {
    title: "Finger",
    meaning: "A few eigenvalues lie far apart from all others and pull the fit out of its bounds; the tail without them is within.",
    remedies: [
      "Judge the layer by its alpha without them, and accept it or give it a threshold of its own.",
      "Find out what the largest singular vectors are: often an offset or a single feature that a normalisation would take out."
    ],
    detection: "Below one of the 5 largest eigenvalues is a gap that a power law has with a probability below 0.0002 (0.001 over all 5 places, by the DK-test), and alpha fitted without those above the gap is within the bounds. WeightWatcher\u2019s `fix_fingers` goes by the change of alpha alone, which the largest values of a pure power law cause too. Looked for in layers out of bounds only.",
    literature: [
      {
        what: "Martin. WeightWatcher advanced features: fix_fingers (2023)",
        url: "https://calculatedcontent.com/2023/03/21/weightwatcher-advanced-features-fix_fingers/"
      },
      {
        what: "Pisarenko, Sornette. Robust statistical tests of Dragon-Kings beyond power law distributions. European Physical Journal Special Topics 205 (2012): the DK-test",
        url: "https://arxiv.org/abs/1104.5156"
      }
    ]
  },
  "under-trained": {
    title: "Under-trained",
    meaning: "Its spectrum is that of random weights or near it: little has been learned in this layer.",
    remedies: [
      "Train longer or with a higher learning rate, and check that the layer gets gradients and is not frozen.",
      "A layer that the task does not use, such as a pooler, can be taken out of the model or left out with `exclude`."
    ],
    detection: "alpha above 6 and above its bound, and not the work of a finger; or a spectrum that the weights in random order have too (trust `none`), whatever alpha is. Judged layers only: of few eigenvalues a shuffle is hardly told from the layer, whatever was learned. 6 is where the theory sees the heavy tail begin.",
    literature: [HTSR, TRENDS]
  },
  duplicate: {
    title: "Duplicate",
    meaning: "Another layer of the model has the same spectrum, so that they have the same weights, perhaps transposed.",
    remedies: [
      "If they are tied on purpose, as input and output embeddings often are, there is nothing to do, except to store them once.",
      "If not, look for a copy that was made to begin from and never trained, or for a mistake in the export."
    ],
    detection: "Two layers of the same shape agree in norm, largest eigenvalue and entropy to 10\u207B\u2079. Two that were trained apart differ in the first digits.",
    literature: [
      {
        what: "Press, Wolf. Using the output embedding to improve language models. EACL (2017): tied embeddings",
        url: "https://aclanthology.org/E17-2025"
      }
    ]
  }
};

export {
  DIAGNOSIS_NAMES,
  DIAGNOSES
};
