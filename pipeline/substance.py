"""What of a page counts: its substance as a hash, whether it says anything at all, and what it says of itself (corrections, credits).

Pure functions over an Article; nothing here knows the warehouse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final
from urllib.parse import urlsplit

import re2

from pipeline.models import Article

MAX_NOTICE: Final = 300  # characters of a correction notice that are kept

_NOT_WORD: Final = re.compile(r"[\W_]+")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_BLANKS: Final = {code: " " for code in range(128) if not chr(code).isalnum()}
# Lines that change without the substance changing: clocks, teasers, calls to subscribe.
_FURNITURE: Final = re.compile(
    r"(?:last )?(?:updated|published|posted|modified|actualizado|publicado|aktualisiert|mis à jour)\b.{0,80}"
    r"|(?:read (?:more|next|also)|related(?: articles?| stories)?|see also|more from|recommended|advertisement|sponsored|sign up|subscribe|"
    r"lee también|te puede interesar|relacionado|publicidad|suscríbete)\b.{0,160}"
    r"|\d+ (?:min(?:ute)?s?|hours?|days?|minutos?|horas?|días?)(?: ago| read)?"
    r"|\d+ (?:comments?|shares?|comentarios?)",
    re.IGNORECASE | re.DOTALL,
)
_NOTICE: Final = re.compile(
    r"^\W*(?:correction|clarification|editor[’']s note|erratum|errata|correcci[oó]n|fe de err(?:ores|atas)|rectificaci[oó]n|aclaraci[oó]n|"
    r"korrektur|rectificatif)\b.{0,40}?[:—–-]\s*\S"
    r"|\b(?:an|a) (?:earlier|previous|prior) version of (?:this|the)\b"
    r"|\bthis (?:article|story|post|piece|report|headline)(?: was| has(?: since)? been|[’']s been) (?:amended|corrected|updated to correct|"
    r"edited to correct|revised to correct)\b"
    r"|\b(?:we|the editors) regret the error\b"
    r"|\buna versi[oó]n (?:anterior|previa) de est[ea]\b"
    r"|\b(?:este art[ií]culo|esta (?:nota|noticia|informaci[oó]n)) (?:ha sido|fue) (?:corregid|rectificad|enmendad)[oa]\b",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    r"\b(?:first|originally) (?:appeared|published|ran|posted) (?:on|in|by|at)\b"
    r"|\b(?:re-?published|re-?posted|syndicated|reprinted) (?:from|with permission|courtesy)\b"
    r"|\bthis (?:article|story|post) was (?:first|originally) published\b"
    r"|^\W*(?:via|source|fuente|h/t|hat tip)\b\s*[:—–-]?\s*\S"
    r"|\b(?:publicado|apareci[oó]) (?:originalmente|por primera vez) en\b",
    re.IGNORECASE,
)
# What every match of the two has in it, in whatever case: RE2 tells for most paragraphs at a twentieth of the price that there is none.
_NOTICE_HINT: Final = re2.compile(
    r"(?i)corr|clarif|editor|errat|fe de err|rectif|aclaraci|korrektur|version of|amended|revised|regret|versi.{1,2}n |enmendad"
)
_CREDIT_HINT: Final = re2.compile(
    r"(?i)(?:first|originally) (?:appeared|published|ran|posted)|(?:published|posted) (?:from|with|courtesy)|syndicated|reprinted|"
    r"(?:^|[^a-z])(?:via|source|fuente|h/t|hat tip)|"
    r"publicado (?:originalmente|por primera vez)|apareci.{1,2} (?:originalmente|por)"
)
_WALL: Final = re.compile(
    r"\b(?:accept (?:all )?cookies|we (?:and our partners )?use cookies|cookie (?:settings|preferences|policy)|"
    r"consent to the use of cookies|enable (?:javascript|cookies)|turn off your ad ?blocker|are you (?:a )?(?:human|robot)|"
    r"verify (?:that )?you are human|checking your browser|access denied|subscribe to (?:continue|read)|"
    r"(?:log|sign) in to (?:continue|read)|aceptar (?:todas )?(?:las )?cookies|utilizamos cookies|suscr[ií]bete para (?:seguir|leer))\b",
    re.IGNORECASE,
)
_MISSING: Final = re.compile(
    r"\b(?:page (?:not found|can[’']?not be found|doesn[’']?t exist)|404(?: error| not found)|error 404|no longer available|"
    r"p[aá]gina no encontrada|nothing (?:was )?found)\b",
    re.IGNORECASE,
)
_FEW_WORDS: Final = 25  # below it a text is a stub whatever it says
_WALL_WORDS: Final = 150  # a wall's or error page's whole text is shorter than this


def fold_text(text: str) -> str:
    """Lower case, words parted by single blanks, nothing else; accents and other scripts stay."""
    folded = text.casefold()
    if not folded.isascii():
        for char in set(_BEYOND_ASCII.findall(folded)):
            if not char.isalnum():
                folded = folded.replace(char, " ")
        if not folded.isascii():
            return _NOT_WORD.sub(" ", folded).strip()
    return " ".join(folded.translate(_BLANKS).split())  # the same, quicker


def count_words(article: Article) -> int:
    """Words of the body, title left out."""
    return sum(len(p.text.split()) for p in article.paragraphs)


def substantial_paragraphs(article: Article) -> Iterator[str]:
    """Folded body blocks that count: neither captions nor clocks, teasers and calls to subscribe."""
    for paragraph in article.paragraphs:
        if paragraph.kind != "caption" and not _FURNITURE.fullmatch(paragraph.text.strip()):
            folded = fold_text(paragraph.text)
            if folded:
                yield folded


def hash_body(article: Article, folded: Iterable[str] | None = None) -> str:
    """The same for articles with the same body under whatever title. ``folded``: its substantial paragraphs, where they are at hand."""
    return _hash("\n".join(substantial_paragraphs(article) if folded is None else folded))


def hash_content(article: Article, folded: Iterable[str] | None = None) -> str:
    """Changes when, and only when, the title or the body says something else. ``folded`` as for hash_body."""
    body = "\n".join(substantial_paragraphs(article) if folded is None else folded)
    return _hash(fold_text(article.title or "") + "\n\n" + body)


def find_correction_notice(article: Article) -> str | None:
    """The first block in which the text announces a correction of itself, cut at MAX_NOTICE characters; None when none does."""
    if not _NOTICE_HINT.search("\n".join(p.text for p in article.paragraphs)):
        return None
    for paragraph in article.paragraphs:
        if len(paragraph.text) <= 1_000 and _NOTICE_HINT.search(paragraph.text) and _NOTICE.search(paragraph.text):
            return paragraph.text[:MAX_NOTICE]
    return None


def find_credits(article: Article) -> tuple[str, ...]:
    """Addresses on other hosts that the text names as where it first appeared, in order, each once."""
    if not article.links or not _CREDIT_HINT.search("\n".join(p.text for p in article.paragraphs)):
        return ()
    own = (urlsplit(article.url).hostname or "") if article.url else ""
    credits: dict[str, None] = {}
    for paragraph in article.paragraphs:
        if len(paragraph.text) > 400 or not _CREDIT_HINT.search(paragraph.text) or not _CREDIT.search(paragraph.text):
            continue
        for link in article.links:
            if link.text.strip() and link.text.strip() in paragraph.text and _host(link.href) not in ("", own):
                credits[link.href] = None
    return tuple(credits)


def is_stub(article: Article, words: int | None = None) -> bool:
    """Does the page say nothing: a cookie wall, an error page, a few words? Such a text is nobody's origin.

    ``words``: count_words, where it is at hand.
    """
    words = count_words(article) if words is None else words
    if article.page_type == "stub" or words < _FEW_WORDS:
        return True
    if words > _WALL_WORDS:
        return False
    text = f"{article.title or ''}\n{article.text}"
    return bool(_WALL.search(text) or _MISSING.search(text))


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
