package dev.versus.gatling;

import io.gatling.core.config.GatlingConfiguration;
import io.gatling.http.client.Http2PriorKnowledge;
import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.impl.RequestTimeout;
import io.gatling.netty.util.Transports;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gatling's HTTP client, with HTTP/2 without TLS added: requests to {@code http://} addresses that are known to speak it are sent here, by
 * Netty's own handlers, over one connection for each virtual user; all others by Gatling, which speaks HTTP/2 over TLS only.
 */
final class CleartextHttp2 extends AroundClient {

    private final GatlingConfiguration configuration;
    /** All connections that are open; those that come after the end are closed at once. */
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    /** The connections over which requests may be sent. */
    private final Map<Peer, Channel> connections = new ConcurrentHashMap<>();

    /** One end of a connection, and the address of the other. */
    private record Peer(long clientId, String address) {}

    CleartextHttp2(HttpClient gatling, GatlingConfiguration configuration) {
        super(gatling);
        this.configuration = configuration;
    }

    private static boolean isCleartextHttp2(Request request) {
        return request.isHttp2Enabled()
                && !request.getUri().isSecured()
                && request.getHttp2PriorKnowledge() == Http2PriorKnowledge.HTTP2_SUPPORTED;
    }

    @Override
    public void sendRequest(
            Request request, long clientId, EventLoop eventLoop, HttpListener listener, SslContextsHolder contexts) {
        if (!isCleartextHttp2(request)) {
            within.sendRequest(request, clientId, eventLoop, listener, contexts);
            return;
        }
        Peer peer = new Peer(clientId, request.getUri().getBaseUrl());
        RequestTimeout timeout = RequestTimeout.requestTimeout(request.getRequestTimeout(), listener);
        Http2Exchange exchange = new Http2Exchange(request, listener, timeout);
        listener.onSend();
        listener.onProtocolAwareness(true);
        timeout.start(eventLoop);
        Channel kept = connections.get(peer);
        if (kept != null && kept.isActive()) {
            exchange.sendOver(kept);
        } else {
            connect(peer, eventLoop, exchange);
        }
    }

    private void connect(Peer peer, EventLoop eventLoop, Http2Exchange exchange) {
        Request request = exchange.request();
        request.getNameResolver()
                .resolveAll(request.getUri().getHost(), eventLoop.newPromise(), exchange.listener())
                .addListener((Future<List<InetAddress>> resolved) -> {
                    if (resolved.isSuccess()) {
                        connect(peer, bootstrap(eventLoop), resolved.getNow().iterator(), exchange);
                    } else {
                        exchange.fail(resolved.cause());
                    }
                });
    }

    /** Connects to the first of the addresses that takes the connection. */
    private void connect(Peer peer, Bootstrap bootstrap, Iterator<InetAddress> addresses, Http2Exchange exchange) {
        bootstrap
                .connect(addresses.next(), exchange.request().getUri().getExplicitPort())
                .addListener((ChannelFuture connecting) -> {
                    if (connecting.isSuccess()) {
                        connected(peer, connecting.channel(), exchange);
                    } else if (addresses.hasNext()) {
                        connect(peer, bootstrap, addresses, exchange);
                    } else {
                        exchange.fail(connecting.cause());
                    }
                });
    }

    /** Sends a request over its new connection, which is of no use if the request's time is up. */
    private void connected(Peer peer, Channel connection, Http2Exchange exchange) {
        if (exchange.isOver()) {
            var unused = connection.close();
            return;
        }
        open.add(connection);
        connections.put(peer, connection);
        exchange.sendOver(connection);
    }

    private Bootstrap bootstrap(EventLoop eventLoop) {
        boolean ioUring = configuration.netty().useIoUring();
        boolean isNative = configuration.netty().useNativeTransport();
        Bootstrap bootstrap = new Bootstrap()
                .group(eventLoop)
                .channelFactory(Transports.newSocketChannelFactory(isNative, ioUring))
                .handler(new Http2Connection(connection -> connections.values().remove(connection)));
        Transports.configureTcpOptions(
                bootstrap,
                (int) configuration.socket().connectTimeout().toMillis(),
                configuration.socket().soKeepAlive(),
                isNative && !ioUring && Epoll.isAvailable());
        return bootstrap;
    }

    @Override
    public void flushClientIdChannels(long clientId, EventLoop eventLoop) {
        connections.forEach((peer, connection) -> {
            if (peer.clientId == clientId) {
                var unused = connection.close();
            }
        });
        super.flushClientIdChannels(clientId, eventLoop);
    }

    @Override
    public void close() {
        var unused = open.close();
        super.close();
    }
}
