"""Which path goes where, and the correlation id on everything."""

import random

from flask import Flask, Response, g, request

from api_gateway.correlation import HEADER, correlation_id
from shop_common.forward.forwarder import Forwarder
from shop_common.forward.outgoing import raw_target
from shop_common.problem import NOT_FOUND, Problem
from shop_common.web import create_app, health

_FORWARDED = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
_NO_PRODUCTS = Problem(503, "no_live_replica", "No live replica of product-service is known.")


def routes(products: Forwarder, orders: Forwarder, chance: random.Random) -> Flask:
    """Make the application of the gateway."""
    app = create_app()

    def dispatch(path: str) -> Response:
        del path
        target = raw_target(request).partition("?")[0]
        if is_under("/api/products", target):
            return products.forward(request, g.stamp)
        if is_under("/api/orders", target):
            return orders.forward(request, g.stamp)
        if target == "/health":
            return health(degraded=False) if products.has_replicas else _NO_PRODUCTS.answer()
        return NOT_FOUND.answer()

    def identify() -> None:
        g.stamp = {HEADER: correlation_id(request.headers.get(HEADER), chance)}

    def stamp(response: Response) -> Response:
        response.headers.update(g.stamp)
        return response

    app.before_request(identify)
    app.after_request(stamp)
    app.add_url_rule("/", view_func=dispatch, defaults={"path": ""}, methods=_FORWARDED)
    app.add_url_rule("/<path:path>", view_func=dispatch, methods=_FORWARDED)
    return app


def is_under(root: str, path: str) -> bool:
    """Whether a path is the root or leads on from it."""
    return path == root or path.startswith(root + "/")
