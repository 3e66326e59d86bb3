package dev.versus.gatling;

import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.util.Pair;
import io.netty.channel.EventLoop;

/** An HTTP client of Gatling with something added to single requests. */
abstract class AroundClient implements HttpClient {

    final HttpClient within;

    AroundClient(HttpClient within) {
        this.within = within;
    }

    @Override
    public final void sendHttp2Requests(
            Pair<Request, HttpListener>[] requests, long clientId, EventLoop eventLoop, SslContextsHolder contexts) {
        throw new UnsupportedOperationException("pages with resources are sent so, and Versus sends single requests");
    }

    @Override
    public final boolean isClosed() {
        return within.isClosed();
    }

    @Override
    public void flushClientIdChannels(long clientId, EventLoop eventLoop) {
        within.flushClientIdChannels(clientId, eventLoop);
    }

    @Override
    public void close() {
        try {
            within.close();
        } catch (Exception e) {
            throw new IllegalStateException("Gatling's HTTP client does not close", e);
        }
    }
}
