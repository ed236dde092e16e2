"""Tests of the training code: ``python3 -m unittest discover models/emotion/training -p "test_*.py"``.

They draw their own pictures and need no data.
"""

import json
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import data
import evaluate
import graph
import parity
from augment import augment
from crop import DEFINITION, SIZE, crop, normalise
from export import BUDGET
from network import EMOTIONS, Network, folded, rounded_to_half, same_padding

CONFIG = json.loads((HERE / "config.json").read_text())
EYES = DEFINITION["eyes"]


def drawn_faces(count, seed=3):
    """Faces of drawn images with random labels and votes."""
    random = np.random.default_rng(seed)
    votes = random.multinomial(10, np.full(len(data.VOTES), 0.1), count)
    return data.Faces(parity.images(count, seed), random.integers(0, len(EMOTIONS), count), votes)


def lived_in_network():
    """An untrained network whose normalisation is not the identity."""
    torch.manual_seed(5)
    network = Network(**CONFIG["network"])
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.3)
            module.running_var.uniform_(0.5, 2)
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
            torch.nn.init.normal_(module.bias, 0, 0.2)
    return network.eval()


class CropTest(unittest.TestCase):
    def test_eyes_in_place_leave_the_picture_as_it_is(self):
        grey = parity.images(1)[0]
        picture = np.repeat(grey[:, :, None], 3, axis=2)
        np.testing.assert_allclose(crop(picture, EYES["right"], EYES["left"]), grey, atol=1e-9)

    def test_a_picture_twice_as_large_is_averaged(self):
        grey = parity.images(1)[0]
        large = np.repeat(np.kron(grey, np.ones((2, 2), np.uint8))[:, :, None], 3, axis=2)
        right, left = (np.array(EYES[side]) * 2 for side in ("right", "left"))
        np.testing.assert_allclose(crop(large, right, left), grey, atol=1e-9)

    def test_a_quarter_turn_is_undone(self):
        grey = parity.images(1)[0]
        picture = np.repeat(np.rot90(grey, -1)[:, :, None], 3, axis=2)
        right, left = ((SIZE - EYES[side][1], EYES[side][0]) for side in ("right", "left"))
        np.testing.assert_allclose(crop(picture, right, left), grey, atol=1e-9)

    def test_beyond_the_picture_its_border_goes_on(self):
        picture = np.full((10, 10, 3), 77, np.uint8)
        np.testing.assert_allclose(crop(picture, (200, -50), (230, -44)), 77, atol=1e-9)

    def test_normalised_alike_in_numpy_and_torch(self):
        grey = parity.images(4).astype(np.float64)
        ours = normalise(grey)
        np.testing.assert_allclose(ours.mean(axis=(1, 2)), 0, atol=1e-9)
        np.testing.assert_allclose(ours.std(axis=(1, 2)), 1, atol=1e-5)
        np.testing.assert_allclose(normalise(torch.from_numpy(grey)).numpy(), ours, atol=1e-9)
        self.assertTrue((normalise(np.full((SIZE, SIZE), 9.0)) == 0).all())


