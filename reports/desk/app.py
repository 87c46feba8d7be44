"""The desk as a web application: pages for one world, and forms that become acts in its journal."""

from __future__ import annotations

import html
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware

from pipeline.errors import BadInputError
from pipeline.settings import World, parse_week
from reports.desk.acts import enter_act
from reports.desk.board import RULINGS, lay_out
from reports.desk.keys import COOKIE, Keys
from reports.digest import read_imprint, recompose_digest
from reports.rendering import hash_source, read_template_file, render_template

EDITOR = "reelcheck_editor"
HOSTS = ("127.0.0.1", "localhost")
# Where the page goes on after an act: to what it was about.
PLACES = {"issue": "issue-", "rule": "s-", "merge": "s-", "record": "r-"}
MOST_BYTES = 20_000  # of one form
Next = Callable[[Request], Awaitable[Response]]


def create_app(world: World, keys: Keys) -> FastAPI:
    """The application. It answers only to loopback names, to whoever has the key, and never from a cache."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(_guard(keys))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS))

    @app.get("/")
    def show_desk(request: Request, done: str = "", composed: str = "") -> Response:
        return _render(world, keys, request, done=done, composed=composed)

    @app.post("/act")
    async def act(request: Request) -> Response:
        values = await _read_form(request)
        action, target = values.get("action", ""), values.get("target", "")
        if not keys.accepts(values.get("form", ""), action, target):
            return PlainTextResponse("This form is not from this desk, or too old: load the desk again.", 403)
        try:
            if (action, values.get("kind")) == ("issue", "compose"):
                recompose_digest(world, parse_week(target))
                return RedirectResponse(f"/?composed={target}#issue-{target}", 303)
            path = enter_act(world, action, target, values)
        except BadInputError as error:
            return _render(world, keys, request, mistake=str(error), status=400)
        answer = RedirectResponse(f"/?done={path.stem}#{PLACES[action]}{target}", 303)
        answer.set_cookie(EDITOR, values["by"].strip().encode("ascii", "xmlcharrefreplace").decode(), httponly=True, samesite="strict")
        return answer

    @app.get("/digests/{path:path}")
    def show_issue(path: str) -> Response:
        return _serve_file(world, path)

    return app


def _guard(keys: Keys) -> Callable[[Request, Next], Awaitable[Response]]:
    async def guard(request: Request, call_next: Next) -> Response:
        if request.method not in ("GET", "HEAD", "POST"):
            answer: Response = PlainTextResponse("Not allowed.", 405)
        elif request.method != "POST" and keys.opens(request.query_params.get("key")):
            answer = RedirectResponse("/", 303)
            answer.set_cookie(COOKIE, keys.session, httponly=True, samesite="strict")
        elif not keys.knows(request.cookies.get(COOKIE)):
            answer = PlainTextResponse("Open the desk with the address that `reelcheck desk` printed.", 403)
        elif request.method == "POST" and request.headers.get("origin", str(request.base_url)[:-1]) != str(request.base_url)[:-1]:
            answer = PlainTextResponse("This form comes from another page.", 403)
        else:
            answer = await call_next(request)
        answer.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        answer.headers.update(
            {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin"}
        )
        return answer

    return guard


async def _read_form(request: Request) -> dict[str, str]:
    """The form's fields; a body that is too big is an empty form, which no signature fits."""
    if int(request.headers.get("content-length") or MOST_BYTES + 1) > MOST_BYTES:
        return {}
    form = await request.form(max_files=0, max_fields=20)
    return {key: value for key, value in form.items() if isinstance(value, str)}


def _render(
    world: World, keys: Keys, request: Request, *, done: str = "", composed: str = "", mistake: str = "", status: int = 200
) -> Response:
    style = read_template_file("page.css") + read_template_file("desk.css")
    page = render_template(
        "desk.html",
        board=lay_out(world),
        imprint=read_imprint(world),
        rulings=RULINGS,
        sign=keys.sign_form,
        editor=_read_editor(request),
        done=done,
        composed=composed,
        mistake=mistake,
        style=style,
    )
    policy = (
        f"default-src 'none'; style-src '{hash_source(style)}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    return HTMLResponse(page, status, headers={"Content-Security-Policy": policy})


def _read_editor(request: Request) -> str:
    """The name that signed last, from its cookie; names beyond ASCII are kept as character references."""
    return html.unescape(request.cookies.get(EDITOR, ""))[:80]


def _serve_file(world: World, path: str) -> Response:
    """A file of the composed issues, as it will be out; scripts stay off."""
    root = (world.root / "digests").resolve()
    target = (root / path).resolve()
    if not target.is_relative_to(root) or not target.is_file() or target.name.startswith("."):
        return PlainTextResponse("No such file.", 404)
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
    return FileResponse(target, headers={"Content-Security-Policy": policy})
