"""The model card, with its figures filled in."""

import numpy as np

from network import EMOTIONS

ROWS = (
    ("public", "Public split, FER2013 labels"),
    ("publicWithoutTwins", "The same without twins of training faces"),
    ("publicMajority", "Public split, FER+ majority"),
    ("heldOut", "Held-out tenth of the training split, FER2013 labels"),
)


def percent(share):
    return f"{100 * share:.1f} %"


def table(head, rows):
    """A Markdown table; every column after the first is a number."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def summary(measured):
    """The scores of each row of the card, one line each."""
    return "\n".join(
        f"{name}: accuracy {scores['accuracy']:.4f}, macro recall {scores['macroRecall']:.4f},"
        f" macro F1 {scores['macroF1']:.4f}, NLL {scores['nll']:.4f}, ECE {scores['ece']:.4f}"
        for name, scores in measured.items()
    )


def text(config, split, measured, temperature, size):
    """The card in Markdown; `size` is in bytes."""
    training, public = config["training"], measured["public"]
    overview = table(
        ["Measured on", "faces", "accuracy", "macro recall", "macro F1", "NLL", "ECE"],
        [
            [
                name,
                measured[key]["images"],
                *(percent(measured[key][score]) for score in ("accuracy", "macroRecall", "macroF1")),
                f"{measured[key]['nll']:.3f}",
                f"{measured[key]['ece']:.3f}",
            ]
            for key, name in ROWS
        ],
    )
    counts = np.bincount(split.train.labels, minlength=len(EMOTIONS))
    per_emotion = table(
        ["Label", "faces trained on", "recall", *(f"→ {emotion}" for emotion in EMOTIONS)],
        [
            [emotion, counts[index], percent(public["recall"][emotion]), *public["confusion"][index]]
            for index, emotion in enumerate(EMOTIONS)
        ],
    )
    ranked = sorted(EMOTIONS, key=public["recall"].get)
    weakest = ", ".join(f"*{emotion}* ({percent(public['recall'][emotion])})" for emotion in ranked[:3])
    return f"""# Model card: emotion classifier

Seven probabilities (`{" ".join(EMOTIONS)}`) for one 48×48 grey face crop.

A plain 3×3 residual network with {len(config["network"]["blocks"])} blocks and {size / 1e6:.2f} MB of float16 weights, as a TensorFlow.js graph model:
input `crop` [batch, 48, 48, 1], output `probabilities` [batch, 7]. `crop.json` defines the crop.

## Intended use

A guess about the *expression* on the user's own face, on the user's own device, for a personal mood log. It is not a
statement about what a person feels or is. It is not a medical device, and it is not to be used to judge, select, grade
or watch other people.

## Figures

{overview}

Recall per emotion on the public split against FER2013 labels, and how its faces were answered (a row is a label):

{per_emotion}

NLL is in nats; ECE is the expected calibration error over 15 bins of confidence. The FER+ majority is taken where one
of the seven leads alone. FER2013 labels and FER+ votes are two tasks: they agree on two faces in three, so that a
figure against one says little about the other.

## Data

FER2013 (Goodfellow et al. 2013, "Challenges in Representation Learning") with the ten votes a face of FER+ (Barsoum et
al. 2016, "Training Deep Networks for Facial Expression Recognition with Crowd-Sourced Label Distribution"). The
pictures were gathered by web search and are not part of this repository.

* {len(split.train)} faces trained on, {len(split.held_out)} held out for every choice (epoch, calibration), {len(split.public)} public faces only reported.
* Near twins (normalised cross-correlation above {config["data"]["twinCorrelation"]}) of public faces, and repeats, were
  dropped from training; the held-out faces have no twin at all. {split.public_twin.sum()} public faces have a twin in the
  set's own training split.
* The private-test split played no part.

## Training

{training["epochs"]} epochs of SGD (Nesterov momentum {training["momentum"]}, batch {training["batch"]}, weight decay {training["weightDecay"]}),
{training["warmUpEpochs"]} of warm-up to a rate of {training["learningRate"]}, then a cosine to 0; the first {percent(training["smallShare"])} of the epochs on random
{training["smallSide"]}-pixel cut-outs; weights averaged with a decay of {training["averageDecay"]}; the epoch with the best held-out accuracy
ships. Each target is {config["data"]["votesShare"]} of the FER+ votes and the rest of the FER2013 label. Faces are mirrored, turned, scaled,
shifted, relit, blurred, made noisy and partly covered at random, in the last {percent(training["plainShare"])} of the epochs half as often.

The logits are lowered by {config["export"]["priorCorrection"]} of the log of each emotion's share of the training labels, which costs little accuracy
and finds more of the rare emotions, then divided by a temperature of {temperature:.3f} fitted on the held-out faces. Both are
part of the weights: correct for neither again. Every setting is in `training/config.json`.

## Limits

* The training pictures come from a web search, many of them posed, and are not balanced by age, gender, skin colour or
  culture, nor are the figures split by them. On faces and in light unlike theirs expect less.
* Weakest on {weakest}; see the table for what they are taken for.
* The labels themselves are noisy: people agree with the FER2013 label about two times in three.
* A face turned away, covered, blurred or badly lit gets an answer all the same: the caller has to gate.
* Probabilities are calibrated on pictures like those of the training set; elsewhere they tend to be too sure.
"""
