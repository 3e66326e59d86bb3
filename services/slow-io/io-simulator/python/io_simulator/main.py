"""The application that Uvicorn serves: it answers after the time that it is asked for, and does nothing meanwhile."""

import asyncio

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from slow_io_common.parameters import Delay
from slow_io_common.problem import INTERNAL, JSON, Problem, ProblemError, encoded, of_http

app = FastAPI(openapi_url=None)

_HEALTHY = encoded({"status": "ok"})


@app.get("/slow-io")
async def slow_io(request: Request) -> Response:
    """Answer after ``delay`` seconds."""
    delay = Delay.parse(request.query_params.get("delay"))
    await asyncio.sleep(delay.seconds)
    return Response(encoded({"delay": delay.text}), media_type=JSON)


@app.get("/health")
async def health() -> Response:
    """Say that it serves."""
    return Response(_HEALTHY, media_type=JSON)


@app.exception_handler(ProblemError)
async def refused(_request: Request, error: ProblemError) -> Response:
    """Tell why a request was refused."""
    return _answer(error.problem)


@app.exception_handler(HTTPException)
async def refused_by_framework(_request: Request, error: HTTPException) -> Response:
    """Tell what the framework refuses, in the same form."""
    return _answer(of_http(error.status_code))


@app.exception_handler(Exception)
async def failed(_request: Request, _error: Exception) -> Response:
    """Tell that something went wrong here; the server logs what."""
    return _answer(INTERNAL)


def _answer(problem: Problem) -> Response:
    return Response(problem.body(), problem.status, media_type=JSON)