class DataTest(unittest.TestCase):
    def test_targets_sum_to_one(self):
        faces = drawn_faces(50)
        faces.votes[7] = 0
        targets = data.targets(faces, 0.4)
        np.testing.assert_allclose(targets.sum(axis=1), 1, atol=1e-6)
        self.assertEqual(targets[7].tolist(), np.eye(7, dtype=np.float32)[faces.labels[7]].tolist())

    def test_targets_blend_votes_and_label(self):
        votes = np.zeros((1, 10), int)
        votes[0, data.VOTES.index("sadness")] = 8
        votes[0, data.VOTES.index("contempt")] = 2
        faces = data.Faces(parity.images(1), np.array([EMOTIONS.index("angry")]), votes)
        np.testing.assert_allclose(data.targets(faces, 0.4), [[0.6, 0, 0, 0, 0.4, 0, 0]], atol=1e-6)
        self.assertEqual(data.majority(faces).tolist(), [EMOTIONS.index("sad")])

    def test_twins_are_found_whatever_their_light(self):
        images = parity.images(30)
        images[21] = np.clip(images[4] * 0.8 + 20, 0, 255).astype(np.uint8)
        self.assertEqual(data.twins(images, 0.99).tolist(), [[4, 21]])

    def test_both_sources_read_the_same(self):
        faces = drawn_faces(5)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            usages = ["Training", "PrivateTest", "PublicTest", "Training", "PublicTest"]
            labelled, voted = ["emotion,pixels,Usage"], ["Usage,Image name,neutral,and so on"]
            for usage, image, label, votes in zip(usages, faces.images, faces.labels, faces.votes):
                labelled.append(f"{label},{' '.join(map(str, image.ravel()))},{usage}")
                voted.append(f"{usage},name.png,{','.join(map(str, votes))}")
            (folder / "fer2013.csv").write_text("\n".join(labelled))
            (folder / "fer2013new.csv").write_text("\n".join(voted))
            read = data.read(folder)

            tiles = [["sheet,row,col,split,fer2013," + ",".join(data.VOTES)]]
            for index, usage in enumerate(usages):
                if usage in data.SPLITS:
                    row, emotion = divmod(index, 3), EMOTIONS[faces.labels[index]]
                    tiles.append(["sheet.png", *row, data.SPLITS[usage], emotion, *faces.votes[index]])
            sheet = np.concatenate([faces.images, np.zeros((1, SIZE, SIZE), np.uint8)]).reshape(2, 3, SIZE, SIZE)
            data.Image.fromarray(sheet.transpose(0, 2, 1, 3).reshape(2 * SIZE, 3 * SIZE)).save(folder / "sheet.png")
            (folder / "labels.csv").write_text("\n".join(",".join(map(str, tile)) for tile in tiles))
            (folder / "fer2013.csv").unlink()
            again = data.read(folder)

        for split, rows in (("train", [0, 3]), ("public", [2, 4])):
            for source in (read[split], again[split]):
                np.testing.assert_array_equal(source.images, faces.images[rows])
                np.testing.assert_array_equal(source.labels, faces.labels[rows])
                np.testing.assert_array_equal(source.votes, faces.votes[rows])

    def test_augmented_faces_keep_shape_and_range(self):
        torch.manual_seed(1)
        images = torch.from_numpy(parity.images(16)).float()[:, None]
        for side in (40, SIZE):
            changed = augment(images, CONFIG["augmentation"], side)
            self.assertEqual(changed.shape, (16, 1, side, side))
            self.assertTrue(changed.min() >= 0 and changed.max() <= 255)


class EvaluationTest(unittest.TestCase):
    def test_scores_of_known_answers(self):
        labels = np.array([0, 0, 0, 3])
        logits = torch.log(torch.full((4, 7), 1e-9)).scatter(1, torch.tensor([[0], [0], [3], [3]]), 0.0)
        scores = evaluate.scores(logits, labels)
        self.assertAlmostEqual(scores["accuracy"], 0.75)
        self.assertAlmostEqual(scores["macroRecall"], (2 / 3 + 1) / 2)
        self.assertAlmostEqual(scores["macroF1"], (0.8 + 2 / 3) / 2)
        self.assertAlmostEqual(scores["ece"], 0.25, places=5)

    def test_temperature_undoes_an_exaggeration(self):
        torch.manual_seed(2)
        logits = torch.randn(4000, 7) * 2
        labels = torch.multinomial(torch.softmax(logits, 1), 1)[:, 0].numpy()
        self.assertAlmostEqual(evaluate.fitted_temperature(logits * 2.5, labels), 2.5, delta=0.15)


