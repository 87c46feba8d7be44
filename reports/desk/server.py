"""Opening the desk on this machine."""

from __future__ import annotations

import logging
import socket

import uvicorn

from pipeline.errors import BadInputError
from pipeline.settings import World
from reports.desk.app import create_app
from reports.desk.board import lay_out
from reports.desk.keys import Keys

logger = logging.getLogger(__name__)
HOST = "127.0.0.1"


def serve_desk(world: World, port: int) -> None:
    """Serve the desk until it is stopped; prints its address with the key. Raises BadInputError without a snapshot or for a taken port."""
    lay_out(world)  # says what is missing before anything is open
    keys = Keys()
    with bind_port(port) as bound:
        print(f"The desk of the {world.name} world: http://{HOST}:{bound.getsockname()[1]}/?key={keys.token}", flush=True)  # noqa: T201
        make_server(world, keys).run(sockets=[bound])


def bind_port(port: int) -> socket.socket:
    """A socket on loopback; port 0 takes a free one. Raises BadInputError for a taken one."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((HOST, port))
    except OSError as error:
        bound.close()
        raise BadInputError(f"port {port} on {HOST} cannot be used ({error.strerror}): give another with --port, or 0 for any") from error
    return bound


def make_server(world: World, keys: Keys) -> uvicorn.Server:
    """The server; it logs no addresses, since the first one holds the key."""
    config = uvicorn.Config(create_app(world, keys), log_level="warning", access_log=False, server_header=False, lifespan="off")
    return uvicorn.Server(config)
