package dev.versus.services.shop.common.forward;

import dev.versus.services.shop.common.Problem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to an upstream and back.
 *
 * <p>It is tried on a second replica at most once: if no connection came about, for then nothing has been sent, or if
 * the exchange broke and the request may be repeated. Once the head of the response is passed on, a failure can only
 * break off the client's connection, so that nobody takes half a body for a whole one.
 */
final class Exchange {

    private static final int ATTEMPTS = 2;

    private final Forwarder forwarder;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Map<String, String> stamp;
    private final List<Replica> tried = new ArrayList<>(ATTEMPTS);
    private @Nullable Replica current;
    private @Nullable HttpClientRequest outgoing;
    private boolean abandoned;

    Exchange(Forwarder forwarder, HttpServerRequest request, Map<String, String> stamp) {
        this.forwarder = forwarder;
        this.request = request;
        this.response = request.response();
        this.stamp = stamp;
    }

    void begin() {
        response.closeHandler(closed -> abandon());
        response.exceptionHandler(broken -> abandon());
        attempt(UpstreamProblem.noLiveReplica(forwarder.upstream()));
    }

    private void attempt(Problem ifNobodyIsLeft) {
        forwarder.replicas().choose(tried).ifPresentOrElse(this::connect, () -> answer(ifNobodyIsLeft));
    }

    private void connect(Replica replica) {
        tried.add(replica);
        current = replica;
        replica.began();
        RequestOptions head = RequestHead.toward(replica.address(), request, stamp)
                .setConnectTimeout(forwarder.options().connectTimeout().toMillis())
                .setIdleTimeout(forwarder.options().timeout().toMillis());
        forwarder.client().request(head).onComplete(this::send, cause -> notConnected(replica, cause));
    }

    private void notConnected(Replica replica, Throwable cause) {
        release();
        Problem problem = UpstreamProblem.whileConnecting(forwarder.upstream(), cause);
        if (cause instanceof ConnectionPoolTooBusyException) {
            answer(problem);
            return;
        }
        forwarder.replicas().eject(replica);
        retryOr(problem);
    }

    private void send(HttpClientRequest connected) {
        outgoing = connected;
        if (abandoned) {
            connected.reset();
            release();
            return;
        }
        connected.response().onComplete(this::relay, this::brokeOff);
        if (RequestHead.hasBody(request)) {
            sendBody(connected);
        } else {
            connected.end();
        }
    }

    /** A body that breaks off must not be ended: the upstream would take the part for the whole. */
    private void sendBody(HttpClientRequest connected) {
        if (!connected.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            connected.setChunked(true);
        }
        request.pipe().endOnFailure(false).to(connected).onFailure(cause -> connected.reset());
    }

    private void brokeOff(Throwable cause) {
        release();
        resetOutgoing();
        Problem problem = UpstreamProblem.whileExchanging(forwarder.upstream(), cause);
        if (problem.status() == 502 && RequestHead.isRepeatable(request)) {
            retryOr(problem);
        } else {
            answer(problem);
        }
    }

    private void retryOr(Problem problem) {
        if (tried.size() < ATTEMPTS && !abandoned) {
            attempt(problem);
        } else {
            answer(problem);
        }
    }

    private void relay(HttpClientResponse incoming) {
        if (incoming.statusCode() < 200) {
            brokeOff(new IllegalStateException("unasked interim response " + incoming.statusCode()));
            return;
        }
        response.setStatusCode(incoming.statusCode());
        HopByHop.copyEndToEnd(incoming.headers(), response.headers(), stamp.keySet());
        stamp.forEach(response::putHeader);
        if (!hasBody(incoming)) {
            response.end().onComplete(done -> release());
            return;
        }
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        incoming.pipe().endOnFailure(false).to(response).onComplete(done -> release(), this::brokeMidway);
    }

    private boolean hasBody(HttpClientResponse incoming) {
        int status = incoming.statusCode();
        return !HttpMethod.HEAD.equals(request.method()) && status != 204 && status != 304;
    }

    private void brokeMidway(Throwable cause) {
        release();
        resetOutgoing();
        response.reset();
    }

    /** The client has gone: the upstream need not go on. */
    private void abandon() {
        if (!abandoned) {
            abandoned = true;
            resetOutgoing();
        }
    }

    private void resetOutgoing() {
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    private void release() {
        if (current != null) {
            current.ended();
            current = null;
        }
    }

    /** What is left of the request is read and thrown away, so that the connection stays usable. */
    private void answer(Problem problem) {
        stamp.forEach(response::putHeader);
        if (!request.isEnded()) {
            request.resume();
        }
        problem.answer(response);
    }
}