class ExportTest(unittest.TestCase):
    def test_padding_is_tensorflows(self):
        self.assertEqual(same_padding(48, 3, 2), (0, 1))
        self.assertEqual(same_padding(5, 3, 2), (1, 1))
        self.assertEqual(same_padding(48, 3, 1), (1, 1))
        self.assertEqual(same_padding(48, 1, 2), (0, 0))

    def test_folding_and_storing_keep_the_answers(self):
        network = lived_in_network()
        images = parity.images(8).astype(np.float64)
        correction = torch.linspace(-1, 1, len(EMOTIONS))
        shipped = rounded_to_half(folded(network, correction, 1.3))
        with torch.no_grad():
            logits = network(torch.from_numpy(normalise(images)).float()[:, None])
        expected = torch.softmax((logits + correction).double() / 1.3, 1).numpy()
        np.testing.assert_allclose(parity.probabilities(shipped, images), expected, atol=5e-3)
        with tempfile.TemporaryDirectory() as name:
            graph.write(shipped, Path(name))
            self.assertLessEqual((Path(name) / graph.WEIGHTS).stat().st_size, BUDGET)
            stored = graph.read(Path(name), CONFIG["network"])
        np.testing.assert_allclose(
            parity.probabilities(stored, images), parity.probabilities(shipped, images), atol=1e-7
        )

    def test_graph_computes_what_the_network_does(self):
        shipped = rounded_to_half(folded(lived_in_network()))
        images = parity.images(2).astype(np.float64)
        with tempfile.TemporaryDirectory() as name:
            graph.write(shipped, Path(name))
            answers = run_graph(Path(name), normalise(images)[..., None])
        np.testing.assert_allclose(answers, parity.probabilities(shipped, images), atol=1e-5)

    def test_fixture_fits_the_model_that_ships(self):
        fixture = json.loads((HERE.parent / "parity.json").read_text())
        shipped = graph.read(HERE.parent, CONFIG["network"])
        grey = np.array(fixture["crop"]).reshape(SIZE, SIZE)
        np.testing.assert_allclose(crop(parity.picture(), parity.EYES["right"], parity.EYES["left"]), grey, atol=1e-4)
        np.testing.assert_allclose(
            parity.probabilities(shipped, grey[None])[0], fixture["probabilities"], atol=1e-3
        )
        np.testing.assert_allclose(
            parity.probabilities(shipped, parity.images()), fixture["images"]["probabilities"], atol=1e-4
        )


def run_graph(folder, x):
    """What the stored graph makes of `x` [n, 48, 48, 1], node by node in NumPy, with TensorFlow's rules."""
    model = json.loads((folder / graph.MODEL).read_text())
    stored, values, offset = (folder / graph.WEIGHTS).read_bytes(), {"crop": x}, 0
    for weight in model["weightsManifest"][0]["weights"]:
        dtype = np.dtype("<f2" if "quantization" in weight else "<i4")
        count = int(np.prod(weight["shape"]))
        values[weight["name"]] = np.frombuffer(stored, dtype, count, offset).reshape(weight["shape"]).astype(float)
        offset += count * dtype.itemsize

    for node in model["modelTopology"]["node"]:
        inputs = [values[name] for name in node["input"]]
        if node["op"] == "_FusedConv2D":
            answer = convolve(inputs[0], inputs[1], int(node["attr"]["strides"]["list"]["i"][1])) + inputs[2]
            if len(node["attr"]["fused_ops"]["list"]["s"]) == 2:
                answer = np.maximum(answer, 0)
        elif node["op"] == "AddV2":
            answer = inputs[0] + inputs[1]
        elif node["op"] == "Relu":
            answer = np.maximum(inputs[0], 0)
        elif node["op"] == "Mean":
            answer = inputs[0].mean(axis=tuple(inputs[1].astype(int)))
        elif node["op"] == "_FusedMatMul":
            answer = inputs[0] @ inputs[1] + inputs[2]
        elif node["op"] == "Softmax":
            powers = np.exp(inputs[0] - inputs[0].max(axis=1, keepdims=True))
            answer = powers / powers.sum(axis=1, keepdims=True)
        else:
            continue
        values[node["name"]] = answer
    return values["probabilities"]


def convolve(x, kernel, stride):
    """`x` [n, h, w, in] with `kernel` [kh, kw, in, out], padded as SAME."""
    size = kernel.shape[0]
    sides = [same_padding(side, size, stride) for side in x.shape[1:3]]
    x = np.pad(x, ((0, 0), *sides, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("nhwiyx,yxio->nhwo", windows, kernel, optimize=True)


if __name__ == "__main__":
    unittest.main()
