package dev.versus.gatling;

import io.gatling.core.CoreComponents;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.engine.HttpClientFactory;
import io.gatling.http.engine.HttpEngine;
import io.gatling.http.engine.response.DefaultStatsProcessor;
import io.gatling.http.engine.tx.HttpTxExecutor;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.http.util.SslContextsFactory;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import scala.Function1;
import scala.collection.mutable.HashMap;
import scala.collection.mutable.Map;
import scala.runtime.BoxedUnit;

/**
 * Gatling's HTTP client, with an {@link Exchange} around each request. Gatling itself offers no look at an answer before it has kept the
 * whole body, and none at connections.
 */
final class WatchedClient extends AroundClient {

    private final FastThreadLocal<VirtualUser> sender = new FastThreadLocal<>();

    private WatchedClient(HttpClient gatling) {
        super(gatling);
    }

    /** Makes a client as Gatling is configured to make it, which speaks HTTP/2 without TLS, too. */
    static WatchedClient of(CoreComponents core) {
        HttpClient made = new HttpClientFactory(sslContexts(core), core.configuration()).newClient();
        return new WatchedClient(new CleartextHttp2(made, core.configuration()));
    }

    private static SslContextsFactory sslContexts(CoreComponents core) {
        return new SslContextsFactory(
                core.configuration().ssl(), core.configuration().http().enableHostnameVerification());
    }

    /** Returns a copy of a scenario's context: requests that are built in it go through this client. */
    ScenarioContext in(ScenarioContext context) {
        Map<ProtocolKey<?, ?>, Function1<Protocol, ProtocolComponents>> components = new HashMap<>();
        Map<ProtocolKey<?, ?>, Protocol> protocols = new HashMap<>();
        HttpComponents http = components(context);
        components.put(HttpProtocol.HttpProtocolKey(), protocol -> http);
        protocols.put(HttpProtocol.HttpProtocolKey(), http.httpProtocol());
        return new ScenarioContext(
                context.coreComponents(),
                new ProtocolComponentsRegistry(
                        context.coreComponents(),
                        scala.collection.immutable.Map$.MODULE$.empty(),
                        components,
                        protocols),
                context.pauseType(),
                context.throttled());
    }

    /** Returns the components that Gatling would use, but with this client. Closing is left to Gatling, as it is for its own. */
    private HttpComponents components(ScenarioContext context) {
        // Gatling prepares sessions for HTTP only if its own components are made before they start.
        HttpComponents given = context.protocolComponentsRegistry().components(HttpProtocol.HttpProtocolKey());
        CoreComponents core = context.coreComponents();
        HttpEngine engine =
                new HttpEngine(sslContexts(core), this, core.eventLoopGroup(), core.clock(), core.configuration());
        core.actorSystem().registerOnTermination(() -> {
            engine.close();
            return BoxedUnit.UNIT;
        });
        HttpTxExecutor executor = new HttpTxExecutor(
                core, engine, given.httpCaches(), new DefaultStatsProcessor(core.statsEngine()), given.httpProtocol());
        return new HttpComponents(given.httpProtocol(), engine, given.httpCaches(), executor);
    }

    /** Says which virtual user sends the next request of this thread. */
    void sending(VirtualUser user) {
        sender.set(user);
    }

    @Override
    public void sendRequest(
            Request request, long clientId, EventLoop eventLoop, HttpListener listener, SslContextsHolder contexts) {
        within.sendRequest(request, clientId, eventLoop, new Exchange(sender.get(), listener), contexts);
    }
}
