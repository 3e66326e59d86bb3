package dev.versus.gatling;

import io.gatling.core.CoreComponents;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.client.HttpClient;
import io.gatling.http.engine.HttpClientFactory;
import io.gatling.http.engine.HttpEngine;
import io.gatling.http.engine.response.DefaultStatsProcessor;
import io.gatling.http.engine.tx.HttpTxExecutor;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.http.util.SslContextsFactory;
import java.util.function.UnaryOperator;
import scala.Function1;
import scala.collection.mutable.HashMap;
import scala.runtime.BoxedUnit;

/** Puts another HTTP client into the place of Gatling's. */
final class ReplacedClient {

    private ReplacedClient() {}

    /** Returns a copy of a scenario's context: requests that are built in it go through a client that is made from Gatling's. */
    static ScenarioContext in(ScenarioContext context, UnaryOperator<HttpClient> client) {
        var components = new HashMap<ProtocolKey<?, ?>, Function1<Protocol, ProtocolComponents>>();
        var protocols = new HashMap<ProtocolKey<?, ?>, Protocol>();
        HttpComponents http = components(context, client);
        components.put(HttpProtocol.HttpProtocolKey(), protocol -> http);
        protocols.put(HttpProtocol.HttpProtocolKey(), http.httpProtocol());
        return new ScenarioContext(
                context.coreComponents(),
                new ProtocolComponentsRegistry(
                        context.coreComponents(), scala.collection.immutable.Map$.MODULE$.empty(), components, protocols),
                context.pauseType(),
                context.throttled());
    }

    private static HttpComponents components(ScenarioContext context, UnaryOperator<HttpClient> client) {
        HttpComponents given = context.protocolComponentsRegistry().components(HttpProtocol.HttpProtocolKey());
        CoreComponents core = context.coreComponents();
        var contexts = new SslContextsFactory(
                core.configuration().ssl(), core.configuration().http().enableHostnameVerification());
        HttpClient replaced = client.apply(new HttpClientFactory(contexts, core.configuration()).newClient());
        HttpEngine engine =
                new HttpEngine(contexts, replaced, core.eventLoopGroup(), core.clock(), core.configuration());
        core.actorSystem().registerOnTermination(() -> {
            engine.close();
            return BoxedUnit.UNIT;
        });
        var executor = new HttpTxExecutor(
                core,
                engine,
                given.httpCaches(),
                new DefaultStatsProcessor(core.statsEngine()),
                given.httpProtocol());
        return new HttpComponents(given.httpProtocol(), engine, given.httpCaches(), executor);
    }
}
