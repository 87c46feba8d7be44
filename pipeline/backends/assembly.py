"""Back-ends by name, from settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.backends.adjudicator import ChatAdjudicator
from pipeline.backends.answers import AnswerStore
from pipeline.backends.chat import open_chat
from pipeline.backends.extractor import ChatExtractor
from pipeline.backends.nli import HttpScorer, NliVeto, Scorer
from pipeline.backends.onnx import OnnxScorer
from pipeline.backends.questions import Questions, say_on_stderr
from pipeline.backends.seams import BACKENDS, Backends, SecondLook
from pipeline.backends.settings import BackendSettings
from pipeline.errors import BadInputError


def open_backends(names: Iterable[str], settings: BackendSettings, say: Callable[[str], None] = say_on_stderr) -> Backends:
    """Those that are named, sharing one budget and one cache for the run.

    Raises BadInputError for another name, and for a back-end whose address, model or file is not set. No service is asked here.
    """
    wanted = set(names)
    unknown = sorted(wanted - set(BACKENDS))
    if unknown:
        raise BadInputError(f"no back-end {unknown[0]!r}: choose among {', '.join(BACKENDS)}")
    questions = Questions(AnswerStore(settings.cache), settings.budget, say)
    looks: list[SecondLook] = []
    if "nli" in wanted:  # the cheaper one first
        looks.append(NliVeto(_open_scorer(settings, questions), settings.nli_threshold))
    if "adjudicator" in wanted:
        looks.append(ChatAdjudicator(open_chat(settings, questions)))
    extractor = ChatExtractor(open_chat(settings, questions)) if "extractor" in wanted else None
    return Backends(extractor, tuple(looks))


def _open_scorer(settings: BackendSettings, questions: Questions) -> Scorer:
    if settings.nli_url is not None:
        return HttpScorer(settings.nli_url, settings.nli_key, questions, settings.timeout)
    if settings.nli_file is not None:
        return OnnxScorer(settings.nli_file)
    raise BadInputError("the nli back-end needs REELCHECK_NLI_URL or REELCHECK_NLI_FILE")
