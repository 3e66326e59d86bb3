package dev.versus.services.shop.common;

import dev.versus.services.shop.common.Problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** A router whose every answer is JSON, also where no route matches or a handler fails. */
public final class ProblemRouter {

    /** No route has this path. */
    public static final Problem NOT_FOUND = new Problem(404, "not_found", "There is nothing at this path.");

    private static final System.Logger LOG = System.getLogger(ProblemRouter.class.getName());
    private static final Problem METHOD_NOT_ALLOWED =
            new Problem(405, "method_not_allowed", "This path does not support the method.");
    private static final Problem BAD_REQUEST = new Problem(400, "bad_request", "The request cannot be understood.");
    private static final Problem TOO_LARGE = new Problem(413, "body_too_large", "The body is larger than 64 kB.");
    private static final Problem INTERNAL = new Problem(500, "internal_error", "The service failed; its log says why.");

    private ProblemRouter() {}

    /** An empty router. */
    public static Router create(Vertx vertx) {
        return Router.router(vertx)
                .errorHandler(404, answer(NOT_FOUND))
                .errorHandler(405, answer(METHOD_NOT_ALLOWED))
                .errorHandler(400, answer(BAD_REQUEST))
                .errorHandler(413, answer(TOO_LARGE))
                .errorHandler(500, context -> fail(context, context.failure()));
    }

    /** Adds a route that is read with GET, or with HEAD for the head of the same answer. */
    public static void read(Router router, String path, Function<RoutingContext, Future<?>> handler) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(answering(handler));
    }

    /** A handler that answers by itself when its future succeeds, and with a problem when it fails. */
    public static Handler<RoutingContext> answering(Function<RoutingContext, Future<?>> handler) {
        return context -> {
            try {
                handler.apply(context).onFailure(cause -> fail(context, cause));
            } catch (ProblemException refused) {
                fail(context, refused);
            }
        };
    }

    private static Handler<RoutingContext> answer(Problem problem) {
        return context -> problem.answer(context.response());
    }

    private static void fail(RoutingContext context, Throwable cause) {
        if (cause instanceof ProblemException refused) {
            refused.problem().answer(context.response());
        } else {
            LOG.log(System.Logger.Level.ERROR, context.normalizedPath() + " failed", cause);
            INTERNAL.answer(context.response());
        }
    }
}
