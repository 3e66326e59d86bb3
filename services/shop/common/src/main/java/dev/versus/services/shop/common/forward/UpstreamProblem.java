package dev.versus.services.shop.common.forward;

import dev.versus.services.shop.common.Problem;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.concurrent.TimeoutException;

/** What a failure of an upstream means to the client: 502 it broke, 503 nobody is there, 504 it took too long. */
final class UpstreamProblem {

    private UpstreamProblem() {}

    static Problem noLiveReplica(String upstream) {
        return new Problem(503, "no_live_replica", "No live replica of " + upstream + " answers; try again shortly.");
    }

    /** No connection came about: nothing has been sent. */
    static Problem whileConnecting(String upstream, Throwable cause) {
        if (isTimeout(cause)) {
            return timedOut(upstream);
        }
        return cause instanceof ConnectionPoolTooBusyException
                ? new Problem(503, "upstream_overloaded", "Too many requests wait for " + upstream + ".")
                : noLiveReplica(upstream);
    }

    /** The connection stood, and the exchange on it failed. */
    static Problem whileExchanging(String upstream, Throwable cause) {
        return isTimeout(cause) ? timedOut(upstream) : broken(upstream);
    }

    static Problem broken(String upstream) {
        return new Problem(502, "upstream_broken", "The answer of " + upstream + " was broken off or invalid.");
    }

    private static Problem timedOut(String upstream) {
        return new Problem(504, "upstream_timeout", "No answer of " + upstream + " came in time.");
    }

    private static boolean isTimeout(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof ConnectTimeoutException;
    }
}
